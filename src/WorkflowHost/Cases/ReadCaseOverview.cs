using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases.Coordinating;
using IndividualPlan.WorkflowHost.Cases.History;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>What the first page of a case shows.</summary>
/// <param name="Header">What stands at the top.</param>
/// <param name="Case">The case.</param>
/// <param name="Tasks">Open tasks of the case that the reader may see, the most urgent first.</param>
/// <param name="Participants">Who takes part in the plan.</param>
/// <param name="Information">Information given, the latest first.</param>
/// <param name="Coordinating">Why there is no plan, and what coordinates instead; null for those who see a part of the case.</param>
/// <param name="Latest">What happened last; null for those who do not read the history.</param>
internal sealed record CaseOverview(
    CaseHeader Header, CaseView Case, IReadOnlyList<ListedTask> Tasks, IReadOnlyList<ParticipantView> Participants, IReadOnlyList<InformationView> Information,
    CoordinatingView? Coordinating,
    IReadOnlyList<HistoryMoment>? Latest);

/// <summary>That information about individual plan was given (L-16, L-19).</summary>
internal sealed record InformationView(DateTimeOffset GivenAt, InformationChannel Channel, InformationResponse Response, string Language, bool InterpreterUsed, string InformedBy, DateOnly? RaiseAgainOn);

/// <summary>Puts the first page of a case together. The caller has been let in by <see cref="CaseAccess"/>.</summary>
internal sealed class ReadCaseOverview(IpDbContext db, ReadCase cases, ReadPlan plans, FindTasks tasks, ReadCaseHistory history, ReadCoordinating coordinating, UserDirectory users)
{
    private const int MaxTasks = 50;
    private const int LatestEvents = 8;

    public async Task<CaseOverview> RunAsync(OpenedCase opened, CancellationToken cancellationToken)
    {
        var (user, id) = (opened.User, opened.Id);
        var open = await tasks.RunAsync(user, new TaskFilter { CaseId = id, Phase = TaskPhase.Open }, new PageRequest(1, MaxTasks), new CallReason(null), cancellationToken);
        var information = opened.IsWhole ? await db.InformationRecords.Where(i => i.CaseId == id).OrderByDescending(i => i.GivenAt).ToListAsync(cancellationToken) : [];

        return new CaseOverview(
            opened.Header,
            await cases.RunAsync(user, opened.Opening, cancellationToken),
            open.Items,
            await plans.ParticipantsAsync(user, opened.Opening, cancellationToken),
            [.. information.Select(i => new InformationView(i.GivenAt, i.Channel, i.Response, i.Language, i.InterpreterUsed, users.NameOf(i.InformedBy), i.RaiseAgainOn))],
            opened.IsWhole ? await coordinating.RunAsync(id, cancellationToken) : null,
            opened.IsWhole && Policies.Granted[Policies.ReadHistory].Any(user.Has) ? await history.LatestAsync(id, LatestEvents, cancellationToken) : null);
    }
}
