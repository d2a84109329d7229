using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

/// <summary>Reading instances: the list, one instance, its variables, its journal and how it stands.</summary>
internal static class InstanceRoutes
{
    private const int DefaultTake = 100;

    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapPost("/workflow-instances", ListAsync);
        elsa.MapGet("/workflow-instances", static (HttpRequest request, ListInstances list, CurrentUser user, CancellationToken token) => ListAsync(FromQuery(request), list, user, token));
        elsa.MapGet("/workflow-instances/{id}", GetAsync);
        elsa.MapGet("/workflow-instances/{id}/variables", VariablesAsync);
        elsa.MapGet("/workflow-instances/{id}/execution-state", StateAsync);
        elsa.MapGet("/workflow-instances/{id}/journal", static (
            string id, int? page, int? pageSize, int? skip, int? take, InstanceAccess access, IpDbContext db, CurrentUser user, CallReason reason, CancellationToken token) =>
            JournalAsync(id, new WireJournalQuery(null, page, pageSize, skip, take), null, null, null, null, access, db, user, reason, token));
        elsa.MapPost("/workflow-instances/{id}/journal", JournalAsync);
        elsa.MapGet("/workflow-instances/{id}/journal/{activityId}", LastLineAsync);
    }

    private static async Task<IResult> ListAsync(
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] WireInstanceQuery? wire, ListInstances list, CurrentUser user, CancellationToken cancellationToken)
    {
        var (query, refusal) = InstanceQueryReader.Read(wire ?? FromNothing);

        if (query is null)
        {
            return refusal!.ToResult();
        }

        var (items, total) = await list.RunAsync(user, query, cancellationToken);
        return TypedResults.Ok(new WirePage<WireInstanceSummary>([.. items.Select(InstancePicture.Of)], total));
    }

    private static Task<IResult> GetAsync(string id, InstanceAccess access, HttpRequest request, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        access.ReadAsync(id, null, user, reason, opened => TypedResults.Ok(InstancePicture.Of(opened, RequestLanguage.Of(request))), cancellationToken);

    private static Task<IResult> VariablesAsync(string id, InstanceAccess access, HttpRequest request, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        access.ReadAsync(
            id, "variables", user, reason, opened => TypedResults.Ok(new WireList<WireVariable>(InstancePicture.VariablesOf(opened, RequestLanguage.Of(request)))), cancellationToken);

    private static Task<IResult> StateAsync(string id, InstanceAccess access, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        access.ReadAsync(
            id, null, user, reason, static opened => TypedResults.Ok(new WireExecutionState(opened.Row.Status, opened.Row.SubStatus, opened.Row.UpdatedAt)), cancellationToken);

    private static Task<IResult> JournalAsync(
        string id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] WireJournalQuery? body, int? page, int? pageSize, int? skip, int? take,
        InstanceAccess access, IpDbContext db, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        access.ReadAsync(id, "journal", user, reason, async opened =>
        {
            var history = await InstanceHistory.ReadAsync(db, opened.Row, opened.Definition, cancellationToken);
            List<WireJournalLine> lines = [.. InstancePicture.JournalOf(opened.Row.Id, history).Where(line => Fits(line, body?.Filter))];
            var size = take ?? body?.Take ?? pageSize ?? body?.PageSize ?? DefaultTake;
            var from = skip ?? body?.Skip ?? ((page ?? body?.Page ?? 0) * size);
            return TypedResults.Ok(new WirePage<WireJournalLine>([.. lines.Skip(Math.Max(0, from)).Take(Math.Max(0, size))], lines.Count));
        }, cancellationToken);

    private static Task<IResult> LastLineAsync(
        string id, string activityId, InstanceAccess access, IpDbContext db, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        access.ReadAsync(id, "journal", user, reason, async opened =>
        {
            var history = await InstanceHistory.ReadAsync(db, opened.Row, opened.Definition, cancellationToken);
            return InstancePicture.JournalOf(opened.Row.Id, history).LastOrDefault(line => line.ActivityId == activityId && line.EventName is "Started" or "Completed" or "Faulted") is { } last
                && last.ActivityId == activityId
                ? TypedResults.Ok(last)
                : Refusal.NotFound().ToResult();
        }, cancellationToken);

    private static bool Fits(WireJournalLine line, WireJournalFilter? filter) =>
        filter is null
        || (Holds(filter.ActivityIds, line.ActivityId) && Holds(filter.ActivityNodeIds, line.NodeId) && Holds(filter.EventNames, line.EventName)
            && filter.ExcludedActivityTypes?.Contains(line.ActivityType, StringComparer.Ordinal) is not true);

    private static bool Holds(IReadOnlyList<string>? wanted, string value) => wanted is not { Count: > 0 } || wanted.Contains(value, StringComparer.Ordinal);

    private static readonly WireInstanceQuery FromNothing = new(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static WireInstanceQuery FromQuery(HttpRequest request)
    {
        string? Text(string name) => request.Query[name] is { Count: > 0 } values ? values[0] : null;
        int? Number(string name) => int.TryParse(Text(name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        bool? Flag(string name) => bool.TryParse(Text(name), out var flag) ? flag : null;
        IReadOnlyList<string> Many(string name) => [.. request.Query[name].OfType<string>()];
        return new(
            Number("page"), Number("pageSize"), Text("searchTerm"), Text("definitionId"), Many("definitionIds"), Text("correlationId"), Text("name"), Number("version"),
            Flag("hasIncidents"), Flag("isSystem"), Text("status"), Many("statuses"), Text("subStatus"), Many("subStatuses"), Text("orderBy"), Text("orderDirection"), null);
    }
}

/// <summary>What every read of an instance has in common: the id is read, the user is let in or not, and the look is logged.</summary>
internal static class InstanceReading
{
    public static Task<IResult> ReadAsync(
        this InstanceAccess access, string id, string? part, CurrentUser user, CallReason reason, Func<OpenedInstance, IResult> show, CancellationToken cancellationToken) =>
        access.ReadAsync(id, part, user, reason, opened => Task.FromResult(show(opened)), cancellationToken);

    public static async Task<IResult> ReadAsync(
        this InstanceAccess access, string? id, string? part, CurrentUser user, CallReason reason, Func<OpenedInstance, Task<IResult>> showAsync, CancellationToken cancellationToken) =>
        !Guid.TryParse(id, out var guid)
            ? Refusal.NotFound().ToResult()
            : await access.OpenAsync(user, new WorkflowInstanceId(guid), part, reason, cancellationToken) switch
            {
                InstanceOpening.Opened opened => await showAsync(opened.Instance),
                InstanceOpening.Refused refused => refused.Refusal.ToResult(),
                var unknown => throw new InvalidOperationException(unknown.GetType().Name),
            };
}
