using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Carries out what the engine decided, in order.</summary>
internal sealed class CommandBatch(Work work, FlowServices services, WorkflowRunner runner)
{
    private readonly Dictionary<CaseId, JsonObject> _facts = [];

    /// <summary>The facts about the instance's case, read once until a command changes something; null when the drawing does not look at them.</summary>
    public async Task<JsonObject?> CaseFactsAsync(LiveInstance live, CancellationToken cancellationToken)
    {
        if (live.Row.CaseId is not { } caseId || !services.Catalogue.NeedsCaseFacts(live.Definition))
        {
            return null;
        }

        if (!_facts.TryGetValue(caseId, out var facts))
        {
            await work.FlushAsync(cancellationToken);
            facts = _facts[caseId] = await services.Facts(work, caseId, cancellationToken);
        }

        return facts;
    }

    /// <summary>Takes over the new state and carries out the commands.</summary>
    /// <param name="live">The instance.</param>
    /// <param name="result">What the engine decided.</param>
    /// <param name="number">Which advance of the operation this is, from 1.</param>
    /// <param name="blame">The step of the parent that fails when a command does, for a child whose first advance is part of the parent's; null otherwise.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ApplyFailedException">A domain command could not be carried out.</exception>
    public async Task ApplyAsync(LiveInstance live, AdvanceResult result, int number, AdvanceFault? blame, CancellationToken cancellationToken)
    {
        var before = live.State;
        live.Take(result.State);
        List<OpenWait> tasks = [];

        foreach (var command in result.Commands)
        {
            switch (command)
            {
                case Journal journal:
                    live.NewLines.Add(journal.Entry);
                    break;

                case WriteOutput output:
                    live.NewLines.AddOutput(work.Operation.Now, output, output.Line);
                    break;

                case DropExecution drop:
                    live.NewLines.AddDropped(work.Operation.Now, drop);
                    break;

                case OpenWait { Wait.Kind: WaitKind.Task } open:
                    tasks.Add(open);
                    break;

                case OpenWait open:
                    Open(live, open.Wait);
                    break;

                case CloseWait close:
                    await CloseAsync(live, before, close, tasks, cancellationToken);
                    break;

                case StartChild start:
                    await StartAsync(live, start, blame ?? new AdvanceFault(number, start.ExecutionId, ""), cancellationToken);
                    break;

                case CancelChild cancel:
                    await CancelChildAsync(live, cancel.WaitId, cancellationToken);
                    break;

                case RaiseEvent { IsLocal: true } raise:
                    runner.Enqueue(live.Row.Id, new Stimulus.EventReceived(raise.Name, raise.Payload));
                    break;

                case RaiseEvent raise:
                    runner.Publish(raise.Name, raise.Payload, raise.CorrelationId, live.Row.CaseId);
                    break;

                case SendHttp send:
                    Send(live, send);
                    break;

                case RaiseIncident raise:
                    Raise(live, raise.Incident);
                    break;

                case ResolveIncident resolve:
                    await ResolveAsync(live, resolve.IncidentId, cancellationToken);
                    break;

                case Finish finish:
                    TellParent(live, finish);
                    break;

                default:
                    await ApplyDomainAsync(live, command, blame ?? new AdvanceFault(number, command.ExecutionId, ""), cancellationToken);
                    break;
            }
        }

        foreach (var open in tasks)
        {
            TaskOfWait.OpenUnlessThere(work, live, open.Wait);
        }
    }

