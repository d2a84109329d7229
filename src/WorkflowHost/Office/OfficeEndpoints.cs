using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>A step of a flow that failed, in words in the caller's language.</summary>
internal sealed record StoppedFlow(string IncidentId, string Flow, string Step, string Summary, Workflows.Cases.CaseId? CaseId, string? CaseReference, DateTimeOffset RaisedAt)
{
    public static StoppedFlow Of(OpenIncident incident, string language) =>
        new(incident.IncidentId, incident.Flow, incident.Step, incident.Summary.In(language), incident.CaseId, incident.CaseReference, incident.RaisedAt);
}

/// <summary>Where cases and work fall out, for those who lead: numbers, and one list a number. Narrowed by <c>service</c> and <c>track</c>.</summary>
internal static class OfficeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var office = routes.MapGroup("/api/office").WithTags("Office").RequireAuthorization(Policies.ReadOffice);
        office.MapGet("/summary", SummaryAsync).WithName("GetOfficeSummary").WithSummary("How many deadlines, tasks, cases, appeals and flows need someone today.");
        Deadlines(office, OfficeBlock.OverdueDeadlines, "ListOverdueDeadlines", "Legal deadlines of the office that are over and not answered; the one longest over first.");
        Deadlines(office, OfficeBlock.DeadlinesDueSoon, "ListDeadlinesDueSoon", "Deadlines of the office and of coordinators that run out today or within seven days; the soonest first.");
        Deadlines(office, OfficeBlock.OverdueRevisions, "ListOverdueRevisions", "Plans whose day of revision is past; the one longest over first.");
        Tasks(office, OfficeBlock.UnassignedTasks, "ListUnassignedTasks", "Tasks of staff that nobody has; the most urgent first.");
        Tasks(office, OfficeBlock.OverdueTasks, "ListOverdueTasks", "Tasks past their legal deadline or due date; the most urgent first.");
        office.MapGet("/" + OfficeBlock.CasesWithoutCoordinator.Slug(), GapsAsync).WithName("ListCasesWithoutCoordinator")
            .WithSummary("Cases that need a coordinator and have none today; the longest gap first.");
        office.MapGet("/" + OfficeBlock.OpenAppeals.Slug(), AppealsAsync).WithName("ListOpenAppeals").WithSummary("Appeals that are not at an end; the nearest day first.");
        office.MapGet("/" + OfficeBlock.StoppedFlows.Slug(), StoppedAsync).WithName("ListStoppedFlows").WithSummary("Steps of flows that failed and wait for someone; the oldest first.");
        office.MapGet("/away", AwayAsync).WithName("ListAwayNow").WithSummary("Colleagues who are away today, who does their work, and how many tasks wait; those whose tasks nobody does come first.");
        office.MapGet("/workload", WorkloadAsync).WithName("GetWorkload").WithSummary("Open tasks by colleague; the one with most first.");
    }

    private static void Deadlines(IEndpointRouteBuilder office, OfficeBlock block, string name, string summary) =>
        office.MapGet("/" + block.Slug(), (HttpRequest request, ListOfficeDeadlines list, CurrentUser user, CancellationToken cancellationToken) =>
            PageAsync(request, user, block, (filter, page) => list.RunAsync(user, block, filter, page, counted: null, cancellationToken))).WithName(name).WithSummary(summary);

    private static void Tasks(IEndpointRouteBuilder office, OfficeBlock block, string name, string summary) =>
        office.MapGet("/" + block.Slug(), (HttpRequest request, ListOfficeTasks list, CurrentUser user, CancellationToken cancellationToken) =>
            PageAsync(request, user, block, (filter, page) => list.RunAsync(user, block, filter, page, counted: null, cancellationToken))).WithName(name).WithSummary(summary);

    private static async Task<Results<Ok<OfficeSummary>, RefusalResult>> SummaryAsync(HttpRequest request, SummariseOffice summary, CurrentUser user, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var filter = OfficeFilter.Read(request, errors);
        return errors.Any ? errors.ToRefusal().ToResult() : TypedResults.Ok(await summary.RunAsync(user, filter, cancellationToken));
    }

    private static Task<Results<Ok<Page<CaseWithoutCoordinator>>, RefusalResult>> GapsAsync(HttpRequest request, ListCoordinatorGaps list, CurrentUser user, CancellationToken cancellationToken) =>
        PageAsync(request, user, OfficeBlock.CasesWithoutCoordinator, (filter, page) => list.RunAsync(user, filter, page, counted: null, cancellationToken));

    private static Task<Results<Ok<Page<OfficeAppeal>>, RefusalResult>> AppealsAsync(HttpRequest request, ListOpenAppeals list, CurrentUser user, CancellationToken cancellationToken) =>
        PageAsync(request, user, OfficeBlock.OpenAppeals, (filter, page) => list.RunAsync(user, filter, page, cancellationToken));

    private static Task<Results<Ok<Page<StoppedFlow>>, RefusalResult>> StoppedAsync(HttpRequest request, ListStoppedFlows list, CurrentUser user, CancellationToken cancellationToken) =>
        PageAsync(request, user, OfficeBlock.StoppedFlows, async (filter, page) =>
        {
            var found = await list.RunAsync(user, filter, page, cancellationToken);
            return new Found<StoppedFlow>([.. found.Items.Select(i => StoppedFlow.Of(i, RequestLanguage.Of(request)))], found.Total);
        });

    private static async Task<Results<Ok<Page<ColleagueLoad>>, RefusalResult>> WorkloadAsync(HttpRequest request, ListWorkload list, CurrentUser user, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var filter = OfficeFilter.Read(request, errors);
        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        var all = await list.RunAsync(user, filter, cancellationToken);
        return TypedResults.Ok(new Page<ColleagueLoad>(all, all.Count, null));
    }

    private static async Task<Results<Ok<Page<AwayNow>>, RefusalResult>> AwayAsync(HttpRequest request, ListAwayNow list, CurrentUser user, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var filter = OfficeFilter.Read(request, errors);
        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        var all = await list.RunAsync(user, filter, cancellationToken);
        return TypedResults.Ok(new Page<AwayNow>(all, all.Count, null));
    }

    private static async Task<Results<Ok<Page<T>>, RefusalResult>> PageAsync<T>(
        HttpRequest request, CurrentUser user, OfficeBlock block, Func<OfficeFilter, PageRequest, Task<Found<T>>> listAsync)
    {
        var errors = new FieldErrors();
        var filter = OfficeFilter.Read(request, errors);
        var page = PageRequest.Read(request, errors);
        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        if (!OfficeBlocks.Of(user).Contains(block))
        {
            return Refusal.Forbidden().ToResult();
        }

        var found = await listAsync(filter, page);
        return TypedResults.Ok(new Page<T>(found.Items, found.Total, page.Next(request, found.Total)));
    }
}
