using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Lists the approved versions of a plan, shows one, and tells what differs between two. A participant's versions are cut before they are compared.</summary>
internal sealed class ReadPlanVersions(IpDbContext db, ReadPlan plans, TimeProvider clock)
{
    /// <summary>The word that stands for the draft where a version number is asked for.</summary>
    public const string Draft = "draft";

    /// <summary>All versions, newest first; empty when there is no plan.</summary>
    public async Task<IReadOnlyList<PlanVersionView>> ListAsync(CaseOpening.Opened opening, CancellationToken cancellationToken) =>
        await plans.FindAsync(opening.Case.Id, cancellationToken) is { } plan
            ? [.. (await db.PlanVersions.Where(v => v.PlanId == plan.Id).OrderByDescending(v => v.Number).ToListAsync(cancellationToken)).Select(PlanVersionView.Of)]
            : [];

    /// <summary>One version; null when there is none of that number.</summary>
    public async Task<PlanVersionDetails?> FindAsync(CurrentUser user, CaseOpening.Opened opening, int number, CancellationToken cancellationToken)
    {
        if (await plans.FindAsync(opening.Case.Id, cancellationToken) is not { } plan
            || await db.PlanVersions.FirstOrDefaultAsync(v => v.PlanId == plan.Id && v.Number == number, cancellationToken) is not { } version)
        {
            return null;
        }

        var sight = await SightAsync(user, opening, cancellationToken);
        return new PlanVersionDetails(
            version.Id, version.Number, version.Approval.On, version.Approval.Form, version.FixedAt, version.RuleSetKey, version.Approval.RecordedBy, !sight.IsWhole,
            sight.Cut(version.Content), sight.IsWhole ? version.Facts : null, sight.IsWhole ? version.MissingPoints : []);
    }

    /// <summary>What differs. <c>draft</c> stands for the draft; without <paramref name="to"/> the newest version is meant, and without <paramref name="from"/> the one before it.</summary>
    /// <returns>Null when there is no such version, or nothing may be seen.</returns>
    public async Task<PlanComparisonView?> CompareAsync(CurrentUser user, CaseOpening.Opened opening, string? from, string? to, CancellationToken cancellationToken)
    {
        if (await plans.FindAsync(opening.Case.Id, cancellationToken) is not { } plan)
        {
            return null;
        }

        var versions = await db.PlanVersions.Where(v => v.PlanId == plan.Id).OrderBy(v => v.Number).ToListAsync(cancellationToken);
        var sight = await SightAsync(user, opening, cancellationToken);
        var later = Choose(string.IsNullOrEmpty(to) ? Text(versions.LastOrDefault()?.Number) : to, plan, versions, sight);
        var earlier = Choose(string.IsNullOrEmpty(from) ? Text((later?.Number ?? versions.Count + 1) - 1) : from, plan, versions, sight);
        return earlier is null || later is null
            ? null
            : new PlanComparisonView(earlier.Number, later.Number, PlanComparison.Between(earlier.Content, later.Content, earlier.Facts, later.Facts));
    }

    private static Side? Choose(string? which, Plan plan, List<PlanVersion> versions, PlanSight sight)
    {
        if (which == Draft)
        {
            return sight.IsWhole && plan.IsOpen ? new Side(null, plan.Draft, versions.LastOrDefault()?.Facts) : null;
        }

        return int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && versions.FirstOrDefault(v => v.Number == number) is { } version
            && sight.Cut(version.Content) is { } content
                ? new Side(number, content, sight.IsWhole ? version.Facts : null)
                : null;
    }

    private Task<PlanSight> SightAsync(CurrentUser user, CaseOpening.Opened opening, CancellationToken cancellationToken) =>
        PlanSight.OfAsync(db, user, opening, clock.GetUtcNow(), cancellationToken);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private sealed record Side(int? Number, PlanContent Content, PlanFacts? Facts);
}
