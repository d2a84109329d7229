using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Cases.Coordinating;

/// <summary>A case's page of why there is no plan and what coordinates instead, and what has been typed in its forms so far.</summary>
/// <param name="Header">What stands at the top.</param>
/// <param name="Held">Reasons and coordination.</param>
/// <param name="MayWrite">Whether the reader may write them down.</param>
/// <param name="Typed">What was typed in a form that was not taken; empty otherwise.</param>
/// <param name="Errors">What is wrong, by field of the form of reasons.</param>
/// <param name="CoordinationErrors">What is wrong, by field of the form of coordination.</param>
internal sealed record CoordinatingPageView(
    CaseHeader Header, CoordinatingView Held, bool MayWrite, ILookup<string, string> Typed, IReadOnlyDictionary<string, string>? Errors, IReadOnlyDictionary<string, string>? CoordinationErrors);

/// <summary>"Samordning": why there is no plan, and what the person has instead.</summary>
internal static class CoordinatingPages
{
    private const string Route = "/cases/{id:guid}/coordination";
    private static readonly ILookup<string, string> Nothing = Array.Empty<string>().ToLookup(static s => s);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Route, Policies.ReadCase, ShowAsync);
        routes.MapPagePost(Route, Policies.RecordCoordination, RecordAsync);
        routes.MapPagePost(Route + "/{coordinationId:guid}/end", Policies.RecordCoordination, EndAsync);
        routes.MapPagePost(Route + "/reasons", Policies.RecordCoordination, RecordReasonsAsync);
        routes.MapPagePost(Route + "/reasons/{reasonId:guid}/end", Policies.RecordCoordination, EndReasonAsync);
    }

    private static Task<IResult> ShowAsync(Guid id, OpenCasePage page, ReadCoordinating read, HttpContext context) =>
        page.ShowWholeAsync(context, id, "coordination", async (opened, token) => Page.Showing<CoordinatingPage>(View(opened, await read.RunAsync(opened.Id, token))));

    private static Task<IResult> RecordReasonsAsync(Guid id, OpenCasePage page, ReadCoordinating read, RecordNoPlanReasons record, Notices notices, HttpContext context) =>
        ActAsync(id, page, read, notices, context, new("Grunnen er skrevet ned.", "Grunnen er skriven ned.", "The reason is recorded."), isOfReasons: true, (opened, form, token) =>
            record.RunAsync(opened.User, opened.Id, new NoPlanReasonsBody([.. form["codes"].OfType<string>()], form["primary"], form["note"]), token));

    private static Task<IResult> EndReasonAsync(Guid id, Guid reasonId, OpenCasePage page, ReadCoordinating read, EndNoPlanReason end, Notices notices, HttpContext context) =>
        ActAsync(id, page, read, notices, context, new("Grunnen gjelder ikke lenger.", "Grunnen gjeld ikkje lenger.", "The reason no longer holds."), isOfReasons: true, (opened, _, token) =>
            end.RunAsync(opened.User, opened.Id, new NoPlanReasonId(reasonId), token));

    private static Task<IResult> RecordAsync(Guid id, OpenCasePage page, ReadCoordinating read, RecordCoordination record, Notices notices, HttpContext context) =>
        ActAsync(id, page, read, notices, context, new("Samordningen er skrevet ned.", "Samordninga er skriven ned.", "The coordination is recorded."), isOfReasons: false, (opened, form, token) =>
            record.RunAsync(opened.User, opened.Id, new CoordinationBody(form["kind"], form["service"], form["fromOn"], form["toOn"], form["note"]), token));

    private static Task<IResult> EndAsync(Guid id, Guid coordinationId, OpenCasePage page, ReadCoordinating read, EndCoordination end, Notices notices, HttpContext context) =>
        ActAsync(id, page, read, notices, context, new("Siste dag er skrevet ned.", "Siste dag er skriven ned.", "The last day is recorded."), isOfReasons: false, (opened, form, token) =>
            end.RunAsync(opened.User, opened.Id, new CoordinationId(coordinationId), new EndCoordinationBody(form["toOn"]), token), fieldSuffix: $"-{coordinationId}");

    /// <summary>Does what a form asks for; what cannot be taken is shown again as it was typed.</summary>
    private static Task<IResult> ActAsync(
        Guid id, OpenCasePage page, ReadCoordinating read, Notices notices, HttpContext context, LocalizedText done, bool isOfReasons,
        Func<OpenedCase, IFormCollection, CancellationToken, Task<CoordinatingOutcome>> act, string fieldSuffix = "") =>
        page.ShowWholeAsync(context, id, "coordination", async (opened, token) =>
        {
            var form = await context.Request.ReadFormAsync(token);
            if (await act(opened, form, token) is CoordinatingOutcome.Refused { Refusal: var refusal })
            {
                if (refusal.Kind.Status is not (StatusCodes.Status422UnprocessableEntity or StatusCodes.Status409Conflict))
                {
                    return refusal.ToResult();
                }

                var errors = refusal.FieldMessages(RequestLanguage.Of(context.Request), isOfReasons ? "codes" : "kind")
                    .ToDictionary(e => e.Key + fieldSuffix, static e => e.Value, StringComparer.Ordinal);
                var typed = form.SelectMany(static field => field.Value, static (field, value) => (field.Key, Value: value ?? "")).ToLookup(f => f.Key + fieldSuffix, static f => f.Value);
                return Page.Showing<CoordinatingPage>(
                    View(opened, await read.RunAsync(opened.Id, token)) with { Typed = typed, Errors = isOfReasons ? errors : null, CoordinationErrors = isOfReasons ? null : errors },
                    refusal.Kind.Status);
            }

            notices.Leave(context, done);
            return Results.LocalRedirect(CaseAddress.Coordination(opened.Id));
        });

    private static CoordinatingPageView View(OpenedCase opened, CoordinatingView held) => new(
        opened.Header, held, opened.Header.State != CaseState.Closed && Policies.Granted[Policies.RecordCoordination].Any(opened.User.Has), Nothing, null, null);
}
