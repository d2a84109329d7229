using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Law;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>What the drawing says about the step that opened a task.</summary>
/// <param name="Facts">Facts of the domain that it cites, in order.</param>
/// <param name="IsRequiredByLaw">Whether it says that the law demands the step.</param>
/// <param name="DeadlineKey">The deadline that it is there to meet, or null.</param>
internal sealed record StepOfTask(IReadOnlyList<string> Facts, bool IsRequiredByLaw, string? DeadlineKey)
{
    public static readonly StepOfTask Unknown = new([], false, null);

    /// <summary>Looks in the version of the drawing that the task's flow runs on.</summary>
    public static async Task<StepOfTask> FindAsync(IpDbContext db, DefinitionCatalogue catalogue, HumanTask task, CancellationToken cancellationToken)
    {
        var pinned = await db.WorkflowInstances.Where(i => i.Id == task.InstanceId).Select(i => new { i.DefinitionId, i.DefinitionVersion }).FirstOrDefaultAsync(cancellationToken);
        var definition = pinned is null ? null : catalogue.Find(pinned.DefinitionId, pinned.DefinitionVersion);
        var node = definition?.Activities.FirstOrDefault(a => a.LiteralText("taskKey") == task.Key) ?? definition?.FindActivity(task.Key);
        return node is null ? Unknown : Of(node, task);
    }

    private static StepOfTask Of(ActivityNode node, HumanTask task)
    {
        var marked = node.Json["customProperties"] as JsonObject;
        var facts = (marked?["facts"] as JsonArray)?.Select(f => f?.ToString()).OfType<string>() ?? [];
        var description = (node.Json["metadata"] as JsonObject)?["description"]?.ToString();
        return new StepOfTask(
            [.. facts.Concat(LawTexts.CitedIn(description)).Concat(LawTexts.CitedIn(task.Guidance)).Distinct(StringComparer.Ordinal)],
            marked?["requiredByLaw"] is JsonValue value && value.TryGetValue(out bool isRequired) && isRequired,
            node.LiteralText("deadline") is { Length: > 0 } key ? key : null);
    }
}
