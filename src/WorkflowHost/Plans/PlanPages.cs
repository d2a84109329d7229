using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>The plan's pages: reading it, its versions and what differs between them, how the measures go, and the file to take along.</summary>
internal static class PlanPages
{
    private const string Base = "/cases/{caseId:guid}/plan";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Base, Policies.ReadCase, CurrentAsync);
        routes.MapPage(Base + "/draft", Policies.ReadCase, DraftAsync);
        routes.MapPage(Base + "/versions", Policies.ReadCase, VersionsAsync);
        routes.MapPage(Base + "/versions/{number:int}", Policies.ReadCase, VersionAsync);
        routes.MapPage(Base + "/compare", Policies.ReadCase, CompareAsync);
        routes.MapPage(Base + "/pdf", Policies.ReadCase, PdfAsync);
        routes.MapPage(Base + "/measures/{key}", Policies.ReadCase, MeasureAsync);
        routes.MapPagePost(Base + "/measures/{key}", Policies.ReportProgress, ReportAsync);
        routes.MapPagePost(Base + "/revision", Policies.RaiseCaseEvent, AskForRevisionAsync);
        PlanEditPages.Map(routes, Base);
        PlanApprovalPages.Map(routes, Base);
    }

    /// <summary>The ways between the parts of a plan.</summary>
    public static IReadOnlyList<PageLink> Links(PlanHead head, string language)
    {
        PageLink Link(string path, LocalizedText text) => new(head.Address + path, text.In(language));
        return
        [
            Link("", new("Planen", "Planen", "The plan")),
            .. head.HasDraft ? [Link("/draft", new("Nytt utkast", "Nytt utkast", "New draft"))] : Array.Empty<PageLink>(),
            .. head.Rights.IsWriter ? [Link("/edit", new("Skriv", "Skriv", "Write"))] : Array.Empty<PageLink>(),
            Link("/versions", new("Versjoner", "Versjonar", "Versions")),
        ];
    }

    private static Task<IResult> CurrentAsync(Guid caseId, OpenCasePage page, HttpContext context, ReadPlanDocument documents, FindPlanRights rights) =>
        page.ShowAsync(context, caseId, "plan", async (opened, token) => await ShowAsync(await documents.CurrentAsync(opened.User, opened.Opening, token), opened, rights, token));

    private static Task<IResult> DraftAsync(Guid caseId, OpenCasePage page, HttpContext context, ReadPlanDocument documents, FindPlanRights rights) =>
        page.ShowAsync(context, caseId, "plan-draft", async (opened, token) =>
            await ShowAsync(opened.IsWhole ? await documents.DraftAsync(opened.User, opened.Opening, token) : null, opened, rights, token));

    private static Task<IResult> VersionAsync(Guid caseId, int number, OpenCasePage page, HttpContext context, ReadPlanDocument documents, FindPlanRights rights) =>
        page.ShowAsync(context, caseId, "plan-version", async (opened, token) => await ShowAsync(await documents.VersionAsync(opened.User, opened.Opening, number, token), opened, rights, token));

    private static async Task<IResult> ShowAsync(PlanDocument? document, OpenedCase opened, FindPlanRights rights, CancellationToken cancellationToken) => document is null
        ? Page.Showing<NoPlanPage>(opened.Header)
        : Page.Showing<PlanPage>(new PlanPageModel(PlanHead.Of(opened, document, await rights.RunAsync(opened.User, opened.Opening.Case, cancellationToken)), document));

    private static Task<IResult> VersionsAsync(
        Guid caseId, OpenCasePage page, HttpContext context, ReadPlanDocument documents, ReadPlanVersions versions, FindPlanRights rights, UserDirectory users, IpDbContext db) =>
        page.ShowAsync(context, caseId, "plan-versions", async (opened, token) =>
        {
            if (await documents.CurrentAsync(opened.User, opened.Opening, token) is not { } document)
            {
                return Page.Showing<NoPlanPage>(opened.Header);
            }

            var list = await versions.ListAsync(opened.Opening, token);
            var person = await db.Persons.FirstAsync(p => p.Id == opened.Opening.Case.PersonId, token);
            var language = RequestLanguage.Of(context.Request);
            var names = list.Select(version => version.RecordedBy).OfType<string>().Distinct().ToDictionary(
                id => id, id => id == person.UserId ? PlanWords.Who(PlanWords.Person).In(language) : users.NameOf(id), StringComparer.Ordinal);
            return Page.Showing<PlanVersionsPage>(new PlanVersionsModel(PlanHead.Of(opened, document, await rights.RunAsync(opened.User, opened.Opening.Case, token)), list, names));
        });

    private static Task<IResult> CompareAsync(
        Guid caseId, string? from, string? to, OpenCasePage page, HttpContext context, ReadPlanDocument documents, ReadPlanVersions versions, FindPlanRights rights) =>
        page.ShowAsync(context, caseId, "plan-compare", async (opened, token) =>
            await documents.CurrentAsync(opened.User, opened.Opening, token) is { } document && await versions.CompareAsync(opened.User, opened.Opening, from, to, token) is { } comparison
                ? Page.Showing<PlanComparePage>(new PlanCompareModel(
                    PlanHead.Of(opened, document, await rights.RunAsync(opened.User, opened.Opening.Case, token)), comparison, await versions.ListAsync(opened.Opening, token)))
                : Refusal.NotFound().ToResult());

    private static Task<IResult> PdfAsync(Guid caseId, string? version, OpenCasePage page, HttpContext context, DownloadPlan download) =>
        page.ShowAsync(context, caseId, "plan-pdf", async (opened, token) => await download.RunAsync(opened.User, opened.Opening, version, token) switch
        {
            DownloadPlan.Outcome.File file => TypedResults.File(file.Bytes, "application/pdf", file.Name),
            DownloadPlan.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        });

    private static Task<IResult> MeasureAsync(Guid caseId, string key, OpenCasePage page, HttpContext context, ReadPlanDocument documents, ReadPlan plans, FindPlanRights rights) =>
        page.ShowAsync(context, caseId, "plan-progress", (opened, token) => ShowMeasureAsync(opened, key, null, null, documents, plans, rights, token));

    private static async Task<IResult> ShowMeasureAsync(
        OpenedCase opened, string key, ProgressBody? answer, IReadOnlyDictionary<string, string>? errors, ReadPlanDocument documents, ReadPlan plans, FindPlanRights rights,
        CancellationToken cancellationToken)
    {
        if (await documents.CurrentAsync(opened.User, opened.Opening, cancellationToken) is not { Number: not null } document
            || document.Content.Measures.FirstOrDefault(measure => measure.Key == key) is not { } measure)
        {
            return Refusal.NotFound().ToResult();
        }

        var head = PlanHead.Of(opened, document, await rights.RunAsync(opened.User, opened.Opening.Case, cancellationToken));
        var reports = await plans.ProgressOfAsync(document.PlanId, key, cancellationToken);
        return Page.Showing<MeasurePage>(
            new MeasurePageModel(head, document, measure, reports, answer?.Status, answer?.Note, errors),
            errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ReportAsync(
        Guid caseId, string key, [FromForm] string? status, [FromForm] string? note, ReportMeasureProgress report, OpenCasePage page, ReadPlanDocument documents, ReadPlan plans,
        FindPlanRights rights, Notices notices, HttpContext context, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var body = new ProgressBody(status, note);
        switch (await report.RunAsync(user, new CaseId(caseId), key, body, reason, cancellationToken))
        {
            case null:
                notices.Leave(context, new("Det er lagret hvordan det går med tiltaket.", "Det er lagra korleis det går med tiltaket.", "How the measure goes has been saved."));
                return Results.LocalRedirect($"{CaseAddress.Plan(new CaseId(caseId))}#measure-{Uri.EscapeDataString(key)}");
            case { Kind: var kind } refusal when kind == ProblemKind.InvalidValues:
                var errors = refusal.FieldMessages(RequestLanguage.Of(context.Request));
                return await page.ShowAsync(context, caseId, "plan-progress", (opened, token) => ShowMeasureAsync(opened, key, body, errors, documents, plans, rights, token));
            case var refused:
                return refused.ToResult();
        }
    }

    private static async Task<IResult> AskForRevisionAsync(
        Guid caseId, [FromForm] string? trigger, [FromForm(Name = "reason")] string? why, ReportCaseEvent report, Notices notices, HttpContext context, CurrentUser user, CallReason reason,
        CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["trigger"] = Enum.TryParse<RevisionTrigger>(trigger, out var known) ? known.ToString() : nameof(RevisionTrigger.Asked),
            ["reason"] = string.IsNullOrWhiteSpace(why) ? null : why.Trim()[..Math.Min(why.Trim().Length, CallReason.MaxLength)],
        };
        switch (await report.RunAsync(new CaseId(caseId), "revision-requested", body, static _ => true, user, reason, cancellationToken))
        {
            case ReportCaseEvent.Outcome.Refused refused:
                return refused.Refusal.ToResult();
            default:
                notices.Leave(context, new(
                    "Koordinatoren har fått beskjed om å gå gjennom planen.", "Koordinatoren har fått beskjed om å gå gjennom planen.", "The coordinator has been told to go through the plan."));
                return Results.LocalRedirect(CaseAddress.Plan(new CaseId(caseId)));
        }
    }
}
