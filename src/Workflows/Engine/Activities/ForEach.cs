using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Goes through a list, one item after the other.</summary>
internal sealed class ForEach : Loop
{
    public override string Type => "Elsa.ForEach";

    public override void Execute(ActivityContext c) => Iterate(c);

    protected override void Iterate(ActivityContext c)
    {
        if (c.Execution.IsBreaking)
        {
            c.Complete();
            return;
        }

        var index = c.Local["index"]?.GetValue<int>() ?? 0;
        var items = Items(c);

        if (index >= items.Count)
        {
            c.Complete();
            return;
        }

        c.SetOutput("CurrentValue", items[index]);
        c.Local["index"] = index + 1;

        if (Body(c) is not { } body)
        {
            c.Complete();
            return;
        }

        c.Schedule(body, new("CurrentIndex", index), new("CurrentValue", items[index]));
    }

    private static IReadOnlyList<JsonNode?> Items(ActivityContext c)
    {
        if (c.Node.FindInput("items") is null)
        {
            return [];
        }

        var value = ExpressionValues.Unwrap(c.GetInput("items"));

        return value switch
        {
            null => throw new ActivityFaultException("The items of the loop are empty: a list was expected."),
            JsonArray list => [.. list],
            JsonValue text when text.GetValueKind() == JsonValueKind.String => string.IsNullOrWhiteSpace(text.GetValue<string>()) ? [] : [text],
            _ => throw new ActivityFaultException("The items of the loop are not a list."),
        };
    }
}