    private async Task ApplyDomainAsync(LiveInstance live, EngineCommand command, AdvanceFault blame, CancellationToken cancellationToken)
    {
        var applier = services.ApplierOf(command);

        if (applier.FlushesChanges)
        {
            // What others changed before must not be blamed on this command.
            await work.FlushAsync(cancellationToken);
        }

        try
        {
            await applier.ApplyAsync(command, new ApplyScope(work, live.Row), cancellationToken);
            _facts.Clear();

            if (applier.FlushesChanges)
            {
                // Written at once, so that a constraint that refuses it is blamed on this command, and later queries see it.
                await work.FlushAsync(cancellationToken);
            }
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or ApplyFailedException) && !LostRace.Is(failure))
        {
            throw new ApplyFailedException(blame with { Message = failure.Message }, failure);
        }
    }

    private void Open(LiveInstance live, Wait wait) =>
        work.Db.Add(new WaitRow
        {
            InstanceId = live.Row.Id,
            WaitId = wait.Id,
            Kind = wait.Kind,
            Name = wait.Name,
            DueAt = wait.DueAt,
            Rung = wait.Kind == WaitKind.Timer ? NextRung.Read(wait.Name)?.Kind : null,
            CaseId = live.Row.CaseId,
        });

    private async Task CloseAsync(LiveInstance live, WorkflowState? before, CloseWait close, List<OpenWait> tasks, CancellationToken cancellationToken)
    {
        if (tasks.RemoveAll(t => t.Wait.Id == close.WaitId) > 0)
        {
            return;
        }

        // A wait that this work opened itself is not in the state before; its row is then tracked, and is a task's when there is none.
        var kind = before?.Waits.FirstOrDefault(w => w.Id == close.WaitId)?.Kind;

        if (kind != WaitKind.Task && await work.Db.Waits.FindAsync([live.Row.Id, close.WaitId], cancellationToken) is { } row)
        {
            work.Db.Remove(row);
            return;
        }

        if (kind is null or WaitKind.Task)
        {
            await TaskOfWait.CancelIfOpenAsync(work, live, close, cancellationToken);
        }
    }

    private async Task StartAsync(LiveInstance live, StartChild start, AdvanceFault blame, CancellationToken cancellationToken)
    {
        var definition = services.Catalogue.Find(start.DefinitionId, start.Version);

        if (definition is null)
        {
            if (start.WaitId is { } waitId)
            {
                runner.Enqueue(live.Row.Id, new Stimulus.RaiseFault(waitId, $"The workflow {start.DefinitionId} is not published."));
            }

            return;
        }

        var id = start.InstanceId is { } given ? new WorkflowInstanceId(Guid.Parse(given)) : work.Ids.NewWorkflowInstanceId();
        var child = new NewInstance(id, definition, live.Row.CaseId, start.WaitId is null ? null : live.Row.Id, start.WaitId);

        if (start.Begun is { } begun)
        {
            await runner.TakeBegunAsync(child, begun, blame, cancellationToken);
        }
        else
        {
            runner.EnqueueStart(child, new Stimulus.Start(start.Input, start.CorrelationId));
        }
    }

    private async Task CancelChildAsync(LiveInstance live, int waitId, CancellationToken cancellationToken)
    {
        await work.FlushAsync(cancellationToken);
        var children = await work.Db.WorkflowInstances
            .Where(i => i.ParentId == live.Row.Id && i.ParentWaitId == waitId)
            .Select(static i => i.Id).ToListAsync(cancellationToken);

        foreach (var child in children)
        {
            runner.Enqueue(child, new Stimulus.Cancel("The workflow that waited for it no longer does."));
        }
    }

    private void Send(LiveInstance live, SendHttp send)
    {
        var payload = new JsonObject
        {
            ["instanceId"] = live.Row.Id.ToString(),
            ["waitId"] = send.WaitId,
            ["method"] = send.Method,
            ["url"] = send.Url,
            ["content"] = send.Content,
            ["contentType"] = send.ContentType,
            ["headers"] = JsonSerializer.SerializeToNode(send.Headers),
        };
        work.Db.Add(OutboxMessage.New(work.Ids.New(), $"http:{live.Row.Id}:{send.WaitId}", OutboxKinds.Http, payload, work.Operation.Now));
    }

    private void Raise(LiveInstance live, Incident incident)
    {
        work.Db.Add(new IncidentRow
        {
            InstanceId = live.Row.Id,
            IncidentId = incident.Id,
            CaseId = live.Row.CaseId,
            ActivityId = incident.ActivityId,
            ActivityName = incident.ActivityName,
            ActivityType = incident.ActivityType,
            NodeId = incident.NodeId,
            Message = incident.Message,
            Code = incident.Code,
            RaisedAt = incident.At,
        });
        work.Operation.Record(
            live.Row.CaseId,
            "workflow-incident-raised",
            ("instanceId", live.Row.Id), ("definitionId", live.Row.DefinitionId), ("activityId", incident.ActivityId), ("incidentId", incident.Id));
    }

    private async Task ResolveAsync(LiveInstance live, int incidentId, CancellationToken cancellationToken)
    {
        if (await work.Db.Incidents.FindAsync([live.Row.Id, incidentId], cancellationToken) is { ResolvedAt: null } incident)
        {
            incident.ResolvedAt = work.Operation.Now;
            work.Operation.Record(
                live.Row.CaseId,
                "workflow-incident-resolved",
                ("instanceId", live.Row.Id), ("definitionId", live.Row.DefinitionId), ("activityId", incident.ActivityId), ("incidentId", incidentId));
            await WakeTimersAsync(live, cancellationToken);
        }
    }

    /// <summary>Timers that came due while the instance stood still were laid to rest, see <see cref="DueTimers"/>; now they count again.</summary>
    private async Task WakeTimersAsync(LiveInstance live, CancellationToken cancellationToken)
    {
        foreach (var wait in live.State!.Waits.Where(static w => w.DueAt is not null))
        {
            if (await work.Db.Waits.FindAsync([live.Row.Id, wait.Id], cancellationToken) is { DueAt: null } row)
            {
                row.DueAt = wait.DueAt;
            }
        }
    }

    private void TellParent(LiveInstance live, Finish finish)
    {
        if (live.Row.ParentId is { } parent && live.Row.ParentWaitId is { } waitId)
        {
            switch (finish.SubStatus)
            {
                case WorkflowSubStatus.Finished:
                    runner.Enqueue(parent, new Stimulus.ResumeWait(waitId, finish.Output.DeepClone()));
                    break;

                case WorkflowSubStatus.Cancelled:
                    runner.Enqueue(parent, new Stimulus.RaiseFault(waitId, $"The workflow {live.Row.DefinitionId} that this one waits for was called off."));
                    break;

                default:
                    // Stopped with an incident: the parent goes on waiting, for when it is retried the child goes on too.
                    break;
            }
        }
    }
}
