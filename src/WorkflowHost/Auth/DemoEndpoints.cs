using System.Text.Json.Serialization;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Demo mode over HTTP: who can be signed in as, tokens, and the clock. Not mapped outside demo mode.</summary>
internal static class DemoEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var demo = routes.MapGroup("/api/demo").WithTags("Demo").RequireAuthorization(Policies.Anonymous);
        demo.MapGet("/users", Users).WithName("ListDemoUsers").WithSummary("The invented people who can be signed in as.");
        demo.MapPost("/token", Token).WithName("CreateDemoToken").WithSummary("An access token for an invented person.");
        demo.MapGet("/clock", Clock).WithName("GetDemoClock").WithSummary("What time it is in the demo.");
        demo.MapPost("/clock/advance", AdvanceAsync).WithName("AdvanceDemoClock")
            .WithSummary("Moves the demo clock forward; everything that falls due on the way has happened when the answer comes.");
    }

    private static Ok<IReadOnlyList<DemoUserView>> Users() =>
        TypedResults.Ok<IReadOnlyList<DemoUserView>>([.. DemoUsers.All.Select(u => new DemoUserView(u.User, u.Name, u.Role, u.Service))]);

    private static Results<Ok<DemoToken>, RefusalResult> Token(DemoTokenRequest request, DemoTokens tokens) =>
        DemoUsers.Find(request.User) is { } user
            ? TypedResults.Ok(new DemoToken(tokens.Make(user), "Bearer", user.User, user.Name, user.Role))
            : Refusal.OfField("user", new(
                "Ingen slik bruker. Se GET /api/demo/users.", "Ingen slik brukar. Sjå GET /api/demo/users.", "No such user. See GET /api/demo/users.")).ToResult();

    private static Ok<DemoTime> Clock(DemoClock clock) => TypedResults.Ok(new DemoTime(clock.GetUtcNow()));

    private static async Task<Results<Ok<DemoTime>, RefusalResult>> AdvanceAsync(
        DemoAdvance request, DemoClock clock, DemoTravel travel, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var target = DemoTravel.Target(request, clock.GetUtcNow(), errors);
        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        return TypedResults.Ok(new DemoTime(await travel.ToAsync(target, cancellationToken)));
    }
}

internal sealed record DemoUserView(string User, string Name, string Role, string? Service);

internal sealed record DemoTokenRequest(string? User);

internal sealed record DemoToken(string AccessToken, string TokenType, string User, string Name, string Role);

internal sealed record DemoTime(DateTimeOffset Now);

/// <summary>How far to move: <c>by</c> a period (P32D) or <c>to</c> an instant.</summary>
internal sealed record DemoAdvance(string? By, [property: JsonPropertyName("to")] DateTimeOffset? ToAt);
