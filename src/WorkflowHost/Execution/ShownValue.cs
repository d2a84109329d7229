using System.Text.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>
/// What may be shown of a value that a flow holds to those who look after flows and not after the case. Answers of forms, texts and dates may tell
/// about a person, so only what cannot is shown: yes or no, small numbers, and ids of our own.
/// </summary>
internal static class ShownValue
{
    /// <summary>Larger numbers may be identity, account or telephone numbers.</summary>
    private const long MaxNumber = 99_999;

    private static readonly LocalizedText Hidden = new("Vises ikke her", "Blir ikkje vist her", "Not shown here");

    /// <summary>The value, or a text that says that it is not shown; null stays null, so that one sees whether a value is there.</summary>
    public static JsonNode? Of(JsonNode? value, string language) => value is null ? null : IsHarmless(value) ? value.DeepClone() : Hidden.In(language);

    /// <summary>Each value of an object, see <see cref="Of"/>.</summary>
    public static JsonObject OfEach(JsonObject values, string language)
    {
        var shown = new JsonObject();

        foreach (var (name, value) in values)
        {
            shown[name] = Of(value, language);
        }

        return shown;
    }

    private static bool IsHarmless(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => true,
        JsonValueKind.Number => value.Deserialize<double>() is >= -MaxNumber and <= MaxNumber,
        JsonValueKind.String => Guid.TryParse(value.GetValue<string>(), out _),
        _ => false,
    };
}
