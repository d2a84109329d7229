using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>Turns values into what an activity needs, as Elsa's converter does, and without a culture.</summary>
internal static class ExpressionValues
{
    /// <summary>Readable JSON: Norwegian letters are not escaped.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string? ToText(JsonNode? value) => value switch
    {
        null => null,
        JsonValue scalar => scalar.GetValueKind() switch
        {
            JsonValueKind.String => scalar.GetValue<string>(),
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            JsonValueKind.Null => null,
            _ => scalar.ToString(),
        },
        _ => value.ToJsonString(Readable),
    };

    public static bool ToBool(JsonNode? value)
    {
        switch (value?.GetValueKind())
        {
            case JsonValueKind.True:
                return true;
            case JsonValueKind.Number:
                return ToDouble(value) is not 0;
            case JsonValueKind.String:
                return bool.TryParse(value.GetValue<string>().Trim(), out var result) && result;
            default:
                return false;
        }
    }

    public static int? ToInt(JsonNode? value)
    {
        switch (value?.GetValueKind())
        {
            case JsonValueKind.Number:
                return Convert.ToInt32(ToDouble(value), CultureInfo.InvariantCulture);
            case JsonValueKind.True:
                return 1;
            case JsonValueKind.False:
                return 0;
            case JsonValueKind.String when string.IsNullOrWhiteSpace(value.GetValue<string>()):
                return null;
            case JsonValueKind.String:
                return int.TryParse(value.GetValue<string>().Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
            case null or JsonValueKind.Null or JsonValueKind.Undefined:
                return null;
            default:
                return 0;
        }
    }

    public static double ToDouble(JsonNode value)
    {
        var scalar = value.AsValue();

        return scalar.TryGetValue(out double number) ? number
            : scalar.TryGetValue(out long whole) ? whole
            : scalar.TryGetValue(out int small) ? small
            : double.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>The elements of a list; JSON in a text is a list too, one text is a list of one.</summary>
    public static IReadOnlyList<JsonNode?> ToList(JsonNode? value)
    {
        value = Unwrap(value);

        return value switch
        {
            null => [],
            JsonArray array => [.. array],
            JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(scalar.GetValue<string>()) => [],
            _ => [value],
        };
    }

    public static IReadOnlyList<string> ToTexts(JsonNode? value) => [.. ToList(value).Select(v => ToText(v) ?? "")];

    /// <summary>JSON written into a text, as Studio's editors do, is read; anything else stays as it is.</summary>
    /// <exception cref="FormatException">The text begins like JSON but is not.</exception>
    public static JsonNode? Unwrap(JsonNode? value)
    {
        if (value is not JsonValue scalar || scalar.GetValueKind() != JsonValueKind.String)
        {
            return value;
        }

        var text = scalar.GetValue<string>();
        var start = text.AsSpan().TrimStart();

        if (start.Length == 0 || start[0] is not ('{' or '['))
        {
            return value;
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The value begins like JSON but cannot be read: {e.Message}", e);
        }
    }

    /// <summary>A number as JSON keeps it: whole numbers without a fraction.</summary>
    public static JsonNode FromNumber(double number) =>
        Math.Abs(number) <= 9007199254740991 && Math.Floor(number) == number
            ? JsonValue.Create((long)number)
            : double.IsFinite(number) ? JsonValue.Create(number) : JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));
}
