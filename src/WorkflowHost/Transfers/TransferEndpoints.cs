using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.Transfers;

/// <summary>Handing cases over between installations, for programs.</summary>
internal static class TransferEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/cases/{id:guid}/transfer/file", FileAsync).WithTags("Transfers").RequireAuthorization(Policies.TransferCases).WithName("GetTransferFile")
            .WithSummary("The file for the municipality that takes over: a zip with transfer.json, the plan and the letters. Only with the person's consent.").Produces(200, contentType: "application/zip");
        routes.MapPost("/api/transfers", ReceiveAsync).WithTags("Transfers").RequireAuthorization(Policies.TransferCases).WithName("ReceiveTransfer")
            .WithSummary("Takes over a case from its transfer file, the body of the request, and gives the receipt for it. The same file again gives the same receipt.").Accepts<byte[]>("application/zip");
        routes.MapGet("/api/cases/{id:guid}/transfer/receipt", ReceiptAsync).WithTags("Transfers").RequireAuthorization(Policies.TransferCases).WithName("GetTransferReceipt")
            .WithSummary("The receipt for the transfer that the case came by.");
        routes.MapPost("/api/cases/{id:guid}/transfer/receipt", AcknowledgeAsync).WithTags("Transfers").RequireAuthorization(Policies.TransferCases).WithName("AcknowledgeTransfer")
            .WithSummary("Takes the receipt of the municipality that took over; the takeover is confirmed with it.");
    }

    private static async Task<Results<FileContentHttpResult, RefusalResult>> FileAsync(
        Guid id, CaseAccess access, ExportTransfer export, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await access.OpenAsync(user, new CaseId(id), "transfer-file", reason, cancellationToken) switch
        {
            CaseOpening.Opened opened => await export.RunAsync(user, opened, cancellationToken) switch
            {
                ExportTransfer.Outcome.File file => TypedResults.File(file.Content, "application/zip", file.Name),
                ExportTransfer.Outcome.Refused refused => refused.Refusal.ToResult(),
                var unknown => throw new InvalidOperationException(unknown.GetType().Name),
            },
            CaseOpening.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    private static async Task<Results<Created<TransferReceipt>, RefusalResult>> ReceiveAsync(HttpRequest request, ReceiveTransfer receive, CurrentUser user, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return await receive.RunAsync(body.ToArray(), user, cancellationToken) switch
        {
            ReceiveTransfer.Outcome.Received received => TypedResults.Created($"/api/cases/{received.CaseId}", received.Receipt),
            ReceiveTransfer.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }

    private static async Task<Results<Ok<TransferReceipt>, RefusalResult>> ReceiptAsync(
        Guid id, CaseAccess access, ReceiveTransfer receive, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await access.OpenAsync(user, new CaseId(id), "transfer-receipt", reason, cancellationToken) is CaseOpening.Refused refused ? refused.Refusal.ToResult()
        : await receive.FindReceiptAsync(new CaseId(id), cancellationToken) is { } receipt ? TypedResults.Ok(receipt)
        : Refusal.NotFound().ToResult();

    private static async Task<Results<NoContent, RefusalResult>> AcknowledgeAsync(
        Guid id, TransferReceipt receipt, CaseAccess access, AcknowledgeTransfer acknowledge, CurrentUser user, CancellationToken cancellationToken) =>
        (await access.MayActAsync(user, new CaseId(id), cancellationToken) ?? await acknowledge.RunAsync(user, new CaseId(id), receipt, cancellationToken)) is { } refusal
            ? refusal.ToResult()
            : TypedResults.NoContent();
}
