using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>
/// Raises an event of a drawing's own by hand: one instance hears it, or those of a case, or those outside cases; and published flows that begin with it
/// begin. Events of a case's life are reported to the case instead, since there is more to them than waking flows.
/// </summary>
internal sealed class TriggerEvent(IpDbContext db, InstanceAccess access, ListInstances instances, ChangeInstance change, StartInstance start, DefinitionCatalogue catalogue)
{
    private static readonly LocalizedText OfCase = new(
        "Hendelsen hører til sakens gang. Meld den på saken, så blir den også dokumentert.",
        "Hendinga høyrer til gangen i saka. Meld henne på saka, så blir ho også dokumentert.",
        "The event belongs to the life of a case. Report it to the case, so that it is recorded as well.");

    private static readonly LocalizedText WhichCase = new(
        "Flyter i flere saker venter på hendelsen. Oppgi correlationId (saken) eller workflowInstanceId (flyten).",
        "Flytar i fleire saker ventar på hendinga. Oppgje correlationId (saka) eller workflowInstanceId (flyten).",
        "Flows of several cases wait for the event. Give correlationId (the case) or workflowInstanceId (the flow).");

    /// <summary>Null when done, also when nobody listened.</summary>
    public async Task<Refusal?> RunAsync(
        string name, WorkflowInstanceId? instanceId, string? correlationId, JsonNode? payload, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (CaseEvents.Find(name) is not null)
        {
            return new Refusal(ProblemKind.Conflict, OfCase);
        }

        if (instanceId is { } id)
        {
            return await change.TellAsync(id, name, payload, user, reason, cancellationToken);
        }

        var listening = await ListeningAsync(name, correlationId, user, cancellationToken);

        if (correlationId is null && listening.Any(static l => l.IsOfCase))
        {
            return new Refusal(ProblemKind.Conflict, WhichCase);
        }

        foreach (var (listener, _) in listening)
        {
            await change.TellAsync(listener, name, payload, user, reason, cancellationToken);
        }

        foreach (var (definition, activityId) in catalogue.StartedBy(name))
        {
            await start.RunAsync(new StartWish(definition.DefinitionId, null, correlationId, activityId, null, null), user, reason, cancellationToken);
        }

        return null;
    }

    private async Task<List<(WorkflowInstanceId Id, bool IsOfCase)>> ListeningAsync(string name, string? correlationId, CurrentUser user, CancellationToken cancellationToken)
    {
        var waiting = await db.Waits.Where(w => w.Kind == WaitKind.Event && w.Name == name)
            .Join(access.VisibleTo(user), w => w.InstanceId, i => i.Id, (w, i) => new { i.Id, i.CaseId }).Distinct().ToListAsync(cancellationToken);

        if (correlationId is not null)
        {
            var query = new InstanceQuery { Ids = [.. waiting.Select(static w => w.Id)], CorrelationIds = [correlationId] };
            var meant = await instances.IdsAsync(user, query, cancellationToken);
            waiting.RemoveAll(w => !meant.Contains(w.Id));
        }

        return waiting.ConvertAll(static w => (w.Id, w.CaseId is not null));
    }
}
