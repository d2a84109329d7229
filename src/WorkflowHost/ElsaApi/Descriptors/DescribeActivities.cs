using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.ElsaApi.Descriptors;

/// <summary>Turns the activities that the engine runs, and the workflows that may be used as activities, into Studio's descriptors in one language.</summary>
/// <param name="activities">The engine's activities.</param>
/// <param name="workflows">Published workflows, for drop-downs.</param>
/// <param name="usable">Every version that may stand in a drawing as an activity.</param>
/// <param name="language"><c>nb</c>, <c>nn</c> or <c>en</c>.</param>
internal sealed class DescribeActivities(
    ActivityCatalogue activities, IReadOnlyList<WorkflowDefinition> workflows, IReadOnlyList<WorkflowDefinition> usable, string language)
{
    private static readonly LocalizedText WorkflowCategory = new("Flyter som steg", "Flytar som steg", "Flows as steps");

    public IReadOnlyList<ActivityDescriptor> All() =>
    [
        .. activities.Activities.Select(Describe).OfType<ActivityDescriptor>().OrderBy(d => d.TypeName, StringComparer.Ordinal),
        .. usable.Select(Describe).DistinctBy(d => (d.TypeName, d.Version)),
    ];

    private ActivityDescriptor? Describe(Activity activity)
    {
        if (((activity as DomainActivity)?.Info ?? ElsaToolbox.Find(activity.Type)) is not { } info)
        {
            return null;
        }

        var traits = activity is DomainActivity ? new ActivityTraits(ActivityInfo.Category) { IsTerminal = info.Outcomes.Count == 0 } : ActivityTraits.Of(activity.Type);
        var dot = activity.Type.LastIndexOf('.');

        return new ActivityDescriptor(
            activity.Type,
            activity.Type[..dot],
            activity.Type[(dot + 1)..],
            activity.Version,
            traits.Category.In(language),
            info.Name.In(language),
            info.Description.In(language),
            traits.Kind,
            [.. info.Inputs.Select((input, index) => Describe(activity, input, index))],
            [.. Outputs(info)],
            [.. info.Slots.Select(slot => Port(slot, "Embedded")), .. info.Outcomes.Select(outcome => Port(outcome, "Flow"))],
            [],
            Construction(info, activity),
            traits.IsContainer,
            traits.IsBrowsable,
            traits.IsStart,
            traits.IsTerminal);
    }

    private InputDescriptor Describe(Activity activity, InputInfo input, int order)
    {
        var hint = ActivityTraits.HintOf(activity.Type, input.Name) ?? InputEditors.HintOf(input.Kind);
        var choices = input.Kind is InputKind.Workflow or InputKind.Workflows
            ? [.. workflows.Select(static w => new ChoiceInfo(w.DefinitionId, new(w.Name, w.Name, w.Name)))]
            : (activity as DomainActivity)?.ChoicesOf(input) ?? input.Choices ?? CommonChoices(input.Kind);

        return new InputDescriptor(
            Pascal(input.Name),
            ActivityTraits.TypeOf(activity.Type, input.Name) ?? InputEditors.TypeOf(input.Kind),
            input.Label.In(language) + (input.IsRequired ? " *" : ""),
            input.Help?.In(language) ?? "",
            order,
            IsBrowsable: true,
            IsSynthetic: false,
            IsWrapped: !ActivityTraits.IsBare(activity.Type, input.Name),
            hint,
            null,
            InputEditors.Default(input),
            input.Kind == InputKind.Script ? "JavaScript" : "Literal",
            IsReadOnly: false,
            IsSensitive: false,
            null,
            InputEditors.Specifications(hint, choices, language));
    }

    /// <summary>A workflow as an activity, in the shape in which Elsa describes it; drawings name it by type and version.</summary>
    private ActivityDescriptor Describe(WorkflowDefinition workflow)
    {
        var name = TypeName(workflow.Name);

        return new ActivityDescriptor(
            name,
            "",
            name,
            workflow.Version,
            Category(workflow) is { Length: > 0 } category ? category.Replace('/', '-') : WorkflowCategory.In(language),
            workflow.Name,
            workflow.Description ?? "",
            "Action",
            [.. workflow.Inputs.Select((input, index) => Describe(workflow, input, index))],
            [.. workflow.Outputs.Select((output, index) => new OutputDescriptor(output.Name, output.Type, output.DisplayName ?? output.Name, "", index, true, true))],
            [.. (workflow.Outcomes.Count > 0 ? workflow.Outcomes.Select(o => new ChoiceInfo(o, new(o, o, o))) : [ActivityInfo.Done]).Select(o => Port(o, "Flow"))],
            new JsonObject { ["RootType"] = "WorkflowDefinitionActivity", ["WorkflowDefinitionId"] = workflow.DefinitionId, ["WorkflowDefinitionVersionId"] = workflow.VersionId },
            new JsonObject { ["WorkflowDefinitionId"] = workflow.DefinitionId, ["WorkflowDefinitionVersionId"] = workflow.VersionId, ["Version"] = workflow.Version },
            IsContainer: false,
            workflow.IsPublished,
            IsStart: false,
            IsTerminal: false);
    }

    private static InputDescriptor Describe(WorkflowDefinition workflow, ArgumentDefinition input, int order) => new(
        input.Name,
        input.Type,
        input.DisplayName ?? input.Name,
        Written(workflow, input.Name, "description") ?? "",
        order,
        IsBrowsable: true,
        IsSynthetic: true,
        IsWrapped: true,
        Written(workflow, input.Name, "uiHint") is ("multiline" or "checkbox") and var hint ? hint : "singleline",
        null,
        null,
        "Literal",
        IsReadOnly: false,
        IsSensitive: false,
        null,
        []);

    private IEnumerable<OutputDescriptor> Outputs(ActivityInfo info)
    {
        var order = 0;

        foreach (var value in info.Values)
        {
            yield return new OutputDescriptor(value.Value, "Object", value.Label.In(language), "", order++, true, false);
        }

        if (info.Result is { } result)
        {
            yield return new OutputDescriptor("Result", "Object", result.In(language), "", order, true, false);
        }
    }

    private PortDescriptor Port(ChoiceInfo port, string type) => new(type == "Flow" ? port.Value : Pascal(port.Value), port.Label.In(language), type, IsBrowsable: true);

    /// <summary>
    /// What Studio writes into a new step: a name that people understand, for Studio would number the type's English one; answers, for a step without written ones has no ports on the canvas; and an open choice of variable where
    /// the answer of an earlier task is asked for, so that nobody needs to write an expression.
    /// </summary>
    private JsonObject Construction(ActivityInfo info, Activity activity)
    {
        var written = new JsonObject { ["Name"] = info.Name.In(language) };

        foreach (var input in info.Inputs)
        {
            if (input is { Kind: InputKind.Outcomes, Default: { } outcome })
            {
                written[Pascal(input.Name)] = Expression("String[]", "Object", new JsonArray(outcome).ToJsonString(ApiJson.Options));
            }
            else if (activity is DomainActivity && input is { Kind: InputKind.Expression, IsRequired: true })
            {
                written[Pascal(input.Name)] = Expression("Object", "Variable", null);
            }
        }

        return written;
    }

    private static JsonObject Expression(string typeName, string type, string? value) =>
        new() { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    private static IReadOnlyList<ChoiceInfo>? CommonChoices(InputKind kind) =>
        kind == InputKind.CaseEvent ? [.. Workflows.Cases.CaseEvents.All.Select(static e => new ChoiceInfo(e.Name, e.Label))] : null;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string? Category(WorkflowDefinition workflow) => Text(workflow.Json["options"]?["activityCategory"]);

    private static string? Written(WorkflowDefinition workflow, string input, string property) =>
        Text((workflow.Json["inputs"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(item => Text(item["name"]) == input)?[property]);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>The workflow's name as a type name, every word with a capital, as Elsa makes it.</summary>
    private static string TypeName(string name) => string.Concat(name.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Select(Pascal));
}
