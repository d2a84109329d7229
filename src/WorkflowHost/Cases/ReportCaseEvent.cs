using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Answer to a report: what was noted, and where the case stands once the flows have reacted.</summary>
internal sealed record EventReported(CaseId CaseId, string Event, DateTimeOffset At, Guid? SubjectId, CaseState State);

/// <summary>Takes a report about a case: checks it, notes it in the history with who and why, and lets the flows react in the same transaction.</summary>
internal sealed class ReportCaseEvent(IEnumerable<ReportedEvent> events, CaseAccess access, IpDbContext db, WorkWriter writer, Ids ids, TimeProvider clock)
{
    /// <summary>Name of what makes sending a report twice harmless; it may be left out.</summary>
    private const string OperationId = "operationId";

    private readonly Dictionary<string, ReportedEvent> _events = events.ToDictionary(e => e.Name, StringComparer.Ordinal);

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Reported(EventReported Receipt) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    public async Task<Outcome> RunAsync(CaseId caseId, string name, JsonObject body, Func<long, bool> isSeenVersion, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (!_events.TryGetValue(name, out var reported))
        {
            return new Outcome.Refused(new Refusal(ProblemKind.NotFound, Messages.Format(new(
                "Det finnes ingen slik hendelse. Kjente hendelser: {0}.", "Det finst inga slik hending. Kjende hendingar: {0}.", "There is no such event. Known events: {0}."),
                string.Join(", ", _events.Keys.Order(StringComparer.Ordinal)))));
        }

        if (await access.MayActAsync(user, caseId, cancellationToken) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        if (!reported.ReportedBy.Any(user.Has))
        {
            return new Outcome.Refused(Refusal.Forbidden());
        }

        var now = clock.GetUtcNow();
        var found = await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken);
        if (!isSeenVersion(found.Version))
        {
            return new Outcome.Refused(Refusal.Stale());
        }

        var report = new EventReport(found, new CaseEventBody(body), db, ids, now, NorwegianTime.DateOf(now));
        if (report.Body.IsTooLarge)
        {
            return new Outcome.Refused(new Refusal(ProblemKind.TooLarge, ProblemKind.TooLarge.Title));
        }

        var operationId = report.Body.Id(OperationId);
        report.Body.Payload.Remove(OperationId);
        if (operationId is { } sent && await IsReportedAsync(db, caseId, sent, cancellationToken))
        {
            return new Outcome.Reported(new EventReported(caseId, name, now, null, found.State));
        }

        await reported.CheckAsync(report, cancellationToken);
        if (report.Body.Errors.Any)
        {
            return new Outcome.Refused(report.Body.Errors.ToRefusal());
        }

        var operation = new Operation(user.Actor, reason.Or(report.Body.Reason, reported.DefaultReason), now);
        return new Outcome.Reported(await writer.RunAsync(operation, (work, token) => ReportAsync(work, reported, report, operationId, token), cancellationToken));
    }

    private static async Task<EventReported> ReportAsync(Work work, ReportedEvent reported, EventReport report, Guid? operationId, CancellationToken cancellationToken)
    {
        var caseId = report.Case.Id;
        if (operationId is { } sent && await IsReportedAsync(work.Db, caseId, sent, cancellationToken))
        {
            return new EventReported(caseId, reported.Name, work.Operation.Now, null, report.Case.State);
        }

        var details = (JsonObject)report.Details.DeepClone();
        details["event"] = reported.Name;
        if (operationId is not null)
        {
            details[OperationId] = operationId.ToString();
        }

        work.Operation.Record(caseId, ReportedEvent.HistoryName, details);
        await reported.ApplyAsync(work, report, cancellationToken);
        await work.FlushAsync(cancellationToken);
        await work.Flows.RaiseCaseEventAsync(caseId, reported.Name, report.Body.Payload.DeepClone(), cancellationToken);
        await work.FlushAsync(cancellationToken);
        var state = await work.Db.Cases.Where(c => c.Id == caseId).Select(c => c.State).FirstAsync(cancellationToken);
        return new EventReported(caseId, reported.Name, work.Operation.Now, report.SubjectId, state);
    }

    /// <summary>Whether the same report was taken before: sent twice, it is one.</summary>
    private static Task<bool> IsReportedAsync(IpDbContext db, CaseId caseId, Guid operationId, CancellationToken cancellationToken)
    {
        var mark = operationId.ToString();
        return db.History.AnyAsync(h => h.CaseId == caseId && h.Event == ReportedEvent.HistoryName && h.Details.Contains(mark), cancellationToken);
    }
}
