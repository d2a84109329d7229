using IndividualPlan.WorkflowHost.Auth;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>Health and the OpenAPI document.</summary>
internal static class PlatformEndpoints
{
    /// <summary>Health checks with this tag decide whether the host may be given work.</summary>
    public const string ReadyTag = "ready";

    public static WebApplication MapPlatform(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false }).RequireAuthorization(Policies.Anonymous);
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = static check => check.Tags.Contains(ReadyTag) }).RequireAuthorization(Policies.Anonymous);
        app.MapOpenApi().RequireAuthorization(app.Environment.IsDevelopment() ? Policies.Anonymous : Policies.ReadApiDocument);
        return app;
    }
}
