using System.Text.Json;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.Papers;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Transfers;

/// <summary>How the hand-over of a case stands.</summary>
/// <param name="Header">The case.</param>
/// <param name="UnderWay">The hand-over from here that is under way, or null.</param>
/// <param name="Consent">The person's consent to it, or null.</param>
/// <param name="Receipt">The receipt for the hand-over that the case came here by, or null.</param>
/// <param name="Errors">What is wrong with what was sent.</param>
internal sealed record CaseTransferView(CaseHeader Header, Transfer? UnderWay, ConsentRecord? Consent, TransferReceipt? Receipt, IReadOnlyDictionary<string, string> Errors);

/// <summary>The page where a case is taken over.</summary>
internal sealed record ReceiveTransferView(IReadOnlyDictionary<string, string> Errors);

/// <summary>Handing a case over and taking one over, as pages.</summary>
internal static class TransferPages
{
    public const string Receive = "/transfers/receive";

    private static readonly Dictionary<string, string> NoErrors = [];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/cases/{id:guid}/transfer", Policies.TransferCases, ShowAsync);
        routes.MapPage("/cases/{id:guid}/transfer/file", Policies.TransferCases, FileAsync);
        routes.MapPage("/cases/{id:guid}/transfer/receipt", Policies.TransferCases, ReceiptAsync);
        routes.MapPagePost("/cases/{id:guid}/transfer/receipt", Policies.TransferCases, AcknowledgeAsync);
        routes.MapPage(Receive, Policies.TransferCases, () => Page.Showing<ReceiveTransferPage>(new ReceiveTransferView(NoErrors)));
        routes.MapPagePost(Receive, Policies.TransferCases, ReceiveAsync);
    }

    private static Task<IResult> ShowAsync(Guid id, OpenCasePage page, IpDbContext db, ReceiveTransfer receive, TimeProvider clock, HttpContext context) =>
        page.ShowWholeAsync(context, id, "transfer", async (opened, token) => Page.Showing<CaseTransferPage>(await ViewAsync(opened, db, receive, clock, NoErrors, token)));

    private static Task<IResult> FileAsync(Guid id, OpenCasePage page, ExportTransfer export, HttpContext context) =>
        page.ShowWholeAsync(context, id, "transfer-file", async (opened, token) => await export.RunAsync(opened.User, opened.Opening, token) switch
        {
            ExportTransfer.Outcome.File file => Results.File(file.Content, "application/zip", file.Name),
            ExportTransfer.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        });

    private static Task<IResult> ReceiptAsync(Guid id, OpenCasePage page, ReceiveTransfer receive, HttpContext context) =>
        page.ShowWholeAsync(context, id, "transfer-receipt", async (opened, token) => await receive.FindReceiptAsync(opened.Id, token) is { } receipt
            ? Results.File(JsonSerializer.SerializeToUtf8Bytes(receipt, TransferArchive.Json), "application/json", $"kvittering-{opened.Header.Reference}.json")
            : Refusal.NotFound().ToResult());

    private static Task<IResult> AcknowledgeAsync(
        Guid id, IFormFile? receipt, OpenCasePage page, AcknowledgeTransfer acknowledge, IpDbContext db, ReceiveTransfer receive, TimeProvider clock, Notices notices, HttpContext context) =>
        page.ShowWholeAsync(context, id, "transfer", async (opened, token) =>
        {
            var sent = AcknowledgeTransfer.Read(await PaperPages.BytesAsync(receipt, token));
            if (await acknowledge.RunAsync(opened.User, opened.Id, sent, token) is { } refusal)
            {
                var errors = refusal.FieldMessages(RequestLanguage.Of(context.Request), AcknowledgeTransfer.FileField);
                return Page.Showing<CaseTransferPage>(await ViewAsync(opened, db, receive, clock, errors, token), refusal.Kind.Status);
            }

            notices.Leave(context, new(
                "Kvitteringen er tatt imot. Den nye kommunen har tatt over.", "Kvitteringa er teken imot. Den nye kommunen har teke over.", "The receipt is taken. The new municipality has taken over."));
            return Results.LocalRedirect(CaseAddress.Of(opened.Id));
        });

    private static async Task<IResult> ReceiveAsync(IFormFile? file, ReceiveTransfer receive, Notices notices, CurrentUser user, HttpContext context, CancellationToken cancellationToken)
    {
        switch (await receive.RunAsync(await PaperPages.BytesAsync(file, cancellationToken), user, cancellationToken))
        {
            case ReceiveTransfer.Outcome.Received received:
                notices.Leave(context, new(
                    "Saken er tatt imot. Send kvitteringen tilbake til den andre kommunen.", "Saka er teken imot. Send kvitteringa tilbake til den andre kommunen.",
                    "The case is received. Send the receipt back to the other municipality."));
                return Results.LocalRedirect(CaseAddress.Transfer(received.CaseId));
            case ReceiveTransfer.Outcome.Refused { Refusal: var refusal }:
                return Page.Showing<ReceiveTransferPage>(new ReceiveTransferView(refusal.FieldMessages(RequestLanguage.Of(context.Request), ReceiveTransfer.FileField)), refusal.Kind.Status);
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }

    private static async Task<CaseTransferView> ViewAsync(
        OpenedCase opened, IpDbContext db, ReceiveTransfer receive, TimeProvider clock, IReadOnlyDictionary<string, string> errors, CancellationToken cancellationToken) => new(
        opened.Header,
        await ExportTransfer.UnderWayAsync(db, opened.Id, cancellationToken),
        await ExportTransfer.ConsentAsync(db, opened.Id, clock.GetUtcNow(), cancellationToken),
        await receive.FindReceiptAsync(opened.Id, cancellationToken),
        errors);
}
