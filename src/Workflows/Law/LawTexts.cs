using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace IndividualPlan.Workflows.Law;

/// <summary>A rule that a step stands on, as a case worker reads it.</summary>
/// <param name="Fact">Which fact of the domain it is, for example <c>L-30</c>.</param>
/// <param name="Text">One or two plain sentences.</param>
/// <param name="Statute">The act or regulation with its sections, by its Norwegian name; null for good practice that no statute demands.</param>
public sealed record LawText(string Fact, LocalizedText Text, string? Statute = null);

/// <summary>The law behind the steps, in plain words: what each fact that drawings cite says, and where it stands.</summary>
public static partial class LawTexts
{
    private const string File = "IndividualPlan.Workflows.Law.law-texts.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private static readonly Lazy<IReadOnlyList<LawText>> Embedded = new(Read);

    private static readonly Lazy<Dictionary<string, LawText>> ByFact = new(() => All.ToDictionary(text => text.Fact, StringComparer.Ordinal));

    /// <summary>All facts with a text.</summary>
    public static IReadOnlyList<LawText> All => Embedded.Value;

    /// <summary>What a fact says, or null when there is no text for it.</summary>
    public static LawText? Find(string fact) => ByFact.Value.GetValueOrDefault(fact);

    /// <summary>The facts that a text cites, such as <c>(L-1, L-40–L-42)</c>, in order and each once; a range gives its two ends.</summary>
    public static IReadOnlyList<string> CitedIn(string? text) =>
        text is null ? [] : [.. FactId().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>A text without its citations in brackets, as people who do the work read it.</summary>
    public static string? WithoutCitations(string? text) => text is null ? null : Citation().Replace(text, "").Trim();

    private static IReadOnlyList<LawText> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(File)!;
        return JsonSerializer.Deserialize<IReadOnlyList<LawText>>(stream, Options)!;
    }

    [GeneratedRegex(@"\b[LD]-[0-9]+b?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FactId();

    // In brackets: fact ids and codes of reasons, alone or after statutes.
    [GeneratedRegex(@"\s*\([^()]*\b([LDPW]-[0-9]+|N[0-9]{2})\b[^()]*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Citation();
}
