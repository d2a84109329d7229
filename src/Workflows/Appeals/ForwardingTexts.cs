using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.Appeals;

/// <summary>The letter to the appeal body in its five parts (oversendelsesbrev, L-112).</summary>
/// <param name="Question">The question in the case.</param>
/// <param name="Investigation">Documentation and investigation.</param>
/// <param name="SourcesOfLaw">Relevant sources of law.</param>
/// <param name="AppellantsArguments">The appellant's arguments.</param>
/// <param name="Assessment">The first instance's assessment.</param>
/// <param name="LegalReferences">Keys of statutes chosen from the rule set.</param>
/// <param name="InternalNote">Note that is not sent, or null.</param>
public sealed record ForwardingTexts(
    string Question,
    string Investigation,
    string SourcesOfLaw,
    string AppellantsArguments,
    string Assessment,
    IReadOnlyList<string> LegalReferences,
    string? InternalNote = null)
{
    /// <summary>Names of the parts that are still blank; the file is not sent before all are written.</summary>
    public IReadOnlyList<string> Missing() =>
        [.. new (string Name, string Text)[]
        {
            ("question", Question), ("investigation", Investigation), ("sourcesOfLaw", SourcesOfLaw),
            ("appellantsArguments", AppellantsArguments), ("assessment", Assessment),
        }.Where(part => string.IsNullOrWhiteSpace(part.Text)).Select(part => part.Name)];

    internal ForwardingTexts Bounded() => new(
        Bound(Question), Bound(Investigation), Bound(SourcesOfLaw), Bound(AppellantsArguments), Bound(Assessment), [.. LegalReferences],
        InternalNote is null ? null : Bound(InternalNote));

    private static string Bound(string text) => TextLimits.Bound(text, TextLimits.LongText, nameof(text)) ?? "";
}
