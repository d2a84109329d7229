using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>A case in its flows: those that run, and those that have ended, the latest first.</summary>
internal sealed record FlowsOfCase(CaseHeader Header, IReadOnlyList<FlowInCase> Running, IReadOnlyList<FlowInCase> Ended);

/// <summary>One flow of a case.</summary>
/// <param name="InstanceId">The instance; opens it in the viewer.</param>
/// <param name="Name">What people call the flow.</param>
/// <param name="Version">The version that the case follows.</param>
/// <param name="SubStatus">How it stands, or ended.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended; null while it runs.</param>
/// <param name="WaitingAt">Where it waits, the longest waiting first.</param>
/// <param name="Stopped">Steps that have stopped.</param>
/// <param name="Path">The way that it has come.</param>
internal sealed record FlowInCase(
    WorkflowInstanceId InstanceId, string Name, int Version, WorkflowSubStatus SubStatus, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt,
    IReadOnlyList<WaitingStep> WaitingAt, IReadOnlyList<OpenIncident> Stopped, IReadOnlyList<StepOnPath> Path);

/// <summary>A step that a flow has come by.</summary>
/// <param name="Name">What people read on the drawing.</param>
/// <param name="At">When it ended, or began when it has not.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Answer">The way that it was left by; null where there is but one.</param>
internal sealed record StepOnPath(string Name, DateTimeOffset At, StepStatus Status, LocalizedText? Answer);

/// <summary>Reads the flows of a case with the way that each has come. The caller has been let in by <see cref="CaseAccess"/>, and sees the whole case.</summary>
internal sealed class ReadCaseFlows(IpDbContext db, WhereItWaits waits, OpenIncidents incidents, DefinitionCatalogue catalogue, ActivityCatalogue activities)
{
    /// <summary>What holds a drawing together and is nothing that anybody does.</summary>
    private static readonly HashSet<string> Frame = new(StringComparer.Ordinal)
    {
        "Elsa.Workflow", "Elsa.Flowchart", "Elsa.Sequence", "Elsa.Start", "Elsa.End", "Elsa.Finish", "Elsa.FlowFork", "Elsa.FlowJoin", "Elsa.SetVariable", "Elsa.SetName", "Elsa.Correlate", "Elsa.WriteLine",
        "IndividualPlan.EndOfPath",
    };

    public async Task<FlowsOfCase> RunAsync(OpenedCase opened, CancellationToken cancellationToken)
    {
        var id = opened.Id;
        var rows = await db.WorkflowInstances.AsNoTracking().Where(i => i.CaseId == id).OrderByDescending(i => i.Id).ToListAsync(cancellationToken);
        var waiting = await waits.OfCaseAsync(id, cancellationToken);
        var stopped = (await incidents.OfCaseAsync(id, cancellationToken)).ToLookup(static i => i.InstanceId);
        var words = FlowReading.Words(activities, catalogue);
        var flows = new List<FlowInCase>();

        foreach (var row in rows)
        {
            var definition = catalogue.Require(row.DefinitionId, row.DefinitionVersion);
            var history = await InstanceHistory.ReadAsync(db, row, definition, cancellationToken);
            flows.Add(new FlowInCase(
                row.Id, definition.Name, row.DefinitionVersion, row.SubStatus, row.CreatedAt, row.FinishedAt, waiting.GetValueOrDefault(row.Id) ?? [], [.. stopped[row.Id]], Path(history, words, activities)));
        }

        return new FlowsOfCase(opened.Header, [.. flows.Where(static f => f.FinishedAt is null)], [.. flows.Where(static f => f.FinishedAt is not null)]);
    }

    private static IReadOnlyList<StepOnPath> Path(InstanceHistory history, FlowWords words, ActivityCatalogue activities) =>
    [
        .. history.Steps.Where(static s => !Frame.Contains(s.Type)).Select(step =>
        {
            var node = history.NodeOf(step);
            var answer = node is not null && step.Outcomes is [var outcome] && outcome != "Done" && (activities.Find(node.Type)?.Outcomes(node)?.Count ?? 0) > 1 ? words.Outcome(node, outcome) : null;
            return new StepOnPath(IncidentWords.StepName(node, step.Name, step.ActivityId), step.EndedAt ?? step.StartedAt, step.Status, answer);
        }),
    ];
}

/// <summary>The page of a case in its flows.</summary>
internal static class CaseFlowPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage("/cases/{id:guid}/flows", Policies.ReadCase, ShowAsync);

    private static Task<IResult> ShowAsync(Guid id, OpenCasePage page, ReadCaseFlows read, HttpContext context) =>
        page.ShowWholeAsync(context, id, "flows", async (opened, token) => Page.Showing<CaseFlowsPage>(await read.RunAsync(opened, token)));
}
