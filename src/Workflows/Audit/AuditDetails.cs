using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Audit;

/// <summary>Writes event details in one form, so that history reads the same wherever it came from.</summary>
internal static class AuditDetails
{
    internal static JsonObject From(ReadOnlySpan<(string Name, object? Value)> details)
    {
        var result = new JsonObject();
        foreach (var (name, value) in details)
        {
            if (value is not null)
            {
                result[name] = Node(value);
            }
        }

        return result;
    }

    private static JsonNode? Node(object value) => value switch
    {
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        DateOnly date => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTimeOffset at => JsonValue.Create(at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)),
        Guid id => JsonValue.Create(id),
        Enum code => JsonValue.Create(code.ToString()),
        JsonNode node => node,
        IEnumerable list => new JsonArray([.. list.Cast<object>().Select(Node)]),
        _ => JsonValue.Create(value.ToString()),
    };
}
