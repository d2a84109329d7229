using System.Text.Json;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>The same changes to many instances, as they were asked for and what came of each.</summary>
internal sealed class AlterationPlanRow
{
    public Guid Id { get; set; }

    public string CreatedBy { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>A JSON array of what was asked for, without values of variables.</summary>
    public string Alterations { get; set; } = "";

    /// <summary>A JSON array of <see cref="AlteredInstance"/>.</summary>
    public string Results { get; set; } = "";
}

/// <summary>What came of one instance: null when it was changed, or why it was not.</summary>
internal sealed record AlteredInstance(WorkflowInstanceId InstanceId, LocalizedText? WhyNot);

/// <summary>Changes many instances one after another, each in a transaction of its own, and keeps what came of it.</summary>
internal sealed class AlterationPlans(IpDbContext db, InstanceAccess access, AlterInstance alter, WorkWriter writer, Ids ids, TimeProvider clock)
{
    /// <summary>Runs the plan; when it is stored it is finished.</summary>
    /// <param name="instances">The instances.</param>
    /// <param name="alterations">What is to be done to each.</param>
    /// <param name="told">The alterations as they may be kept: without values.</param>
    /// <param name="user">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Cancels what has not begun.</param>
    public async Task<Guid> RunAsync(
        IReadOnlyList<WorkflowInstanceId> instances, IReadOnlyList<Alteration> alterations, string told, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        List<AlteredInstance> results = [];

        foreach (var id in instances)
        {
            results.Add(new AlteredInstance(id, (await alter.RunAsync(id, alterations, user, reason, cancellationToken))?.Detail));
        }

        var row = new AlterationPlanRow
        {
            Id = ids.New(),
            CreatedBy = user.UserId,
            CreatedAt = clock.GetUtcNow(),
            Alterations = told,
            Results = JsonSerializer.Serialize(results, ApiJson.Options),
        };
        var operation = new Operation(user.Actor, reason.Or("Endret flere arbeidsflyter."), row.CreatedAt);
        await writer.RunAsync(operation, (work, _) =>
        {
            work.Db.Add(row);
            work.Operation.Record(null, "workflow-alterations-submitted", ("planId", row.Id), ("instances", results.Count), ("altered", results.Count(static r => r.WhyNot is null)));
            return Task.CompletedTask;
        }, cancellationToken);
        return row.Id;
    }

    /// <summary>A plan with what came of those instances that the user may know of; null when there is none.</summary>
    public async Task<(AlterationPlanRow Plan, IReadOnlyList<AlteredInstance> Results)?> FindAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.AlterationPlans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } plan)
        {
            return null;
        }

        var results = JsonSerializer.Deserialize<List<AlteredInstance>>(plan.Results, ApiJson.Options)!;
        var all = results.Select(static r => r.InstanceId).ToList();
        var visible = await access.VisibleTo(user).Where(i => all.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellationToken);
        return (plan, [.. results.Where(r => visible.Contains(r.InstanceId))]);
    }
}
