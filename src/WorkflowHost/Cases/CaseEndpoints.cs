using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Reading cases. Each look at one case is logged, also when it is refused.</summary>
internal static class CaseEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var cases = routes.MapGroup("/api/cases").WithTags("Cases");
        cases.MapGet("", ListAsync).RequireAuthorization(Policies.ListCases).WithName("ListCases")
            .WithSummary("Cases that the caller may know of, newest first; filter by state and by reference or name.");
        cases.MapPost("/search", SearchAsync).RequireAuthorization(Policies.SearchByNumber).WithName("SearchCasesByNumber")
            .WithSummary("Cases of the person with a national identity number, which is sent in the body so that no address holds it.");
        cases.MapGet("/{id:guid}", GetAsync).RequireAuthorization(Policies.ReadCase).WithName("GetCase").WithSummary("One case with everything that belongs to it.");
        cases.MapGet("/{id:guid}/history", HistoryAsync).RequireAuthorization(Policies.ReadHistory).WithName("GetCaseHistory")
            .WithSummary("What has happened in the case, oldest first: when, who, why, what.");
        cases.MapGet("/{id:guid}/plan", PlanAsync).RequireAuthorization(Policies.ReadCase).WithName("GetCasePlan").WithSummary("The plan as the caller may see it.");
        cases.MapGet("/{id:guid}/participants", ParticipantsAsync).RequireAuthorization(Policies.ReadCase).WithName("GetCaseParticipants").WithSummary("Who takes part in the plan.");
        cases.MapGet("/{id:guid}/consents", ConsentsAsync).RequireAuthorization(Policies.ReadCase).WithName("GetCaseConsents").WithSummary("Consents given, refused, withdrawn and lapsed.");
        cases.MapGet("/{id:guid}/deadlines", DeadlinesAsync).RequireAuthorization(Policies.ReadCase).WithName("GetCaseDeadlines").WithSummary("Deadlines of the case with how each was computed.");
        cases.MapGet("/{id:guid}/access-log", AccessLogAsync).RequireAuthorization(Policies.ReadAccessLog).WithName("GetCaseAccessLog").WithSummary("Who has looked at the case, or tried to.");
    }

    private static async Task<Results<Ok<Page<ListedCase>>, RefusalResult>> ListAsync(
        string? state, string? q, HttpRequest request, ListCases list, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(request, errors);
        var states = (state ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(one => errors.Choice<CaseState>(one, "state")).OfType<CaseState>().ToList();
        if (CaseWords.IsIdentityNumber(q))
        {
            errors.Add("q", CaseWords.NumberRefused);
        }

        return errors.Any ? errors.ToRefusal().ToResult() : TypedResults.Ok(await list.RunAsync(user, states, q, page, request, reason, cancellationToken));
    }

    private static async Task<Results<Ok<Page<ListedCase>>, RefusalResult>> SearchAsync(
        NumberSearch body, ListCases list, CurrentUser user, CallReason reason, IHostEnvironment environment, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        NationalIdentityNumber? number = null;
        if (errors.Require(body.NationalIdentityNumber, "nationalIdentityNumber")
            && !NationalIdentityNumber.TryParse(body.NationalIdentityNumber, !environment.IsProduction(), out number, out var problem))
        {
            errors.Add("nationalIdentityNumber", PersonBody.Explain(problem));
        }

        if (number is null)
        {
            return errors.ToRefusal().ToResult();
        }

        var found = await list.ByNumberAsync(user, number.Value, reason, cancellationToken);
        return TypedResults.Ok(new Page<ListedCase>(found, found.Count, null));
    }

    private static Task<Results<Ok<CaseView>, RefusalResult>> GetAsync(
        Guid id, CaseAccess access, ReadCase read, CurrentUser user, CallReason reason, HttpResponse response, CancellationToken cancellationToken) =>
        OpenAsync(access, user, id, "case", reason, async opened =>
        {
            EntityTag.Write(response, opened.Case.Version);
            return await read.RunAsync(user, opened, cancellationToken);
        }, cancellationToken);

    private static Task<Results<Ok<Page<HistoryItem>>, RefusalResult>> HistoryAsync(
        Guid id, HttpRequest request, CaseAccess access, IpDbContext db, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        OpenPageAsync(access, user, id, "history", reason, request, async (opened, page) =>
        {
            var rows = await page.OfAsync(db.History.Where(h => h.CaseId == opened.Case.Id).OrderBy(h => h.Id), request, cancellationToken);
            return new Page<HistoryItem>(
                [.. rows.Items.Select(h => new HistoryItem(h.At, h.Actor, h.Reason, h.Event, h.Details.Length == 0 ? new JsonObject() : JsonNode.Parse(h.Details), h.Roles.Split(',')[0], h.Service, h.OnBehalfOf))], rows.Total, rows.Next);
        }, cancellationToken);

    private static async Task<Results<Ok<PlanView>, RefusalResult>> PlanAsync(
        Guid id, CaseAccess access, ReadPlan plans, CurrentUser user, CallReason reason, HttpResponse response, CancellationToken cancellationToken)
    {
        var opening = await access.OpenAsync(user, new CaseId(id), "plan", reason, cancellationToken);
        if (opening is CaseOpening.Refused refused)
        {
            return refused.Refusal.ToResult();
        }

        if (await plans.RunAsync(user, (CaseOpening.Opened)opening, cancellationToken) is not { } plan)
        {
            return new Refusal(ProblemKind.NotFound, new("Saken har ingen plan ennå.", "Saka har ingen plan enno.", "The case has no plan yet.")).ToResult();
        }

        EntityTag.Write(response, plan.Revision);
        return TypedResults.Ok(plan);
    }

    private static Task<Results<Ok<Page<ParticipantView>>, RefusalResult>> ParticipantsAsync(
        Guid id, CaseAccess access, ReadPlan plans, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        OpenAsync(access, user, id, "participants", reason, async opened => AsPage(await plans.ParticipantsAsync(user, opened, cancellationToken)), cancellationToken);

    private static Task<Results<Ok<Page<ConsentView>>, RefusalResult>> ConsentsAsync(
        Guid id, CaseAccess access, ReadCase read, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        OpenAsync(access, user, id, "consents", reason, async opened => AsPage(await read.ConsentsAsync(user, opened, cancellationToken)), cancellationToken);

    private static Task<Results<Ok<Page<DeadlineView>>, RefusalResult>> DeadlinesAsync(
        Guid id, CaseAccess access, ReadCase read, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        OpenAsync(access, user, id, "deadlines", reason, async opened => AsPage((await read.RunAsync(user, opened, cancellationToken)).Deadlines), cancellationToken);

    private static Task<Results<Ok<Page<AccessItem>>, RefusalResult>> AccessLogAsync(
        Guid id, HttpRequest request, CaseAccess access, IpDbContext db, UserDirectory users, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        OpenPageAsync(access, user, id, CaseAccess.AccessLog, reason, request, async (opened, page) =>
        {
            var rows = await page.OfAsync(db.AccessLog.Where(a => a.CaseId == opened.Case.Id).OrderBy(a => a.Id), request, cancellationToken);
            return new Page<AccessItem>(
                [.. rows.Items.Select(a => new AccessItem(
                    a.At, a.UserId, users.NameOf(a.UserId), a.Roles.Split(',')[0], a.Service, a.What, a.Reason, a.IsAllowed ? "Allowed" : "Denied"))], rows.Total, rows.Next);
        }, cancellationToken);

    private static Page<T> AsPage<T>(IReadOnlyList<T> items) => new(items, items.Count, null);

    private static async Task<Results<Ok<T>, RefusalResult>> OpenAsync<T>(
        CaseAccess access, CurrentUser user, Guid id, string what, CallReason reason, Func<CaseOpening.Opened, Task<T>> readAsync, CancellationToken cancellationToken) =>
        await access.OpenAsync(user, new CaseId(id), what, reason, cancellationToken) switch
        {
            CaseOpening.Opened opened => TypedResults.Ok(await readAsync(opened)),
            CaseOpening.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    private static async Task<Results<Ok<Page<T>>, RefusalResult>> OpenPageAsync<T>(
        CaseAccess access, CurrentUser user, Guid id, string what, CallReason reason, HttpRequest request, Func<CaseOpening.Opened, PageRequest, Task<Page<T>>> readAsync, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(request, errors);
        return errors.Any ? errors.ToRefusal().ToResult() : await OpenAsync(access, user, id, what, reason, opened => readAsync(opened, page), cancellationToken);
    }
}

internal sealed record NumberSearch(string? NationalIdentityNumber);
