using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using ProblemKind = IndividualPlan.WorkflowHost.Platform.ProblemKind;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Changes running instances by hand: all that is asked for of one instance is done in one transaction, or nothing of it. Values are never written to history.</summary>
internal sealed class AlterInstance(InstanceAccess access, IpDbContext db, DefinitionCatalogue catalogue, WorkflowEngine engine, WorkWriter writer, TimeProvider clock)
{
    /// <summary>Null when all of it is done.</summary>
    public async Task<Refusal?> RunAsync(WorkflowInstanceId id, IReadOnlyList<Alteration> alterations, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var opening = await access.OpenAsync(user, id, null, reason, cancellationToken);
        if (opening is not InstanceOpening.Opened(var opened))
        {
            return ((InstanceOpening.Refused)opening).Refusal;
        }

        try
        {
            var operation = new Operation(user.Actor, reason.Or("Endret en arbeidsflyt som går."), clock.GetUtcNow());
            await writer.RunAsync(operation, (work, token) => AlterAsync(work, opened, alterations, token), cancellationToken);
            return null;
        }
        catch (NotAlteredException refused)
        {
            return refused.Refusal;
        }
    }

    /// <summary>What would happen, or why it would not. Changes nothing; what a step does once it runs is not foreseen.</summary>
    public async Task<(bool IsPossible, LocalizedText Text)> PreviewAsync(
        WorkflowInstanceId id, IReadOnlyList<Alteration> alterations, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var opening = await access.OpenAsync(user, id, null, reason, cancellationToken);
        if (opening is not InstanceOpening.Opened(var opened))
        {
            return (false, ((InstanceOpening.Refused)opening).Refusal.Detail);
        }

        var history = await InstanceHistory.ReadAsync(db, opened.Row, opened.Definition, cancellationToken);
        var text = AlterationWords.Possible;

        foreach (var alteration in alterations)
        {
            if (Obstacle(alteration, opened.Row, opened.State, opened.Definition, history) is { } why)
            {
                return (false, why);
            }

            if (alteration is Alteration.Migrate migrate && catalogue.Find(opened.Row.DefinitionId, migrate.TargetVersion) is { } to)
            {
                text = AlterationWords.Preview(engine.PlanMigration(opened.Definition, to, opened.State, history.Done), opened.Row.DefinitionVersion, to.Version);
            }
        }

        return (true, text);
    }

    private async Task<bool> AlterAsync(Work work, OpenedInstance opened, IReadOnlyList<Alteration> alterations, CancellationToken cancellationToken)
    {
        foreach (var alteration in alterations)
        {
            work.Flows.WriteStates();
            await work.FlushAsync(cancellationToken);
            var row = await work.Db.WorkflowInstances.FindAsync([opened.Row.Id], cancellationToken) ?? throw new NotAlteredException(Refusal.NotFound());
            var (definition, state) = (catalogue.Require(row.DefinitionId, row.DefinitionVersion), WorkflowStateJson.Read(row.State));
            var history = await InstanceHistory.ReadAsync(work.Db, row, definition, cancellationToken);

            if (Obstacle(alteration, row, state, definition, history) is { } why)
            {
                throw new NotAlteredException(new Refusal(ProblemKind.Conflict, why));
            }

            if (await ApplyAsync(work, alteration, row, state, history, cancellationToken) != ResumeOutcome.Resumed)
            {
                throw new NotAlteredException(new Refusal(ProblemKind.Conflict, WhyRefused(alteration)));
            }
        }

        return true;
    }

