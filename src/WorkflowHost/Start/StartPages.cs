using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.WorkList;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Start;

/// <summary>The page at <c>/</c>.</summary>
internal static class StartPages
{
    private const int MostUrgent = 5;

    public static WebApplication MapStart(this WebApplication app)
    {
        app.MapPage("/", Policies.Anonymous, ShowAsync);
        return app;
    }

    private static async Task<RazorComponentResult<StartPage>> ShowAsync(HttpRequest request, OpenWorkList open, CancellationToken cancellationToken, CurrentUser? user = null)
    {
        if (user is null || !Policies.Granted[Policies.WorkOnTasks].Any(user.Has))
        {
            return Page.Of<StartPage>();
        }

        var view = await open.RunAsync(user, WorkListAddress.OfKept(null), new FieldErrors(), RequestLanguage.Of(request), MostUrgent, cancellationToken);
        return Page.Showing<StartPage>(view);
    }
}
