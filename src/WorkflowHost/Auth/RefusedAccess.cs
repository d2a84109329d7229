using IndividualPlan.WorkflowHost.Components;
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
            await ProblemWriter.WriteAsync(context, Refusal.Forbidden(), WhoMay(context));
            return;
        }

        // What a page saves in the background is told that it failed; a sign-in page in its place would be no answer.
        if (Page.IsFor(context) && !Page.IsInBackground(context.Request))
        {
            context.Response.Redirect(SignInPages.AddressFor(context.Request));
            return;
        }

        context.Response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
        await ProblemWriter.WriteAsync(context, new Refusal(ProblemKind.NotSignedIn, new(
            "Logg inn og prøv igjen.", "Logg inn og prøv igjen.", "Sign in and try again.")));
    }

    /// <summary>Names of the roles that the endpoint lets in, in the caller's language.</summary>
    private static string[] WhoMay(HttpContext context)
    {
        var language = RequestLanguage.Of(context.Request);
        var granted = context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Select(a => a.Policy is { } policy ? Policies.Granted.GetValueOrDefault(policy) : null).OfType<IReadOnlyList<string>>() ?? [];
        var roles = granted.Aggregate((IEnumerable<string>?)null, (both, next) => both?.Intersect(next) ?? next) ?? [];
        return [.. roles.Select(r => RoleNames.Role(r).In(language))];
    }

    private async Task LogAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var isCase = path.StartsWithSegments("/api/cases", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/cases", StringComparison.OrdinalIgnoreCase);
        if (!isCase || !Guid.TryParse(context.GetRouteValue("id") as string, out var id))
        {
            return;
        }

        var user = CurrentUser.From(context.User);
        var caseId = new CaseId(id);
        var what = path.Value?.Split('/') is [_, "api", _, _, var part, ..] ? part : "case";
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