    private async Task<ResumeOutcome> ApplyAsync(Work work, Alteration alteration, WorkflowInstance row, WorkflowState state, InstanceHistory history, CancellationToken cancellationToken)
    {
        var (flows, id) = (work.Flows, row.Id);
        void Record(string what, params ReadOnlySpan<(string Name, object? Value)> details) => work.Operation.Record(row.CaseId, what, [("instanceId", id), .. details]);

        switch (alteration)
        {
            case Alteration.Cancel:
                Record("workflow-instance-cancelled");
                return await flows.CancelAsync(id, work.Operation.Reason, cancellationToken);
            case Alteration.CancelActivity cancel:
                Record("workflow-step-cancelled", ("activityId", cancel.ActivityId));
                return await flows.HappenAsync(id, new Stimulus.CancelActivity(cancel.ActivityId), cancellationToken);
            case Alteration.ModifyVariable modify:
                Record("workflow-variable-modified", ("variableId", modify.VariableId));
                return await flows.HappenAsync(id, new Stimulus.ModifyVariable(modify.VariableId, modify.Value), cancellationToken);
            case Alteration.ScheduleActivity schedule:
                Record("workflow-step-scheduled", ("activityId", schedule.ActivityId));
                return state.Incidents.FirstOrDefault(i => i.ActivityId == schedule.ActivityId) is { } failed
                    ? await flows.RetryIncidentAsync(id, failed.Id, cancellationToken)
                    : await flows.HappenAsync(id, new Stimulus.ScheduleActivity(schedule.ActivityId), cancellationToken);
            case Alteration.Migrate migrate:
                Record("workflow-instance-migrated", ("from", row.DefinitionVersion), ("to", migrate.TargetVersion));
                return (await flows.MigrateAsync(id, catalogue.Require(row.DefinitionId, migrate.TargetVersion), history.Done, cancellationToken)).Outcome;
            default:
                throw new InvalidOperationException(alteration.GetType().Name);
        }
    }

    private LocalizedText? Obstacle(Alteration alteration, WorkflowInstance row, WorkflowState state, WorkflowDefinition definition, InstanceHistory history)
    {
        if (row.Status == WorkflowStatus.Finished && row.SubStatus != WorkflowSubStatus.Faulted)
        {
            return AlterationWords.HasEnded;
        }

        switch (alteration)
        {
            case Alteration.CancelActivity cancel:
                return history.Steps.Any(s => s.ActivityId == cancel.ActivityId && (s.Status is StepStatus.Running or StepStatus.Faulted)) ? null : AlterationWords.NoSuchStep;
            case Alteration.ModifyVariable modify:
                return definition.Activities.SelectMany(static a => a.Variables).Concat(definition.Variables).Any(v => v.Id == modify.VariableId || v.Name == modify.VariableId)
                    ? null : AlterationWords.NoVariable;
            case Alteration.ScheduleActivity schedule:
                return state.Incidents.Any(i => i.ActivityId == schedule.ActivityId) ? null
                    : row.Status != WorkflowStatus.Running || definition.FindActivity(schedule.ActivityId) is null ? AlterationWords.CannotBegin
                    : history.Steps.Any(s => s.ActivityId == schedule.ActivityId && s.Status == StepStatus.Completed) ? AlterationWords.AlreadyDone
                    : history.Steps.Any(s => s.ActivityId == schedule.ActivityId && s.Status == StepStatus.Running) ? AlterationWords.UnderWay
                    : null;
            case Alteration.Migrate migrate:
                return catalogue.FindReleased(row.DefinitionId, migrate.TargetVersion) is not { } to ? AlterationWords.NoSuchVersion
                    : engine.PlanMigration(definition, to, state, history.Done) is { IsSafe: false } plan ? AlterationWords.WhyNot(plan)
                    : null;
            default:
                return null;
        }
    }

    private static LocalizedText WhyRefused(Alteration alteration) => alteration switch
    {
        Alteration.CancelActivity => AlterationWords.NoSuchStep,
        Alteration.ModifyVariable => AlterationWords.NoVariable,
        Alteration.ScheduleActivity => AlterationWords.CannotBegin,
        _ => AlterationWords.HasEnded,
    };

    /// <summary>Carries a refusal out of a work that has changed something already, so that all of it is undone.</summary>
    private sealed class NotAlteredException(Refusal refusal) : Exception("The instance is not altered.")
    {
        public Refusal Refusal { get; } = refusal;
    }
}
