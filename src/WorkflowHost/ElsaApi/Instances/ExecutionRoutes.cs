using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

/// <summary>Reading what ran: badges, lists of runs of one activity, one run, and what it was run by.</summary>
internal static class ExecutionRoutes
{
    private const string Steps = "steps";
    private const int MaxTake = 1_000;

    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapPost("/activity-executions/report", ReportAsync);
        elsa.MapGet("/activity-executions/list", ListAsync);
        elsa.MapGet("/activity-execution-summaries/list", SummariesAsync);
        elsa.MapGet("/activity-executions/count", CountAsync);
        elsa.MapGet("/activity-executions/by-id", static (string? id, InstanceAccess access, IpDbContext db, HttpRequest request, CurrentUser user, CallReason reason, CancellationToken token) =>
            GetAsync(id, access, db, request, user, reason, token));
        elsa.MapGet("/activity-executions/{id}", GetAsync);
        elsa.MapGet("/activity-executions/{id}/call-stack", CallStackAsync);
    }

    private static Task<IResult> ReportAsync(
        WireReportQuery query, InstanceAccess access, IpDbContext db, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        access.ReadAsync(query.WorkflowInstanceId, Steps, user, reason, async opened =>
        {
            var history = await InstanceHistory.ReadAsync(db, opened.Row, opened.Definition, cancellationToken);
            var wanted = query.ActivityNodeIds is { Count: > 0 } ids ? ids.ToHashSet(StringComparer.Ordinal) : null;
            return TypedResults.Ok(new WireReport([.. history.Stats().Where(s => wanted?.Contains(s.NodeId) is not false).Select(WireStats.Of)]));
        }, cancellationToken);

    private static Task<IResult> ListAsync(
        string? workflowInstanceId, string? activityNodeId, bool? completed, InstanceAccess access, IpDbContext db, HttpRequest request, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        access.ReadAsync(workflowInstanceId, Steps, user, reason, async opened =>
        {
            var history = await InstanceHistory.ReadAsync(db, opened.Row, opened.Definition, cancellationToken);
            var language = RequestLanguage.Of(request);
            return TypedResults.Ok(new WireList<WireExecution>(
                [.. Chosen(history, activityNodeId, null, completed).Select(step => InstancePicture.ExecutionOf(opened, history, step, language))]));
        }, cancellationToken);

    private static Task<IResult> SummariesAsync(
        string? workflowInstanceId, string? activityNodeId, bool? completed, InstanceAccess access, IpDbContext db, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        access.ReadAsync(workflowInstanceId, Steps, user, reason, async opened =>
        {
            var history = await InstanceHistory.ReadAsync(db, opened.Row, opened.Definition, cancellationToken);
            return TypedResults.Ok(new WireList<WireExecutionSummary>(
                [.. Chosen(history, activityNodeId, null, completed).Select(step => InstancePicture.SummaryOf(opened.Row.Id, history, step))]));
        }, cancellationToken);

    private static Task<IResult> CountAsync(
        string? workflowInstanceId, string? activityId, bool? completed, InstanceAccess access, IpDbContext db, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        access.ReadAsync(workflowInstanceId, Steps, user, reason, async opened =>
        {
            var history = await InstanceHistory.ReadAsync(db, opened.Row, opened.Definition, cancellationToken);
            return TypedResults.Ok(new { Count = Chosen(history, null, activityId, completed).Count() });
        }, cancellationToken);

    private static Task<IResult> GetAsync(
        string? id, InstanceAccess access, IpDbContext db, HttpRequest request, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        ReadStepAsync(id, access, db, user, reason, (opened, history, step) => TypedResults.Ok(InstancePicture.ExecutionOf(opened, history, step, RequestLanguage.Of(request))), cancellationToken);

    private static Task<IResult> CallStackAsync(
        string id, int? skip, int? take, InstanceAccess access, IpDbContext db, HttpRequest request, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        ReadStepAsync(id, access, db, user, reason, (opened, history, step) =>
        {
            List<InstanceStep> chain = [];

            for (var at = step; at is not null; at = at.ParentExecutionId is { } parent ? history.Step(parent) : null)
            {
                chain.Insert(0, at);
            }

            var language = RequestLanguage.Of(request);
            var items = chain.Skip(Math.Max(0, skip ?? 0)).Take(take is > 0 and <= MaxTake ? take.Value : MaxTake);
            return TypedResults.Ok(new WireCallStack(id, [.. items.Select(s => InstancePicture.ExecutionOf(opened, history, s, language))], chain.Count));
        }, cancellationToken);

    private static async Task<IResult> ReadStepAsync(
        string? id, InstanceAccess access, IpDbContext db, CurrentUser user, CallReason reason, Func<OpenedInstance, InstanceHistory, InstanceStep, IResult> show, CancellationToken cancellationToken) =>
        InstancePart.Parse(id) is not { } part
            ? Refusal.NotFound().ToResult()
            : await access.ReadAsync(part.InstanceId.ToString(), Steps, user, reason, async opened =>
            {
                var history = await InstanceHistory.ReadAsync(db, opened.Row, opened.Definition, cancellationToken);
                return history.Step(part.Number) is { } step ? show(opened, history, step) : Refusal.NotFound().ToResult();
            }, cancellationToken);

    private static IEnumerable<InstanceStep> Chosen(InstanceHistory history, string? nodeId, string? activityId, bool? completed) => history.Steps.Where(s =>
        (string.IsNullOrEmpty(nodeId) || s.NodeId == nodeId)
        && (string.IsNullOrEmpty(activityId) || s.ActivityId == activityId)
        && (completed is null || s.EndedAt is not null == completed));
}
