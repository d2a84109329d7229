using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>A step that two versions of a workflow fill in differently.</summary>
/// <param name="Before">The step in the earlier version.</param>
/// <param name="After">The step in the later version.</param>
/// <param name="Name">Its name when that was changed; null when it was not.</param>
/// <param name="Description">Its description when that was changed; null when it was not.</param>
/// <param name="Inputs">Fields with other values.</param>
/// <param name="StartsChanged">Whether it began or ceased to start the workflow from outside.</param>
/// <param name="IsMovedInto">Whether it stands inside another step than before.</param>
public sealed record StepChange(
    ActivityNode Before, ActivityNode After, PropertyChange? Name, PropertyChange? Description, IReadOnlyList<InputChange> Inputs, bool StartsChanged, bool IsMovedInto)
{
    /// <summary>Properties of a step that hold its place in the drawing, or what is compared on its own.</summary>
    private static readonly HashSet<string> NoInputs = new(StringComparer.Ordinal)
    {
        "id", "nodeId", "name", "type", "version", "metadata", "customProperties", "activities", "connections", "start", "variables", "syntheticProperties",
        "canStartWorkflow", "runAsynchronously", "workflowDefinitionVersionId", "latestAvailablePublishedVersion", "latestAvailablePublishedVersionId",
    };

    /// <summary>What differs in a step; null when nothing does.</summary>
    internal static StepChange? Between(ActivityNode before, ActivityNode after)
    {
        var name = before.DisplayName == after.DisplayName ? null : new PropertyChange("name", before.DisplayName, after.DisplayName);
        var description = PropertyChange.Of("description", DescriptionOf(before), DescriptionOf(after));
        var inputs = before.Json.Select(static p => p.Key).Union(after.Json.Select(static p => p.Key))
            .Where(property => !NoInputs.Contains(property) && !IsSlot(before, property) && !IsSlot(after, property))
            .Select(property => InputChange.Between(property, before.Json[property], after.Json[property]))
            .OfType<InputChange>().ToList();
        var starts = before.CanStartWorkflow != after.CanStartWorkflow;
        var moved = IsTop(before) != IsTop(after) || (!IsTop(before) && before.Parent!.Key != after.Parent!.Key);

        return name is null && description is null && inputs.Count == 0 && !starts && !moved
            ? null
            : new StepChange(before, after, name, description, inputs, starts, moved);
    }

    private static string? DescriptionOf(ActivityNode node) => ActivityNode.Text(node.Json["metadata"] as JsonObject, "description");

    private static bool IsSlot(ActivityNode node, string property) => node.Children.Any(c => c.Port == property);

    private static bool IsTop(ActivityNode node) => node.Parent?.Parent is null || node.Parent.Parent.Parent is null;
}

/// <summary>A field of a step with another value than before.</summary>
/// <param name="Input">The field's name, camelCase.</param>
/// <param name="Before">The field as written before; null when it was empty.</param>
/// <param name="After">The field as written now; null when it is empty.</param>
public sealed record InputChange(string Input, JsonNode? Before, JsonNode? After)
{
    internal static InputChange? Between(string input, JsonNode? before, JsonNode? after)
    {
        var was = Meaning(before);
        var becomes = Meaning(after);

        return was == becomes ? null : new InputChange(input, was.Length == 0 ? null : before, becomes.Length == 0 ? null : after);
    }

    /// <summary>What a property says, however it is written: Studio writes lists and truth values as text where Elsa's server writes JSON.</summary>
    private static string Meaning(JsonNode? property)
    {
        if (ActivityInput.ReadBinding(property) is { } variable && !ActivityInput.IsWrapped(property))
        {
            return "variable:" + variable;
        }

        if (ActivityInput.Read("", property) is not { Expression: var expression })
        {
            return "";
        }

        var isWritten = expression.Type is "Literal" or "Object";
        var value = expression.Type == "Variable" ? VariableReader.ReadReference(expression.Value).Id : ExpressionValues.ToText(isWritten ? Written(expression.Value) : expression.Value);

        return string.IsNullOrWhiteSpace(value) ? "" : (isWritten ? "" : expression.Type + ":") + value;
    }

    private static JsonNode? Written(JsonNode? value)
    {
        try
        {
            return ExpressionValues.Unwrap(value);
        }
        catch (FormatException)
        {
            return value;
        }
    }
}

/// <summary>A variable that two versions do not share.</summary>
/// <param name="Before">As the earlier version declares it; null when it does not.</param>
/// <param name="After">As the later version declares it; null when it does not.</param>
public sealed record VariableChange(VariableDefinition? Before, VariableDefinition? After)
{
    internal static IReadOnlyList<VariableChange> Between(IReadOnlyList<VariableDefinition> before, IReadOnlyList<VariableDefinition> after) =>
    [
        .. after.Select(a => new VariableChange(before.FirstOrDefault(b => b.Id == a.Id), a)).Where(static c => !IsSame(c.Before, c.After!)),
        .. before.Where(b => after.All(a => a.Id != b.Id)).Select(static b => new VariableChange(b, null)),
    ];

    private static bool IsSame(VariableDefinition? before, VariableDefinition after) =>
        before is not null && before.Name == after.Name && before.TypeName == after.TypeName && before.IsArray == after.IsArray && JsonNode.DeepEquals(before.Value, after.Value);
}

/// <summary>A text that differs.</summary>
/// <param name="Property">Which: <c>name</c>, <c>description</c>, <c>inputs</c>, <c>outputs</c>, <c>outcomes</c>, <c>incidents</c>, <c>usableAsActivity</c>.</param>
/// <param name="Before">What it was; null for nothing.</param>
/// <param name="After">What it is; null for nothing.</param>
public sealed record PropertyChange(string Property, string? Before, string? After)
{
    internal static PropertyChange? Of(string property, string? before, string? after)
    {
        before = string.IsNullOrWhiteSpace(before) ? null : before;
        after = string.IsNullOrWhiteSpace(after) ? null : after;

        return before == after ? null : new PropertyChange(property, before, after);
    }

    internal static IReadOnlyList<PropertyChange> Between(WorkflowDefinition from, WorkflowDefinition to) =>
    [
        .. new[]
        {
            Of("name", from.Name, to.Name),
            Of("description", from.Description, to.Description),
            Of("inputs", Names(from.Inputs), Names(to.Inputs)),
            Of("outputs", Names(from.Outputs), Names(to.Outputs)),
            Of("outcomes", string.Join(", ", from.Outcomes), string.Join(", ", to.Outcomes)),
            Of("incidents", from.IncidentStrategy.ToString(), to.IncidentStrategy.ToString()),
            Of("usableAsActivity", from.IsUsableAsActivity ? "true" : null, to.IsUsableAsActivity ? "true" : null),
        }.OfType<PropertyChange>(),
    ];

    private static string Names(IEnumerable<ArgumentDefinition> arguments) => string.Join(", ", arguments.Select(static a => a.DisplayName ?? a.Name));
}
