using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.Testing;

/// <summary>What tests do with flows, in the words of the subject.</summary>
internal static class FlowVerbs
{
    public static readonly Actor CaseManager = new("kari", Roles.CaseManager);

    public static async Task PublishAsync(this HostFixture host, Drawing drawing)
    {
        var outcome = await host.Get<PublishDefinition>().PublishAsync(drawing.ToJson(), host.Operation(), CancellationToken.None);

        if (outcome is DefinitionOutcome.Refused refused)
        {
            throw new InvalidOperationException(string.Join("; ", refused.Problems));
        }
    }

    public static Task<WorkflowInstanceId> StartFlowAsync(this HostFixture host, string definitionId) =>
        host.Get<WorkWriter>().RunAsync(host.Operation(), (work, token) => work.Flows.StartAsync(definitionId, null, null, token), CancellationToken.None);

    public static async Task<List<HumanTask>> OpenTasksAsync(this HostFixture host)
    {
        await using var db = host.Read();
        return await db.HumanTasks.Where(static t => t.EndedAt == null).OrderBy(static t => t.Id).ToListAsync();
    }

    public static Task<CompleteTask.Outcome> CompleteAsync(this HostFixture host, HumanTaskId taskId, string operationId, Actor? actor = null, string outcome = "Done") =>
        host.Get<CompleteTask>().RunAsync(taskId, operationId, outcome, new JsonObject(), actor ?? CaseManager, "", together: null, CancellationToken.None);

    public static async Task<WorkflowInstance> InstanceAsync(this HostFixture host, WorkflowInstanceId id)
    {
        await using var db = host.Read();
        return await db.WorkflowInstances.SingleAsync(i => i.Id == id);
    }

    public static Operation Operation(this HostFixture host) => new(CaseManager, "test", host.Clock.GetUtcNow());
}
