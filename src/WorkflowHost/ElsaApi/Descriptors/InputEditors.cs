using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;

namespace IndividualPlan.WorkflowHost.ElsaApi.Descriptors;

/// <summary>Which of Studio's editors serves which kind of input, and what that editor wants to know. There are no others: an unknown hint shows as an error to the leader.</summary>
internal static class InputEditors
{
    /// <summary>The hint of a kind.</summary>
    public static string HintOf(InputKind kind) => kind switch
    {
        InputKind.LongText => "multiline",
        InputKind.Choice or InputKind.Role or InputKind.Form or InputKind.Deadline or InputKind.Template or InputKind.CaseEvent or InputKind.CaseState => "dropdown",
        InputKind.Flag => "checkbox",
        InputKind.Lengths or InputKind.Texts => "multitext",
        InputKind.Outcomes => "dynamic-outcomes",
        InputKind.NoPlanReasons or InputKind.PlanSections or InputKind.Workflows => "checklist",
        InputKind.Workflow => "workflow-definition-picker",
        InputKind.Script => "code-editor",
        InputKind.Cases => "flow-switch-editor",
        InputKind.Variable => "variable-picker",
        InputKind.Output => "output-picker",
        _ => "singleline",
    };

    /// <summary>The type name of a kind, which Studio writes into a newly set input once the server has filled it in.</summary>
    public static string TypeOf(InputKind kind) => kind switch
    {
        InputKind.Flag or InputKind.Condition => "Boolean",
        InputKind.Lengths or InputKind.Texts or InputKind.Outcomes or InputKind.NoPlanReasons or InputKind.PlanSections or InputKind.Workflows => "String[]",
        InputKind.Expression or InputKind.Json => "Object",
        InputKind.Number => "Int32",
        InputKind.Span => "TimeSpan",
        _ => "String",
    };

    /// <summary>What the editor is told: the choices, or nothing.</summary>
    public static JsonObject Specifications(string hint, IReadOnlyList<ChoiceInfo>? choices, string language) => hint switch
    {
        "dropdown" => new JsonObject { [hint] = new JsonObject { ["selectList"] = List(choices, language) } },
        "checklist" => new JsonObject { [hint] = new JsonObject { ["checkList"] = List(choices, language, isCheckList: true) } },
        "code-editor" => new JsonObject { [hint] = new JsonObject { ["language"] = "javascript", ["editorHeight"] = 1 } },
        _ => [],
    };

    /// <summary>The value that the panel shows for an input that nobody has filled in.</summary>
    public static JsonNode? Default(InputInfo input) => input.Kind switch
    {
        _ when input.Default is null => null,
        InputKind.Flag => JsonValue.Create(input.Default == "true"),
        InputKind.Outcomes or InputKind.Texts or InputKind.Lengths => new JsonArray(input.Default),
        _ => JsonValue.Create(input.Default),
    };

    private static JsonObject List(IReadOnlyList<ChoiceInfo>? choices, string language, bool isCheckList = false)
    {
        var items = new JsonArray();

        foreach (var choice in choices ?? [])
        {
            var item = new JsonObject { ["text"] = choice.Label.In(language), ["value"] = choice.Value };

            if (isCheckList)
            {
                item["isChecked"] = false;
            }

            items.Add((JsonNode)item);
        }

        return new JsonObject { ["items"] = items, ["isFlagsEnum"] = false };
    }
}
