using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Where the coordinator writes down an approval that was given on paper or in a meeting.</summary>
internal static class PlanApprovalPages
{
    public static void Map(IEndpointRouteBuilder routes, string address)
    {
        routes.MapPage(address + "/approval", Policies.WritePlan, OpenAsync);
        routes.MapPagePost(address + "/approval", Policies.WritePlan, RecordAsync);
    }

    private static Task<IResult> OpenAsync(Guid caseId, OpenCasePage page, HttpContext context, ReadPlanDocument documents, FindPlanRights rights, Ids ids) =>
        page.ShowAsync(context, caseId, "plan-draft", (opened, token) => ShowAsync(opened, new PlanApprovalBody(null, null, null), null, ids.New().ToString(), documents, rights, token));

    private static async Task<IResult> RecordAsync(
        Guid caseId, [FromForm] string? form, [FromForm] string? approvedOn, [FromForm] string? witness, [FromForm] string? operationId, RecordPlanApproval record, OpenCasePage page,
        ReadPlanDocument documents, FindPlanRights rights, Ids ids, Notices notices, HttpContext context, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var body = new PlanApprovalBody(form, approvedOn, witness);
        var id = string.IsNullOrWhiteSpace(operationId) ? ids.New().ToString() : operationId;
        switch (await record.RunAsync(user, new CaseId(caseId), body, id, reason, cancellationToken))
        {
            case null:
                notices.Leave(context, new("Godkjenningen er registrert.", "Godkjenninga er registrert.", "The approval has been recorded."));
                return Results.LocalRedirect(CaseAddress.Plan(new CaseId(caseId)));
            case { Kind: var kind } refusal when kind == ProblemKind.InvalidValues:
                var errors = refusal.FieldMessages(RequestLanguage.Of(context.Request));
                return await page.ShowAsync(context, caseId, "plan-draft", (opened, token) => ShowAsync(opened, body, errors, id, documents, rights, token));
            case var refused:
                return refused.ToResult();
        }
    }

    private static async Task<IResult> ShowAsync(
        OpenedCase opened, PlanApprovalBody answer, IReadOnlyDictionary<string, string>? errors, string operationId, ReadPlanDocument documents, FindPlanRights rights,
        CancellationToken cancellationToken)
    {
        var right = await rights.RunAsync(opened.User, opened.Opening.Case, cancellationToken);
        if (!right.MayRecordApproval)
        {
            return (right.IsCoordinator ? new Refusal(ProblemKind.Conflict, new("Planen venter ikke på godkjenning.", "Planen ventar ikkje på godkjenning.", "The plan is not awaiting approval.")) : WritePlanDraft.NotYours).ToResult();
        }

        return await documents.DraftAsync(opened.User, opened.Opening, cancellationToken) is { } document
            ? Page.Showing<PlanApprovalPage>(
                new PlanApprovalModel(PlanHead.Of(opened, document, right), document, answer, errors, operationId), errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : PlanEndpoints.NoPlan.ToResult();
    }
}
