using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Begins a workflow as an empty draft that the designer opens.</summary>
internal sealed class BeginDefinition(SaveDefinition save, FindDefinitions find)
{
    public static readonly LocalizedText NameTaken = new(
        "En annen arbeidsflyt heter det samme. Velg et annet navn.", "Ein annan arbeidsflyt heiter det same. Vel eit anna namn.", "Another workflow has this name. Choose another one.");

    /// <summary>Begins a workflow.</summary>
    /// <param name="name">What people are to call it; no other workflow may have the name.</param>
    /// <param name="description">What it is for; may be empty.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<DefinitionOutcome> RunAsync(string? name, string? description, Operation operation, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.AtMost(name, TextLimits.Name, "name");
        errors.AtMost(description, TextLimits.Text, "description");
        if (errors.Require(name, "name") && !await find.IsNameUniqueAsync(name, null, cancellationToken))
        {
            errors.Add("name", NameTaken);
        }

        return errors.Any
            ? new DefinitionOutcome.Refused(errors.ToRefusal())
            : await save.RunAsync(new DrawingToSave(Empty(name!.Trim(), description?.Trim() ?? "")), operation, cancellationToken);
    }

    /// <summary>What Studio itself sends for a new workflow.</summary>
    private static JsonObject Empty(string name, string description) => new()
    {
        ["name"] = name,
        ["description"] = description,
        ["toolVersion"] = DefinitionDocument.ToolVersion,
        ["variables"] = new JsonArray(),
        ["inputs"] = new JsonArray(),
        ["outputs"] = new JsonArray(),
        ["outcomes"] = new JsonArray(),
        ["customProperties"] = new JsonObject(),
        ["options"] = new JsonObject(),
        ["root"] = new JsonObject
        {
            ["id"] = "Flowchart1",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["name"] = "Flowchart1",
            ["metadata"] = new JsonObject(),
            ["customProperties"] = new JsonObject(),
            ["activities"] = new JsonArray(),
            ["connections"] = new JsonArray(),
        },
    };
}
