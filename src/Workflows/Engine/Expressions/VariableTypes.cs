using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>Gives values the type that a variable declares. A value that does not fit becomes the type's own default, as in Elsa.</summary>
internal static class VariableTypes
{
    public static JsonNode? Convert(string typeName, bool isArray, JsonNode? value)
    {
        if (value is null || value.GetValueKind() is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return null;
        }

        if (isArray || typeName.EndsWith("[]", StringComparison.Ordinal))
        {
            return TryUnwrap(value) as JsonArray ?? (IsBlank(value) ? null : new JsonArray(value.DeepClone()));
        }

        return Short(typeName) switch
        {
            "String" => ExpressionValues.ToText(value),
            "Int16" or "Int32" or "Int64" or "Byte" => IsBlank(value) ? null : ToWhole(value),
            "Double" or "Single" or "Decimal" => IsBlank(value) ? null : ToFraction(value),
            "Boolean" => IsBlank(value) ? null : ExpressionValues.ToBool(value),
            "ExpandoObject" or "JsonObject" or "JsonNode" or "JsonElement" or "ObjectDictionary" or "JsonArray" => IsBlank(value) ? null : TryUnwrap(value),
            _ => value,
        };
    }

    private static string Short(string typeName)
    {
        var end = typeName.IndexOf(',', StringComparison.Ordinal);
        var name = end < 0 ? typeName : typeName[..end];

        return name.StartsWith("System.", StringComparison.Ordinal) ? name[(name.LastIndexOf('.') + 1)..] : name;
    }

    private static bool IsBlank(JsonNode value) => value.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetValue<string>());

    private static JsonNode ToWhole(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => JsonValue.Create((long)Math.Round(ExpressionValues.ToDouble(value), MidpointRounding.ToEven)),
        JsonValueKind.True => JsonValue.Create(1L),
        JsonValueKind.String => JsonValue.Create(
            long.TryParse(value.GetValue<string>().Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0L),
        _ => JsonValue.Create(0L),
    };

    private static JsonNode ToFraction(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => value,
        JsonValueKind.True => JsonValue.Create(1L),
        JsonValueKind.String => ExpressionValues.FromNumber(
            double.TryParse(value.GetValue<string>().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0),
        _ => JsonValue.Create(0L),
    };

    private static JsonNode? TryUnwrap(JsonNode value)
    {
        try
        {
            return ExpressionValues.Unwrap(value);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
