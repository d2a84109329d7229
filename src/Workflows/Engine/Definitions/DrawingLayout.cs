using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>Finds a place on the canvas for a step that nobody drew there: right of the one before it, with room for it, and over nothing else.</summary>
internal static class DrawingLayout
{
    private const double Width = 220;

    private const double Height = 80;

    /// <summary>Room for the line between two steps.</summary>
    private const double Between = 80;

    /// <summary>How far down the next free row is looked for.</summary>
    private const double Row = 150;

    /// <summary>Gives a new step its position, and moves what stands right of it when there is too little room.</summary>
    /// <param name="container">The flowchart; the new step is not in it yet.</param>
    /// <param name="added">The new step.</param>
    /// <param name="before">The step that leads to it.</param>
    /// <param name="after">The steps that it leads to.</param>
    /// <param name="isBranch">Whether the step before leads elsewhere too, so that the new one stands in line with what follows.</param>
    public static void Place(JsonObject container, JsonObject added, JsonObject before, IReadOnlyList<JsonObject> after, bool isBranch)
    {
        var from = Box.Of(before);
        var x = from.Right + Between;
        var ahead = after.Select(Box.Of).Where(b => b.X >= from.Right).ToList();
        var y = isBranch && ahead.Count > 0 ? ahead[0].Y : from.Y;

        if (ahead.Count > 0 && x + Width + Between - ahead.Min(static b => b.X) is > 0 and var missing)
        {
            MoveRight(container, from.Right, missing);
        }

        var others = (container["activities"] as JsonArray ?? []).OfType<JsonObject>().Select(Box.Of).ToList();

        while (others.Exists(o => o.Covers(new Box(x, y, Width, Height))))
        {
            y += Row;
        }

        if (added["metadata"] is not JsonObject metadata)
        {
            added["metadata"] = metadata = [];
        }

        metadata["designer"] = new JsonObject
        {
            ["position"] = Point(x, y),
            ["size"] = new JsonObject { ["width"] = Width, ["height"] = Height },
        };
    }

    private static void MoveRight(JsonObject container, double from, double by)
    {
        foreach (var step in (container["activities"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Move(step["metadata"]?["designer"]?["position"], from, by);
        }

        foreach (var bend in (container["connections"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(static l => l["vertices"] as JsonArray ?? []))
        {
            Move(bend, from, by);
        }
    }

    private static void Move(JsonNode? position, double from, double by)
    {
        if (position is JsonObject point && Number(point["x"]) is { } x && x >= from)
        {
            point["x"] = ExpressionValues.FromNumber(x + by);
        }
    }

    private static JsonObject Point(double x, double y) => new() { ["x"] = ExpressionValues.FromNumber(x), ["y"] = ExpressionValues.FromNumber(y) };

    private static double? Number(JsonNode? value) => value is JsonValue number && number.GetValueKind() == System.Text.Json.JsonValueKind.Number ? ExpressionValues.ToDouble(number) : null;

    private sealed record Box(double X, double Y, double Width, double Height)
    {
        private const double Margin = 20;

        public double Right => X + Width;

        public static Box Of(JsonObject step)
        {
            var designer = step["metadata"]?["designer"] as JsonObject;
            var position = designer?["position"] as JsonObject;
            var size = designer?["size"] as JsonObject;

            return new Box(Number(position?["x"]) ?? 0, Number(position?["y"]) ?? 0, Positive(size?["width"], DrawingLayout.Width), Positive(size?["height"], DrawingLayout.Height));
        }

        public bool Covers(Box other) =>
            X < other.Right + Margin && other.X < Right + Margin && Y < other.Y + other.Height + Margin && other.Y < Y + Height + Margin;

        private static double Positive(JsonNode? value, double unless) => Number(value) is > 0 and var number ? number : unless;
    }
}
