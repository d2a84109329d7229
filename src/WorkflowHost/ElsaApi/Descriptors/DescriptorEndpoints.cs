using System.Net.Mime;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace IndividualPlan.WorkflowHost.ElsaApi.Descriptors;

/// <summary>The catalogues that Studio asks for before it shows a drawing. Their texts are in the caller's language.</summary>
internal static class DescriptorEndpoints
{
    /// <summary>The version of Elsa whose contract this is.</summary>
    public const string ElsaVersion = "3.8.2";

    private const string Features = "/features/installed";

    private static readonly Dictionary<string, LocalizedText> InstalledFeatures = new(StringComparer.Ordinal)
    {
        ["Elsa.RealTimeWorkflowUpdates"] = new("Flyter oppdateres mens de vises", "Flytar blir oppdaterte medan dei blir viste", "Flows are updated while they are shown"),
        ["Elsa.WorkflowManagement"] = new("Arbeidsflyter", "Arbeidsflytar", "Workflows"),
        ["Elsa.JavaScript"] = new("JavaScript-uttrykk", "JavaScript-uttrykk", "JavaScript expressions"),
    };

    private static readonly (string Type, LocalizedText Name, bool IsBrowsable, string? Language)[] Expressions =
    [
        ("Literal", new("Fast verdi", "Fast verdi", "Fixed value"), false, null),
        ("Object", new("Objekt", "Objekt", "Object"), true, "json"),
        ("Variable", new("Variabel", "Variabel", "Variable"), true, null),
        ("Input", new("Opplysning som flyten fikk", "Opplysning som flyten fekk", "Input of the flow"), true, null),
        ("JavaScript", new("JavaScript", "JavaScript", "JavaScript"), true, "javascript"),
    ];

    public static void Map(IEndpointRouteBuilder elsa)
    {
        elsa.MapGet("/descriptors/activities", Activities);
        elsa.MapGet("/descriptors/activities/{type}", Activity);
        elsa.MapPost("/descriptors/activities/{type}/options/{input}", Options);
        elsa.MapGet("/descriptors/expression-descriptors", ExpressionTypes);
        elsa.MapGet("/descriptors/storage-drivers", StorageDrivers);
        elsa.MapGet("/descriptors/variables", Variables);
        elsa.MapGet("/descriptors/output-converters", static () => TypedResults.Ok(new { items = Array.Empty<object>() }));
        elsa.MapGet("/descriptors/workflow-activation-strategies", static (HttpRequest request) => Strategies(CatalogueTexts.Activation, request));
        elsa.MapGet("/descriptors/incident-strategies", static (HttpRequest request) => Strategies(CatalogueTexts.Incidents, request));
        elsa.MapGet("/descriptors/log-persistence-strategies", static (HttpRequest request) => Strategies(CatalogueTexts.Logging, request));
        elsa.MapGet("/descriptors/commit-strategies/workflows", CommitStrategies);
        elsa.MapGet("/descriptors/commit-strategies/activities", CommitStrategies);
        elsa.MapGet(Features, InstalledFeatureList);
        elsa.MapGet(Features + "/{fullName}", InstalledFeature);
        elsa.MapGet("/package/version", static () => TypedResults.Ok(new { packageVersion = ElsaVersion }));
    }

    /// <summary>All activities; unchanged since the caller's copy means 304, and the packed form goes to who can read it.</summary>
    private static Results<StatusCodeHttpResult, BytesResult> Activities(HttpContext context, DescriptorCatalogue catalogue)
    {
        var set = catalogue.In(RequestLanguage.Of(context.Request));
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue(set.Tag);
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        context.Response.Headers.Vary = "Accept-Encoding, Accept-Language, Cookie";

        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(headers.ETag, useStrongComparison: false)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var takesBrotli = context.Request.GetTypedHeaders().AcceptEncoding.Any(static e => e.Value == "br" && e.Quality is not 0);
        return new BytesResult(takesBrotli ? set.Compressed : set.Json, takesBrotli);
    }

    private static Results<Ok<ActivityDescriptor>, NotFound> Activity(string type, int? version, HttpRequest request, DescriptorCatalogue catalogue)
    {
        var set = catalogue.In(RequestLanguage.Of(request));
        return (version is { } number ? set.Find(type, number) : set.Newest(type)) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();
    }

