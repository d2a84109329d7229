using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Mvc;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>What the demo's pages post to: moving the clock. Not mapped outside demo mode.</summary>
internal static class DemoPages
{
    /// <summary>Where the box that moves the clock posts to.</summary>
    public const string ClockPath = "/demo/clock";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPagePost(ClockPath, Policies.Anonymous, MoveClockAsync);

    private static async Task<IResult> MoveClockAsync(
        [FromForm] string? by, [FromForm] string? returnUrl, HttpContext context, DemoClock clock, DemoTravel travel, Notices notices, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var target = DemoTravel.Target(new DemoAdvance(by, null), clock.GetUtcNow(), errors);
        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        var now = await travel.ToAsync(target, cancellationToken);
        notices.Leave(context, new(
            $"Klokka i demoen er nå {Dates.ShowWithTime(now, "nb")}. Alt som skulle skje på veien, har skjedd.",
            $"Klokka i demoen er no {Dates.ShowWithTime(now, "nn")}. Alt som skulle skje på vegen, har skjedd.",
            $"The demo's clock now says {Dates.ShowWithTime(now, "en")}. All that was to happen on the way has happened."));
        return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
    }
}
