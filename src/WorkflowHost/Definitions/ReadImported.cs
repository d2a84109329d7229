using System.Globalization;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>A workflow that was taken in.</summary>
/// <param name="Version">The version that holds it.</param>
/// <param name="IsUnchanged">Whether it was there already.</param>
/// <param name="Problems">How many things forbid publishing it.</param>
internal sealed record ImportedFlow(DefinitionSummary Version, bool IsUnchanged, int Problems);

/// <summary>Tells of what an import did, from the marks that it left in the address that it leads to.</summary>
internal sealed class ReadImported(FindDefinitions find, DefinitionCatalogue catalogue, ActivityCatalogue activities)
{
    /// <summary>Most workflows that are told of one by one.</summary>
    public const int MaxTold = 60;

    private const char Separator = '~';

    /// <summary>What to put into the address.</summary>
    public static string MarkOf(DefinitionOutcome.Saved saved) =>
        string.Join(Separator, saved.DefinitionId, saved.Version.Version.ToString(CultureInfo.InvariantCulture), saved.IsUnchanged ? "same" : "new");

    /// <summary>The workflows that the marks name; a mark that names none is passed over.</summary>
    public async Task<IReadOnlyList<ImportedFlow>> RunAsync(IEnumerable<string?> marks, CancellationToken cancellationToken)
    {
        var read = marks.Select(static m => m?.Split(Separator)).Where(static m => m?.Length >= 3).Take(MaxTold)
            .Select(static m => (Id: string.Join(Separator, m![..^2]), Version: int.TryParse(m[^2], NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0, IsSame: m[^1] == "same")).ToList();
        if (read.Count == 0)
        {
            return [];
        }

        var versions = await find.ListAsync(new DefinitionQuery(DefinitionIds: [.. read.Select(static m => m.Id).Distinct()]), cancellationToken);
        return [.. read.SelectMany(mark => versions.Where(v => v.DefinitionId == mark.Id && v.Version == mark.Version).Select(v => new ImportedFlow(v, mark.IsSame, ProblemsOf(v))))
            .OrderBy(static f => f.Version.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private int ProblemsOf(DefinitionSummary version) => !version.IsPublished && catalogue.Find(version.DefinitionId, version.Version) is { } drawn
        ? DefinitionValidator.Validate(drawn, activities, catalogue.Find).Count(static p => p.Severity == ProblemSeverity.Error)
        : 0;
}