    /// <summary>The choices of one input, for an editor that asks again while inputs change. Ours depend on nothing, so they are those of the descriptor.</summary>
    private static Results<Ok<OptionsAnswer>, NotFound> Options(string type, string input, HttpRequest request, DescriptorCatalogue catalogue)
    {
        var descriptor = catalogue.In(RequestLanguage.Of(request)).Newest(type);
        return descriptor?.Inputs.FirstOrDefault(i => string.Equals(i.Name, input, StringComparison.OrdinalIgnoreCase)) is { } found
            ? TypedResults.Ok(new OptionsAnswer(found.UiSpecifications))
            : TypedResults.NotFound();
    }

    private static Ok<ExpressionList> ExpressionTypes(HttpRequest request)
    {
        var language = RequestLanguage.Of(request);
        IReadOnlyList<ExpressionDescriptor> items =
        [
            .. Expressions.Select(e => new ExpressionDescriptor(
                e.Type, e.Name.In(language), true, e.IsBrowsable, e.Language is null ? [] : new JsonObject { ["MonacoLanguage"] = e.Language })),
        ];

        return TypedResults.Ok(new ExpressionList(items, items.Count));
    }

    private static IResult StorageDrivers(HttpRequest request)
    {
        var language = RequestLanguage.Of(request);
        return TypedResults.Ok(new
        {
            items = CatalogueTexts.Storage.Select((s, index) => new { typeName = s.TypeName, displayName = s.Name.In(language), priority = 5 - index, deprecated = false }),
        });
    }

    private static IResult Variables(HttpRequest request)
    {
        var language = RequestLanguage.Of(request);
        var category = CatalogueTexts.VariableCategory.In(language);
        return TypedResults.Ok(new
        {
            items = CatalogueTexts.Variables.Select(v => new { typeName = v.TypeName, displayName = v.Name.In(language), category, description = v.Description.In(language) }),
        });
    }

    private static IResult Strategies(IReadOnlyList<CatalogueText> strategies, HttpRequest request)
    {
        var language = RequestLanguage.Of(request);
        return TypedResults.Ok(new
        {
            items = strategies.Select(s => new { displayName = s.Name.In(language), description = s.Description.In(language), typeName = s.TypeName }),
            count = strategies.Count,
        });
    }

    private static IResult CommitStrategies(HttpRequest request)
    {
        var language = RequestLanguage.Of(request);
        return TypedResults.Ok(new
        {
            items = new[] { new { name = "default", displayName = CatalogueTexts.CommitName.In(language), description = CatalogueTexts.CommitDescription.In(language) } },
            count = 1,
        });
    }

    private static Ok<FeatureList> InstalledFeatureList(HttpRequest request)
    {
        IReadOnlyList<FeatureDescriptor> items = [.. InstalledFeatures.Select(f => Feature(f.Key, f.Value, RequestLanguage.Of(request)))];
        return TypedResults.Ok(new FeatureList(items, items.Count));
    }

    private static Results<Ok<FeatureDescriptor>, NotFound> InstalledFeature(string fullName, HttpRequest request) =>
        InstalledFeatures.TryGetValue(fullName, out var name) ? TypedResults.Ok(Feature(fullName, name, RequestLanguage.Of(request))) : TypedResults.NotFound();

    private static FeatureDescriptor Feature(string fullName, LocalizedText name, string language) =>
        new(fullName["Elsa.".Length..], "Elsa", fullName, name.In(language), "");
}

/// <summary>A feature that Studio may ask for.</summary>
internal sealed record FeatureDescriptor(string Name, string Namespace, string FullName, string DisplayName, string Description);

internal sealed record FeatureList(IReadOnlyList<FeatureDescriptor> Items, int Count);

/// <summary>A language that a value may be written in.</summary>
internal sealed record ExpressionDescriptor(string Type, string DisplayName, bool IsSerializable, bool IsBrowsable, JsonObject Properties);

internal sealed record ExpressionList(IReadOnlyList<ExpressionDescriptor> Items, int Count);

internal sealed record OptionsAnswer(JsonObject Items);

/// <summary>JSON that was written long before it was asked for.</summary>
internal sealed class BytesResult(byte[] json, bool isPacked) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaTypeNames.Application.Json + "; charset=utf-8";
        response.ContentLength = json.Length;

        if (isPacked)
        {
            response.Headers.ContentEncoding = "br";
        }

        await response.Body.WriteAsync(json, httpContext.RequestAborted);
    }
}
