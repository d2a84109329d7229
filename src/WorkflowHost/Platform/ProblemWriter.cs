using IndividualPlan.WorkflowHost.Components;
using Microsoft.AspNetCore.Diagnostics;
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
        var is400 = refusal.Kind.Status < 500 && RefusesWith400.Applies(context);
        context.Response.StatusCode = is400 ? StatusCodes.Status400BadRequest : refusal.Kind.Status;
        context.Response.Headers.ContentLanguage = language;
        context.Response.Headers.CacheControl = "no-store";
        if (Page.IsFor(context))
        {
            Page.Protect(context);
            return Page.Of<ErrorPage>(new { refusal.Kind.Status, Sentence = refusal.Kind.Status == StatusCodes.Status404NotFound ? null : refusal.Detail.In(language), WhoMay = whoMay ?? [] }, refusal.Kind.Status)
                .ExecuteAsync(context);
        }

        return context.Response.WriteAsJsonAsync(Describe(refusal, language, is400), ApiJson.Options, ContentType, context.RequestAborted);
    }

    private static ProblemDetails Describe(Refusal refusal, string language, bool is400)
    {
        var problem = new ProblemDetails
        {
            Type = refusal.Kind.Type,
            Title = refusal.Kind.Title.In(language),
            Status = is400 ? StatusCodes.Status400BadRequest : refusal.Kind.Status,
            Detail = refusal.Detail.In(language),
        };
        if (refusal.Errors is { Count: > 0 } errors)
        {
            problem.Extensions["errors"] = errors.ToDictionary(
                e => e.Key, e => e.Value.Select(m => m.In(language)).ToArray(), StringComparer.Ordinal);
        }

        else if (is400)
        {
            problem.Extensions["errors"] = new Dictionary<string, string[]>(StringComparer.Ordinal) { [""] = [refusal.Detail.In(language)] };
        }

        if (is400)
        {
            problem.Extensions["code"] = refusal.Kind.Code;
        }

        foreach (var (name, value) in refusal.Members?.Invoke(language) ?? new Dictionary<string, object?>())
        {
            problem.Extensions[name] = value;
        }

        if (refusal.Kind.Status >= 500 && Activity.Current?.Id is { } trace)
        {
            problem.Extensions["traceId"] = trace;
        }

        return problem;
    }
}

/// <summary>
/// Marks an endpoint whose every refusal is a 400 with the sentence in <c>errors</c> and a <c>code</c>: Elsa Studio shows nothing of other refusals when it
/// saves by itself, and the change would be lost without a word.
/// </summary>
internal sealed class RefusesWith400
{
    private RefusesWith400()
    {
    }

    public static RefusesWith400 Mark { get; } = new();

    public static bool Applies(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<RefusesWith400>() is not null;
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
