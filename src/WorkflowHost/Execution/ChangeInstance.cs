using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Calls instances off, removes finished ones, retries failed ones and wakes waiting ones, each by hand and with a trace of who and why.</summary>
internal sealed class ChangeInstance(InstanceAccess access, IpDbContext db, WorkWriter writer, TimeProvider clock)
{
    private static readonly LocalizedText HasEnded = new(
        "Flyten er allerede avsluttet.", "Flyten er allereie avslutta.", "The flow has already ended.");

    private static readonly LocalizedText NotEnded = new(
        "Flyten går ennå. Avlys den først hvis den skal bort.", "Flyten går enno. Avlys han først om han skal bort.", "The flow is still running. Call it off first if it is to be removed.");

    private static readonly LocalizedText IsRecord = new(
        "Flyten hører til en sak og er en del av dokumentasjonen. Den slettes ikke herfra.",
        "Flyten høyrer til ei sak og er ein del av dokumentasjonen. Han blir ikkje sletta herifrå.",
        "The flow belongs to a case and is part of its record. It is not deleted from here.");

    private static readonly LocalizedText HasTasks = new(
        "Noen har hatt oppgaver i flyten. De er dokumentasjon, så flyten slettes ikke.",
        "Nokon har hatt oppgåver i flyten. Dei er dokumentasjon, så flyten blir ikkje sletta.",
        "People have had tasks in the flow. They are a record, so the flow is not deleted.");

    private static readonly LocalizedText NothingFailed = new(
        "Ingenting i flyten venter på et nytt forsøk.", "Ingenting i flyten ventar på eit nytt forsøk.", "Nothing in the flow waits for another try.");

    private static readonly LocalizedText NotWaiting = new(
        "Flyten venter ikke på dette lenger.", "Flyten ventar ikkje på dette lenger.", "The flow no longer waits for this.");

    private static readonly LocalizedText OtherWay = new(
        "Dette kan ikke vekkes for hånd: oppgaver fullføres av den som har dem, hendelser i saken meldes på saken, frister løper, og svar kommer utenfra.",
        "Dette kan ikkje vekkjast for hand: oppgåver blir fullførte av den som har dei, hendingar i saka blir melde på saka, fristar løper, og svar kjem utanfrå.",
        "This cannot be woken by hand: tasks are completed by those who have them, events of a case are reported to the case, legal deadlines run, and answers come from outside.");

