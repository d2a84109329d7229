using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>Where cases and work fall out today, in numbers. A number that the user does not follow is null.</summary>
/// <param name="Today">The Norwegian date that the numbers are of.</param>
/// <param name="OverdueDeadlines">The office's own legal deadlines that are over and not answered.</param>
/// <param name="DeadlinesDueSoon">Deadlines that run out today or within seven days.</param>
/// <param name="UnassignedTasks">Tasks that nobody has.</param>
/// <param name="OverdueTasks">Tasks past their date.</param>
/// <param name="CasesWithoutCoordinator">Cases that need a coordinator and have none today.</param>
/// <param name="WithoutCoordinatorSinceOn">First day of the longest gap; null when no coordinator has been lost.</param>
/// <param name="OverdueRevisions">Plans whose day of revision is past.</param>
/// <param name="OpenAppeals">Appeals that are not at an end.</param>
/// <param name="AppealsNearDeadline">Those of them whose next day is past or within seven days.</param>
/// <param name="StoppedFlows">Steps of flows that failed and wait for someone.</param>
internal sealed record OfficeSummary(
    DateOnly Today, int OverdueDeadlines, int DeadlinesDueSoon, int UnassignedTasks, int OverdueTasks,
    int CasesWithoutCoordinator, DateOnly? WithoutCoordinatorSinceOn, int OverdueRevisions, int? OpenAppeals, int? AppealsNearDeadline, int? StoppedFlows)
{
    public int NumberOf(OfficeBlock block) => block switch
    {
        OfficeBlock.OverdueDeadlines => OverdueDeadlines,
        OfficeBlock.DeadlinesDueSoon => DeadlinesDueSoon,
        OfficeBlock.UnassignedTasks => UnassignedTasks,
        OfficeBlock.OverdueTasks => OverdueTasks,
        OfficeBlock.CasesWithoutCoordinator => CasesWithoutCoordinator,
        OfficeBlock.OverdueRevisions => OverdueRevisions,
        OfficeBlock.OpenAppeals => OpenAppeals ?? 0,
        _ => StoppedFlows ?? 0,
    };
}

/// <summary>Counts what falls out, one statement a number.</summary>
internal sealed class SummariseOffice(ListOfficeDeadlines deadlines, ListOfficeTasks tasks, ListCoordinatorGaps gaps, ListOpenAppeals appeals, ListStoppedFlows stopped, TimeProvider clock)
{
    public async Task<OfficeSummary> RunAsync(CurrentUser user, OfficeFilter filter, CancellationToken cancellationToken)
    {
        var followed = OfficeBlocks.Of(user);
        var gap = await gaps.CountAsync(user, filter, cancellationToken);
        var appeal = followed.Contains(OfficeBlock.OpenAppeals) ? await appeals.CountAsync(user, filter, cancellationToken) : null;
        return new OfficeSummary(
            NorwegianTime.DateOf(clock.GetUtcNow()),
            await deadlines.CountAsync(user, OfficeBlock.OverdueDeadlines, filter, cancellationToken),
            await deadlines.CountAsync(user, OfficeBlock.DeadlinesDueSoon, filter, cancellationToken),
            await tasks.CountAsync(user, OfficeBlock.UnassignedTasks, filter, cancellationToken),
            await tasks.CountAsync(user, OfficeBlock.OverdueTasks, filter, cancellationToken),
            gap.Count,
            gap.OldestSinceOn,
            await deadlines.CountAsync(user, OfficeBlock.OverdueRevisions, filter, cancellationToken),
            appeal?.Open,
            appeal?.NearDeadline,
            followed.Contains(OfficeBlock.StoppedFlows) ? await stopped.CountAsync(user, filter, cancellationToken) : null);
    }
}
