using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>How a value is found: literally, from a variable or input, or by a script.</summary>
/// <param name="Type"><c>Literal</c>, <c>Object</c>, <c>Variable</c>, <c>Input</c> or <c>JavaScript</c>.</param>
/// <param name="Value">What the type needs: the value, the variable, or the script's text.</param>
internal sealed record Expression(string Type, JsonNode? Value)
{
    private Script? script;

    /// <summary>The parsed script, parsed once for the life of the definition.</summary>
    /// <exception cref="ScriptSyntaxException">The text cannot be parsed.</exception>
    public Script Script => script ??= Script.Parse(ExpressionValues.ToText(Value) ?? "");

    /// <summary>Reads an expression object; one without a type is a literal.</summary>
    public static Expression Read(JsonObject json) => new(
        json["type"] is JsonValue type && type.TryGetValue(out string? name) ? name : "Literal",
        json["value"]);
}
