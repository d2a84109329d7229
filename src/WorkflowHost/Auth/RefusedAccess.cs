using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Answers 401 and 403 of the policies with problem details. A role that may not read cases and tries to leaves a trace in the case's access log (P-12).</summary>
internal sealed class RefusedAccess(WorkWriter writer, TimeProvider clock) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        if (authorizeResult.Forbidden)
        {
            await LogAsync(context);
            await ProblemWriter.WriteAsync(context, Refusal.Forbidden());
            return;
        }

        context.Response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
        await ProblemWriter.WriteAsync(context, new Refusal(ProblemKind.NotSignedIn, new(
            "Logg inn og prøv igjen.", "Logg inn og prøv igjen.", "Sign in and try again.")));
    }

    private async Task LogAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/api/cases", StringComparison.OrdinalIgnoreCase) || !Guid.TryParse(context.GetRouteValue("id") as string, out var id))
        {
            return;
        }

        var user = CurrentUser.From(context.User);
        var caseId = new CaseId(id);
        var what = context.Request.Path.Value?.Split('/') is [_, _, _, _, var part, ..] ? part : "case";
        await writer.RunAsync(
            new Operation(user.Actor, "", clock.GetUtcNow()),
            async (work, token) =>
            {
                if (await work.Db.Cases.FirstOrDefaultAsync(c => c.Id == caseId, token) is { } found)
                {
                    work.Db.Add(new AccessLogRow
                    {
                        CaseId = caseId,
                        PersonId = found.PersonId,
                        UserId = user.UserId,
                        Roles = string.Join(',', user.Roles),
                        Service = user.Service,
                        What = what.Length > TextLimits.Code ? what[..TextLimits.Code] : what,
                        At = work.Operation.Now,
                        IsAllowed = false,
                    });
                }
            },
            context.RequestAborted);
    }
}
