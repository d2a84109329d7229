using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>Variables, inputs and outputs: nearest scope first.</summary>
internal sealed partial class InstanceRun
{
    /// <summary>Outputs of this burst in the order in which they were set: a script gets the first of its container, as in Elsa.</summary>
    private List<(int OwnerId, string ActivityId, string Output, JsonNode? Value)>? burstOutputs;

    private static void DeclareVariables(ActivityExecution execution)
    {
        foreach (var variable in execution.Node.Variables)
        {
            (execution.Variables ??= [])[variable.Name] = variable.Value;
        }
    }

    public bool TryGetVariable(ActivityExecution from, string name, out JsonNode? value)
    {
        for (var scope = from; scope is not null; scope = scope.Owner)
        {
            if (scope.Variables?.TryGetValue(name, out value) == true)
            {
                return true;
            }
        }

        value = null;

        return false;
    }

    public JsonNode? GetVariable(ActivityExecution from, string name) => TryGetVariable(from, name, out var value) ? value : null;

    /// <summary>
    /// Sets a variable where it is; one that is nowhere comes to be in the nearest container. With <paramref name="convert"/> the value takes the
    /// type that the variable declares; scripts' <c>setVariable</c> leaves it as it is.
    /// </summary>
    public void SetVariable(ActivityExecution from, string name, JsonNode? value, bool convert)
    {
        for (var scope = from; scope is not null; scope = scope.Owner)
        {
            if (scope.Variables?.ContainsKey(name) == true)
            {
                scope.Variables[name] = convert ? Convert(scope.Node.Variables.FirstOrDefault(v => v.Name == name), value) : value;

                return;
            }
        }

        var container = from.SelfAndAncestors().FirstOrDefault(static e => e.Activity.HoldsVariables) ?? from;
        (container.Variables ??= [])[name] = value;
    }

    public JsonNode? GetVariableById(ActivityExecution from, string? id, string? name)
    {
        var (scope, variable) = FindVariable(from, id);

        return scope is not null ? scope.Variables!.GetValueOrDefault(variable!) : name is null ? null : GetVariable(from, name);
    }

    public void SetVariableById(ActivityExecution from, string? id, string? name, JsonNode? value)
    {
        var (scope, variable) = FindVariable(from, id);

        if (scope is not null)
        {
            scope.Variables![variable!] = Convert(scope.Node.Variables.FirstOrDefault(v => v.Id == id), value);
        }
        else if (name is not null && TryGetVariable(from, name, out _))
        {
            SetVariable(from, name, value, convert: true);
        }
        else
        {
            throw new ActivityFaultException($"Variable '{id}' not found.");
        }
    }

    public IEnumerable<string> VariableNames(ActivityExecution from) =>
        from.SelfAndAncestors().SelectMany(static e => e.Variables?.Keys ?? Enumerable.Empty<string>()).Distinct();

    private static JsonNode? Convert(VariableDefinition? variable, JsonNode? value) =>
        variable is null ? value : VariableTypes.Convert(variable.TypeName, variable.IsArray, value);

    private static (ActivityExecution? Scope, string? Name) FindVariable(ActivityExecution from, string? id)
    {
        if (id is null)
        {
            return (null, null);
        }

        for (var scope = from; scope is not null; scope = scope.Owner)
        {
            if (scope.Variables is null)
            {
                continue;
            }

            foreach (var variable in scope.Node.Variables)
            {
                if (variable.Id == id)
                {
                    return (scope, variable.Name);
                }
            }

            if (IsWorkflowAsActivity(scope.Node) && scope.Variables.ContainsKey(id))
            {
                return (scope, id);
            }
        }

        return (null, null);
    }

    public JsonNode? GetWorkflowInput(ActivityExecution from, string name)
    {
        var isInsideComposite = from.SelfAndAncestors().Any(static e => IsWorkflowAsActivity(e.Node) && e.Variables is not null);

        if (isInsideComposite && TryGetVariable(from, name, out var variable))
        {
            return variable;
        }

        return state.Inputs.TryGetValue(name, out var value)
            ? value
            : state.Inputs.FirstOrDefault(i => i.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
    }

    public void SetWorkflowOutput(string name, JsonNode? value) => state.Outputs[name] = value;

    public void SetOutput(ActivityExecution execution, string name, JsonNode? value)
    {
        var binding = ActivityInput.ReadBinding(execution.Node.Json[ActivityContext.CamelCase(name)]);

        if (binding is not null)
        {
            var (scope, variable) = FindVariable(execution, binding);

            if (scope is not null)
            {
                scope.Variables![variable!] = value;
            }
            else if (TryGetVariable(execution, binding, out _))
            {
                SetVariable(execution, binding, value, convert: false);
            }

            if (definition.Outputs.Any(o => o.Name == binding))
            {
                SetWorkflowOutput(binding, value);
            }
        }

        if (!definition.ReadsOutputs)
        {
            return;
        }

        (burstOutputs ??= []).Add((execution.OwnerId, execution.Node.Id, name, value));

        if (!state.LastOutputs.TryGetValue(execution.Node.Id, out var outputs))
        {
            state.LastOutputs[execution.Node.Id] = outputs = [];
        }

        outputs[name] = value;

        if (name == "Result")
        {
            state.LastResult = value;
        }
    }

    /// <summary>What an activity gave: the first time in this burst and container, else the last time before it.</summary>
    public JsonNode? GetOutputFrom(ActivityExecution from, string activity, string? output)
    {
        output ??= "Result";
        var node = FindNamed(from, activity)
            ?? throw new ActivityFaultException($"Activity not found: getOutputFrom('{activity}').");

        foreach (var record in burstOutputs ?? [])
        {
            if (record.ActivityId == node.Id && record.Output == output && from.SelfAndAncestors().Any(a => a.Id == record.OwnerId && a != from))
            {
                return record.Value;
            }
        }

        return state.LastOutputs.TryGetValue(node.Id, out var outputs) ? outputs.GetValueOrDefault(output) : null;
    }

    private static ActivityNode? FindNamed(ActivityExecution from, string activity)
    {
        for (var node = from.Node.Parent; node is not null; node = node.Parent)
        {
            if (node.Children.FirstOrDefault(n => n.Name == activity || n.Id == activity) is { } found)
            {
                return found;
            }
        }

        return from.Definition.Activities.FirstOrDefault(n => n.Name == activity || n.Id == activity);
    }

    private WorkflowDefinition DefinitionInside(ActivityExecution owner) =>
        IsWorkflowAsActivity(owner.Node) ? WorkflowAsActivity.Inner(this, owner) : owner.Definition;

    private static bool IsWorkflowAsActivity(ActivityNode node) => WorkflowAsActivity.Is(node);

    public JsonNode? Evaluate(ActivityExecution execution, Expression expression)
    {
        switch (expression.Type)
        {
            case "Literal":
                return expression.Value;
            case "Object":
                return ExpressionValues.Unwrap(expression.Value);
            case "Variable":
                var (id, name) = VariableReader.ReadReference(expression.Value);
                return GetVariableById(execution, id, name);
            case "Input":
                return VariableReader.ReadReference(expression.Value).Name is { } input ? GetWorkflowInput(execution, input) : null;
            case "JavaScript":
                return RunScript(execution, expression.Script, null);
            default:
                throw new ActivityFaultException($"The engine knows no expression type '{expression.Type}'.");
        }
    }

    public JsonNode? RunScript(ActivityExecution execution, Script script, ScriptOutcomes? outcomes) =>
        (scripts ??= new ScriptRunner(this)).Run(execution, script, outcomes);

    private ScriptRunner? scripts;
}
