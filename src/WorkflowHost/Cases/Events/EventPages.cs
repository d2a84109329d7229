using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Cases.Events;

/// <summary>What can be reported in a case, as the page lists it.</summary>
internal sealed record EventListView(CaseHeader Header, IReadOnlyList<EventForm> Forms);

/// <summary>Reporting what happens in a case: the list of what can be reported, and a page for each.</summary>
internal static class EventPages
{
    public static string Of(CaseId id) => CaseAddress.Of(id) + "/events";

    /// <summary>The page of one report.</summary>
    /// <param name="id">The case.</param>
    /// <param name="name">What is reported.</param>
    /// <param name="field">A field of the form that is filled in already; null for none.</param>
    /// <param name="value">What it is filled with: an id.</param>
    public static string Of(CaseId id, string name, string? field = null, string? value = null) => $"{Of(id)}/{name}" + (field is null ? "" : QueryString.Create(field, value ?? ""));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/cases/{id:guid}/events", Policies.RaiseCaseEvent, ListAsync);
        routes.MapPage("/cases/{id:guid}/events/{event}", Policies.RaiseCaseEvent, OpenAsync);
        routes.MapPagePost("/cases/{id:guid}/events/{event}", Policies.RaiseCaseEvent, SendAsync);
    }

    private static Task<IResult> ListAsync(Guid id, OpenCasePage page, EventForms forms, ReadEventSubjects subjects, HttpContext context) =>
        page.ShowAsync(context, id, "events", async (opened, token) =>
            Page.Showing<EventListPage>(new EventListView(opened.Header, forms.Of(opened.User, await subjects.RunAsync(opened, token)))));

    private static Task<IResult> OpenAsync(Guid id, string @event, OpenCasePage page, EventForms forms, SendEvent send, HttpContext context) =>
        page.ShowAsync(context, id, "events", async (opened, token) => forms.Find(opened.User, @event) is { } form
            ? Page.Showing<EventFormPage>(await send.OpenAsync(opened, form, context.Request.Query, RequestLanguage.Of(context.Request), token))
            : Refusal.Forbidden().ToResult());

    private static Task<IResult> SendAsync(Guid id, string @event, OpenCasePage page, EventForms forms, SendEvent send, Notices notices, HttpContext context) =>
        page.ShowAsync(context, id, "events", async (opened, token) =>
        {
            if (forms.Find(opened.User, @event) is not { } form)
            {
                return Refusal.Forbidden().ToResult();
            }

            switch (await send.RunAsync(opened, form, await context.Request.ReadFormAsync(token), RequestLanguage.Of(context.Request), token))
            {
                case SendEvent.Outcome.Reported:
                    notices.Leave(context, form.Done);
                    return Results.LocalRedirect(CaseAddress.Of(opened.Id));
                case SendEvent.Outcome.Wrong wrong:
                    return Page.Showing<EventFormPage>(wrong.View, StatusCodes.Status422UnprocessableEntity);
                case SendEvent.Outcome.Refused refused:
                    return refused.Refusal.ToResult();
                case var unknown:
                    throw new InvalidOperationException(unknown.GetType().Name);
            }
        });
}
