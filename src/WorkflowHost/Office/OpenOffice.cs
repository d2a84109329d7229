using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>The rows of a block's list.</summary>
internal abstract record OfficeRows
{
    private OfficeRows()
    {
    }

    public sealed record Deadlines(IReadOnlyList<OfficeDeadline> Items) : OfficeRows;

    public sealed record Tasks(IReadOnlyList<ListedTask> Items) : OfficeRows;

    public sealed record Gaps(IReadOnlyList<CaseWithoutCoordinator> Items) : OfficeRows;

    public sealed record Appeals(IReadOnlyList<OfficeAppeal> Items) : OfficeRows;

    public sealed record Stopped(IReadOnlyList<OpenIncident> Items) : OfficeRows;
}

/// <summary>One page of a block's list.</summary>
internal sealed record OfficeList(OfficeBlock Block, OfficeRows Rows, int Total, DateOnly Today);

/// <summary>The page with all blocks: the numbers, the first rows of each, who is away, and how work is shared.</summary>
internal sealed record OfficeView(OfficeFilter Filter, IReadOnlyList<OfficeBlock> Followed, OfficeSummary Summary, IReadOnlyList<OfficeList> Lists, IReadOnlyList<AwayNow> Away, IReadOnlyList<ColleagueLoad> Workload);

/// <summary>The page with one block.</summary>
internal sealed record OfficeBlockView(OfficeFilter Filter, OfficeList List, PageRequest Page);

/// <summary>Puts together what the office pages show.</summary>
internal sealed class OpenOffice(
    SummariseOffice summary, ListOfficeDeadlines deadlines, ListOfficeTasks tasks, ListCoordinatorGaps gaps, ListOpenAppeals appeals, ListStoppedFlows stopped, ListAwayNow away,
    ListWorkload workload, TimeProvider clock)
{
    /// <summary>Rows of each block on the page with all of them.</summary>
    public const int FirstRows = 10;

    /// <summary>All blocks. Only those with something in them cost a list.</summary>
    public async Task<OfficeView> RunAsync(CurrentUser user, OfficeFilter filter, CancellationToken cancellationToken)
    {
        var numbers = await summary.RunAsync(user, filter, cancellationToken);
        var followed = OfficeBlocks.Of(user);
        var lists = new List<OfficeList>();
        foreach (var block in followed.Where(block => numbers.NumberOf(block) > 0))
        {
            lists.Add(await ListAsync(user, block, filter, new PageRequest(1, FirstRows), numbers.NumberOf(block), cancellationToken));
        }

        return new OfficeView(filter, followed, numbers, lists, await away.RunAsync(user, filter, cancellationToken), await workload.RunAsync(user, filter, cancellationToken));
    }

    /// <summary>One page of one block.</summary>
    public Task<OfficeList> ListAsync(CurrentUser user, OfficeBlock block, OfficeFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        ListAsync(user, block, filter, page, counted: null, cancellationToken);

    private async Task<OfficeList> ListAsync(CurrentUser user, OfficeBlock block, OfficeFilter filter, PageRequest page, int? counted, CancellationToken cancellationToken)
    {
        var (rows, total) = block switch
        {
            OfficeBlock.UnassignedTasks or OfficeBlock.OverdueTasks => Of(await tasks.RunAsync(user, block, filter, page, counted, cancellationToken), static r => new OfficeRows.Tasks(r)),
            OfficeBlock.CasesWithoutCoordinator => Of(await gaps.RunAsync(user, filter, page, counted, cancellationToken), static r => new OfficeRows.Gaps(r)),
            OfficeBlock.OpenAppeals => Of(await appeals.RunAsync(user, filter, page, cancellationToken), static r => new OfficeRows.Appeals(r)),
            OfficeBlock.StoppedFlows => Of(await stopped.RunAsync(user, filter, page, cancellationToken), static r => new OfficeRows.Stopped(r)),
            _ => Of(await deadlines.RunAsync(user, block, filter, page, counted, cancellationToken), static r => new OfficeRows.Deadlines(r)),
        };
        return new OfficeList(block, rows, total, Workflows.Deadlines.NorwegianTime.DateOf(clock.GetUtcNow()));
    }

    private static (OfficeRows Rows, int Total) Of<T>(Found<T> found, Func<IReadOnlyList<T>, OfficeRows> wrap) => (wrap(found.Items), found.Total);
}
