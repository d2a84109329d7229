using IndividualPlan.WorkflowHost.Components;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using System.Diagnostics;
using System.Reflection;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>Turns refusals into problem details (RFC 9457), in the caller's language, or into a page for a person with a browser. The only place that does.</summary>
internal static class ProblemWriter
{
    public const string ContentType = "application/problem+json";

    public static Task WriteAsync(HttpContext context, Refusal refusal, IReadOnlyList<string>? whoMay = null)
    {
        var language = RequestLanguage.Of(context.Request);
        context.Response.StatusCode = refusal.Kind.Status;
        context.Response.Headers.ContentLanguage = language;
        context.Response.Headers.CacheControl = "no-store";
        if (Page.IsFor(context))
        {
            Page.Protect(context);
            return Page.Of<ErrorPage>(new { refusal.Kind.Status, Sentence = refusal.Kind.Status == StatusCodes.Status404NotFound ? null : refusal.Detail.In(language), WhoMay = whoMay ?? [] }, refusal.Kind.Status)
                .ExecuteAsync(context);
        }

        return context.Response.WriteAsJsonAsync(Describe(refusal, language), ApiJson.Options, ContentType, context.RequestAborted);
    }

    private static ProblemDetails Describe(Refusal refusal, string language)
    {
        var problem = new ProblemDetails
        {
            Type = refusal.Kind.Type,
            Title = refusal.Kind.Title.In(language),
            Status = refusal.Kind.Status,
            Detail = refusal.Detail.In(language),
        };
        if (refusal.Errors is { Count: > 0 } errors)
        {
            problem.Extensions["errors"] = errors.ToDictionary(
                e => e.Key, e => e.Value.Select(m => m.In(language)).ToArray(), StringComparer.Ordinal);
        }

        if (refusal.Kind.Status >= 500 && Activity.Current?.Id is { } trace)
        {
            problem.Extensions["traceId"] = trace;
        }

        return problem;
    }
}

/// <summary>A refusal as an endpoint's answer.</summary>
internal sealed class RefusalResult(Refusal refusal) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public Refusal Refusal { get; } = refusal;

    public int? StatusCode => Refusal.Kind.Status;

    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(httpContext, Refusal);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in new[] { 401, 403, 404, 422 })
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), [ProblemWriter.ContentType]));
        }
    }
}

internal static class RefusalResults
{
    /// <summary>The refusal as an endpoint's answer.</summary>
    public static RefusalResult ToResult(this Refusal refusal) => new(refusal);
}
