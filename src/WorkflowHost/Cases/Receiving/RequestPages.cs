using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Cases.Receiving;

/// <summary>Registering a request, and its receipt. No address holds whom it is about.</summary>
internal static class RequestPages
{
    public const string NewPath = "/requests/new";

    /// <summary>Name of the button that was pressed.</summary>
    public const string Act = "act";

    /// <summary>The button that looks up the person.</summary>
    public const string Find = "find";

    /// <summary>The button that registers.</summary>
    public const string Register = "register";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(NewPath, Policies.RegisterRequest, BeginAsync);
        routes.MapPagePost(NewPath, Policies.RegisterRequest, SendAsync);
        routes.MapPage("/requests/{requestId:guid}/receipt", Policies.RegisterRequest, ReceiptAsync);
    }

    private static string Receipt(RequestId id) => $"/requests/{id}/receipt";

    private static async Task<IResult> BeginAsync(HttpRequest request, SendRequest send, CurrentUser user, CancellationToken cancellationToken) =>
        Show(await send.BeginAsync(user, RequestLanguage.Of(request), cancellationToken));

    private static async Task<IResult> SendAsync(HttpContext context, SendRequest send, CurrentUser user, CancellationToken cancellationToken)
    {
        var posted = await context.Request.ReadFormAsync(cancellationToken);
        var (form, language) = (RequestForm.Read(posted), RequestLanguage.Of(context.Request));
        return Show(posted[Act] == Find ? await send.FindAsync(user, form, language, cancellationToken) : await send.RunAsync(user, form, language, cancellationToken));
    }

    private static IResult Show(SendRequest.Outcome outcome) => outcome switch
    {
        SendRequest.Outcome.Registered registered => Results.LocalRedirect(Receipt(registered.Id)),
        SendRequest.Outcome.Shown shown => Page.Showing<NewRequestPage>(shown.View, shown.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK),
        var unknown => throw new InvalidOperationException(unknown.GetType().Name),
    };

    private static async Task<IResult> ReceiptAsync(Guid requestId, ReadReceipt read, CurrentUser user, CancellationToken cancellationToken) =>
        await read.RunAsync(user, new RequestId(requestId), cancellationToken) is { } receipt ? Page.Showing<ReceiptPage>(receipt) : Refusal.NotFound().ToResult();
}
