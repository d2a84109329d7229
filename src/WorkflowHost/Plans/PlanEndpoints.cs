using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>The plan over HTTP: its draft, its versions, what differs between them, how the measures go, and the plan as a PDF.</summary>
internal static class PlanEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var plan = routes.MapGroup("/api/cases/{id:guid}/plan").WithTags("Plans");
        plan.MapGet("/draft", DraftAsync).RequireAuthorization(Policies.WritePlan).WithName("GetPlanDraft").WithSummary("The draft as it is written now, with what it lacks. The ETag is what a change names in If-Match.");
        plan.MapPut("/draft", WriteAsync).RequireAuthorization(Policies.WritePlan).WithName("WritePlanDraft")
            .WithSummary("Keeps the whole draft, also half done. With If-Match, a draft that someone else has changed meanwhile is left alone.");
        plan.MapGet("/versions", VersionsAsync).RequireAuthorization(Policies.ReadCase).WithName("ListPlanVersions").WithSummary("The approved versions, newest first.");
        plan.MapGet("/versions/{number:int}", VersionAsync).RequireAuthorization(Policies.ReadCase).WithName("GetPlanVersion").WithSummary("One approved version as it was fixed, as the caller may see it.");
        plan.MapGet("/compare", CompareAsync).RequireAuthorization(Policies.ReadCase).WithName("ComparePlanVersions")
            .WithSummary("What differs between two versions, item by item: from and to are version numbers, or the word draft.");
        plan.MapGet("/measures/{key}/progress", ProgressAsync).RequireAuthorization(Policies.ReadCase).WithName("ListMeasureProgress").WithSummary("What has been told about a measure, newest first.");
        plan.MapPost("/measures/{key}/progress", ReportAsync).RequireAuthorization(Policies.ReportProgress).WithName("ReportMeasureProgress")
            .WithSummary("Tells how far a measure has come. The approved version stands.");
        plan.MapGet("/pdf", PdfAsync).RequireAuthorization(Policies.ReadCase).WithName("GetPlanPdf").WithSummary("The plan in use as a PDF in the person's language, as the caller may see it; another version with ?version=, the draft with ?version=draft.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf");
    }

    private static async Task<Results<Ok<PlanDraftView>, RefusalResult>> DraftAsync(
        Guid id, CaseAccess access, FindPlanRights rights, ReadPlanDocument documents, CurrentUser user, CallReason reason, HttpContext context, CancellationToken cancellationToken)
    {
        var opening = await access.OpenAsync(user, new CaseId(id), "plan-draft", reason, cancellationToken);
        if (opening is CaseOpening.Refused refused)
        {
            return refused.Refusal.ToResult();
        }

        var opened = (CaseOpening.Opened)opening;
        var right = await rights.RunAsync(user, opened.Case, cancellationToken);
        if (!right.IsWriter)
        {
            return WritePlanDraft.NotYours.ToResult();
        }

        return await documents.DraftAsync(user, opened, cancellationToken) is { } document
            ? TypedResults.Ok(View(document, right.Plan!, context))
            : NoPlan.ToResult();
    }

    private static async Task<Results<Ok<PlanDraftView>, RefusalResult>> WriteAsync(
        Guid id, PlanDraftBody body, WritePlanDraft write, ReadPlanDocument documents, ReadPlan plans, IpDbContext db, TimeProvider clock, CurrentUser user, CallReason reason, HttpContext context, CancellationToken cancellationToken)
    {
        var caseId = new CaseId(id);
        if (await SeenAsync(context.Request, plans, caseId, cancellationToken) is not (var isStale, var seen) || isStale)
        {
            return Refusal.Stale().ToResult();
        }

        switch (await write.RunAsync(user, caseId, body.ToContent(NorwegianTime.DateOf(clock.GetUtcNow())), seen, null, reason, cancellationToken))
        {
            case WritePlanDraft.Outcome.Refused refused:
                return refused.Refusal.ToResult();
            case WritePlanDraft.Outcome.Stale:
                return Refusal.Stale().ToResult();
            case WritePlanDraft.Outcome.Invalid invalid:
                var errors = new FieldErrors();
                invalid.Problems.ToList().ForEach(problem => errors.Add(problem.Path, problem.Message));
                return errors.ToRefusal().ToResult();
            default:
                var opened = new CaseOpening.Opened(await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken), CaseSight.Whole);
                return TypedResults.Ok(View((await documents.DraftAsync(user, opened, cancellationToken))!, (await plans.FindAsync(caseId, cancellationToken))!, context));
        }
    }

    private static async Task<Results<Ok<Page<PlanVersionView>>, RefusalResult>> VersionsAsync(
        Guid id, CaseAccess access, ReadPlanVersions versions, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await OpenAsync(access, user, id, "plan-versions", reason, async opened =>
        {
            var list = await versions.ListAsync(opened, cancellationToken);
            return new Page<PlanVersionView>(list, list.Count, null);
        }, cancellationToken);

    private static Task<Results<Ok<PlanVersionDetails>, RefusalResult>> VersionAsync(
        Guid id, int number, CaseAccess access, ReadPlanVersions versions, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        OpenAsync(access, user, id, "plan-version", reason, opened => versions.FindAsync(user, opened, number, cancellationToken), cancellationToken);

    private static Task<Results<Ok<PlanComparisonView>, RefusalResult>> CompareAsync(
        Guid id, string? from, string? to, CaseAccess access, ReadPlanVersions versions, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        OpenAsync(access, user, id, "plan-compare", reason, opened => versions.CompareAsync(user, opened, from, to, cancellationToken), cancellationToken);

    private static Task<Results<Ok<Page<ProgressView>>, RefusalResult>> ProgressAsync(
        Guid id, string key, CaseAccess access, ReadPlan plans, ReadPlanDocument documents, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        OpenAsync(access, user, id, "plan-progress", reason, async opened =>
        {
            if (await documents.CurrentAsync(user, opened, cancellationToken) is not { } document || document.Content.Measures.All(measure => measure.Key != key))
            {
                return null;
            }

            var reports = await plans.ProgressOfAsync(document.PlanId, key, cancellationToken);
            return new Page<ProgressView>(reports, reports.Count, null);
        }, cancellationToken);

    private static async Task<Results<NoContent, RefusalResult>> ReportAsync(
        Guid id, string key, ProgressBody body, ReportMeasureProgress report, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await report.RunAsync(user, new CaseId(id), key, body, reason, cancellationToken) is { } refusal ? refusal.ToResult() : TypedResults.NoContent();

    private static async Task<Results<FileContentHttpResult, RefusalResult>> PdfAsync(
        Guid id, string? version, CaseAccess access, DownloadPlan download, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await access.OpenAsync(user, new CaseId(id), "plan-pdf", reason, cancellationToken) switch
        {
            CaseOpening.Opened opened => await download.RunAsync(user, opened, version, cancellationToken) switch
            {
                DownloadPlan.Outcome.File file => TypedResults.File(file.Bytes, "application/pdf", file.Name),
                DownloadPlan.Outcome.Refused refused => refused.Refusal.ToResult(),
                var unknown => throw new InvalidOperationException(unknown.GetType().Name),
            },
            CaseOpening.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    public static Refusal NoPlan { get; } = new(ProblemKind.NotFound, new("Saken har ingen plan ennå.", "Saka har ingen plan enno.", "The case has no plan yet."));

    private static async Task<Results<Ok<T>, RefusalResult>> OpenAsync<T>(
        CaseAccess access, CurrentUser user, Guid id, string what, CallReason reason, Func<CaseOpening.Opened, Task<T?>> readAsync, CancellationToken cancellationToken)
        where T : class =>
        await access.OpenAsync(user, new CaseId(id), what, reason, cancellationToken) switch
        {
            CaseOpening.Opened opened => await readAsync(opened) is { } found ? TypedResults.Ok(found) : Refusal.NotFound().ToResult(),
            CaseOpening.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    /// <summary>The revision that If-Match names, when it is the one stored; null without If-Match.</summary>
    private static async Task<(bool IsStale, long? Seen)?> SeenAsync(HttpRequest request, ReadPlan plans, CaseId caseId, CancellationToken cancellationToken)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return (false, null);
        }

        return await plans.FindAsync(caseId, cancellationToken) is { } plan ? (!EntityTag.Fits(request, plan.Version), plan.Version) : (false, null);
    }

    private static PlanDraftView View(PlanDocument document, Plan plan, HttpContext context)
    {
        EntityTag.Write(context.Response, plan.Version);
        var language = RequestLanguage.Of(context.Request);
        PlanGapView[] Gaps(bool isHard) =>
            [.. document.Gaps.Where(gap => gap.IsHard == isHard).Select(gap => new PlanGapView(gap.Point, PlanGaps.Explain(gap, document.Content, document.Facts).In(language)))];
        return new PlanDraftView(plan.Id, plan.State, plan.Version, document.Content, plan.DraftedBy, plan.DraftedAt, Gaps(isHard: true), Gaps(isHard: false));
    }
}
