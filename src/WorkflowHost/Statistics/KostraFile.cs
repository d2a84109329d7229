using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.WorkflowHost.Statistics.Reports;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>The file for KOSTRA form 11F (ST-1): a line for each person with a case under the social services act in the year, by an internal id and nothing else about the person.</summary>
internal sealed class KostraFile(ReadStatistics read)
{
    /// <summary>Name of the field in form 11F.</summary>
    public const string Field = "FAAT_INDIVIDUELL_PLAN";

    public async Task<(byte[] Content, int Lines)> WriteAsync(CurrentUser user, StatisticsFilter filter, CancellationToken cancellationToken)
    {
        var scope = read.ScopeOf(user, filter);
        var withPlan = KostraSupport.PersonsWithPlan(scope);
        var lines = await KostraSupport.CasesOf(scope).OrderBy(static c => c.PersonId)
            .Select(c => new { c.PersonId, HasPlan = withPlan.Contains(c.PersonId) }).ToListAsync(cancellationToken);
        var year = scope.FromOn.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return (Csv.Write(lines.Select(l => new[] { l.PersonId.ToString(), year, l.HasPlan ? KostraSupport.Made : KostraSupport.NotMade }).Prepend(["ID", "AAR", Field])), lines.Count);
    }
}
