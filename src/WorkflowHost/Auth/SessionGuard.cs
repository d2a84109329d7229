using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Asks at every request whether the session behind a cookie, or behind a token that a page gave to Studio, is still good. Sessions of demo mode have no id and are not asked about.</summary>
internal sealed class SessionGuard(RequestDelegate next, EndSession sessions)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (Guid.TryParse(context.User.FindFirstValue(UserClaims.Session), out var id) && !await sessions.IsOpenAsync(id, context.RequestAborted))
        {
            if (context.User.Identity?.AuthenticationType == Schemes.Session)
            {
                await context.SignOutAsync(Schemes.Session);
            }

            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        await next(context);
    }
}