    /// <summary>Calls an instance off, with its children and tasks. Null when done.</summary>
    public Task<Refusal?> CancelAsync(WorkflowInstanceId id, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        ChangeAsync(id, user, reason, "Avlyste en arbeidsflyt.", HasEnded, async (work, caseId, token) =>
        {
            var outcome = await work.Flows.CancelAsync(id, work.Operation.Reason, token);
            work.Operation.Record(caseId, "workflow-instance-cancelled", ("instanceId", id));
            return outcome;
        }, cancellationToken);

    /// <summary>Removes a finished instance that is nobody's record. Null when done.</summary>
    public async Task<Refusal?> DeleteAsync(WorkflowInstanceId id, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var opening = await access.OpenAsync(user, id, null, reason, cancellationToken);
        if (opening is not InstanceOpening.Opened(var opened))
        {
            return ((InstanceOpening.Refused)opening).Refusal;
        }

        var why = opened.Row.CaseId is not null ? IsRecord
            : opened.Row.Status != WorkflowStatus.Finished || opened.Row.OpenIncidents > 0 ? NotEnded
            : await db.HumanTasks.AnyAsync(t => t.InstanceId == id, cancellationToken) ? HasTasks
            : null;

        if (why is not null)
        {
            return new Refusal(ProblemKind.Conflict, why);
        }

        var operation = new Operation(user.Actor, reason.Or("Slettet en avsluttet arbeidsflyt."), clock.GetUtcNow());
        return await writer.RunAsync(operation, async Task<Refusal?> (work, token) =>
        {
            if (await work.Db.WorkflowInstances.FindAsync([id], token) is not { Status: WorkflowStatus.Finished } row)
            {
                return Refusal.NotFound();
            }

            work.Db.Remove(row);
            work.Operation.Record(null, "workflow-instance-deleted", ("instanceId", id), ("definitionId", row.DefinitionId), ("version", row.DefinitionVersion));
            return null;
        }, cancellationToken);
    }

    /// <summary>Runs the failed steps of an instance again: all, or those of the activities named. Null when done.</summary>
    public Task<Refusal?> RetryAsync(WorkflowInstanceId id, IReadOnlyCollection<string> activityIds, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        ChangeAsync(id, user, reason, "Prøvde feilede steg i arbeidsflyten på nytt.", NothingFailed, async (work, caseId, token) =>
        {
            var open = await work.Db.Incidents.Where(i => i.InstanceId == id && i.ResolvedAt == null).OrderBy(i => i.IncidentId).ToListAsync(token);
            var done = ResumeOutcome.AlreadyDone;

            foreach (var incident in open.Where(i => activityIds.Count == 0 || activityIds.Contains(i.ActivityId)))
            {
                if (await work.Flows.RetryIncidentAsync(id, incident.IncidentId, token) == ResumeOutcome.Resumed)
                {
                    work.Operation.Record(caseId, "incident-retried", ("instanceId", id), ("incident", incident.IncidentId));
                    done = ResumeOutcome.Resumed;
                }
            }

            return done;
        }, cancellationToken);

    /// <summary>Lets one instance hear an event. Null when it did.</summary>
    public Task<Refusal?> TellAsync(WorkflowInstanceId id, string eventName, JsonNode? payload, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        ChangeAsync(id, user, reason, "Meldte en hendelse til en arbeidsflyt.", NotWaiting, async (work, caseId, token) =>
        {
            var outcome = await work.Flows.HappenAsync(id, new Stimulus.EventReceived(eventName, payload?.DeepClone()), token);
            work.Operation.Record(caseId, "workflow-event-triggered", ("instanceId", id), ("event", eventName));
            return outcome;
        }, cancellationToken);

    /// <summary>Ends one wait by hand, when nothing but the drawing gives the wait its meaning. Null when done.</summary>
    public async Task<Refusal?> ResumeAsync(InstancePart wait, JsonNode? payload, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(user, wait.InstanceId, null, reason, cancellationToken) is InstanceOpening.Opened(var opened))
        {
            if (opened.State.Waits.FirstOrDefault(w => w.Id == wait.Number) is not { } found)
            {
                return new Refusal(ProblemKind.Conflict, NotWaiting);
            }

            var isPlain = found.ActivityType.StartsWith("Elsa.", StringComparison.Ordinal)
                && (found.Kind == WaitKind.Timer || (found.Kind == WaitKind.Event && CaseEvents.Find(found.Name ?? "") is null));

            if (!isPlain)
            {
                return new Refusal(ProblemKind.Conflict, OtherWay);
            }
        }

        return await ChangeAsync(wait.InstanceId, user, reason, "Lot en arbeidsflyt gå videre for hånd.", NotWaiting, async (work, caseId, token) =>
        {
            var outcome = await work.Flows.ResumeAsync(wait.InstanceId, wait.Number, payload?.DeepClone(), token);
            work.Operation.Record(caseId, "workflow-wait-resumed", ("instanceId", wait.InstanceId), ("waitId", wait.Number));
            return outcome;
        }, cancellationToken);
    }

    /// <summary>What all changes of one instance have in common: the user is let in, the change is one operation, and one that finds nothing to do leaves no trace.</summary>
    public async Task<Refusal?> ChangeAsync(
        WorkflowInstanceId id, CurrentUser user, CallReason reason, string defaultReason, LocalizedText nothingToDo,
        Func<Work, CaseId?, CancellationToken, Task<ResumeOutcome>> changeAsync, CancellationToken cancellationToken)
    {
        var opening = await access.OpenAsync(user, id, null, reason, cancellationToken);
        if (opening is not InstanceOpening.Opened(var opened))
        {
            return ((InstanceOpening.Refused)opening).Refusal;
        }

        var operation = new Operation(user.Actor, reason.Or(defaultReason), clock.GetUtcNow());
        return await writer.RunAsync(operation, async Task<Refusal?> (work, token) =>
        {
            switch (await changeAsync(work, opened.Row.CaseId, token))
            {
                case ResumeOutcome.Resumed:
                    return null;
                case ResumeOutcome.NotFound:
                    work.Discard();
                    return Refusal.NotFound();
                default:
                    work.Discard();
                    return new Refusal(ProblemKind.Conflict, nothingToDo);
            }
        }, cancellationToken);
    }
}
