using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.ElsaApi.Definitions;

/// <summary>Looking at workflows.</summary>
internal static class ReadRoutes
{
    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapGet("/workflow-definitions", ListAsync);
        elsa.MapGet("/workflow-definitions/by-definition-id/{definitionId}", ByDefinitionIdAsync);
        elsa.MapGet("/workflow-definitions/by-id/{id}", ByIdAsync);
        elsa.MapGet("/workflow-definitions/many-by-id", ManyByIdAsync);
        elsa.MapGet("/workflow-definitions/query/count", CountAsync);
        elsa.MapGet("/workflow-definitions/validation/is-name-unique", IsNameUniqueAsync);
        elsa.MapGet("/workflow-definitions/{definitionId}/versions", VersionsAsync);
        elsa.MapGet("/workflow-definitions/{definitionId}/consumers", ConsumersAsync);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, FindDefinitions find, CurrentUser user, CancellationToken cancellationToken)
    {
        if (QueryOf(request, "versionOptions") is not { } wanted || !TryPage(request, out var page))
        {
            return BadQuery();
        }

        // Nothing in the house is Elsa's own, so a question for its system workflows finds none.
        IEnumerable<DefinitionSummary> found = IsTrue(request.Query["IsSystem"])
            ? []
            : await find.ListAsync(
                wanted with { DefinitionIds = ListOf(request, "DefinitionIds"), VersionIds = ListOf(request, "Ids"), Search = request.Query["SearchTerm"] }, cancellationToken);
        var sorted = Sort(found, request.Query["OrderBy"], request.Query["OrderDirection"]).ToList();
        var shown = page is var (number, size) ? sorted.Skip(number * size).Take(size) : sorted;
        return TypedResults.Ok(new WirePage([.. shown.Select(d => DefinitionModels.Summary(d, user))], sorted.Count, Links.OfList(DefinitionModels.MayChange(user))));
    }

    private static async Task<IResult> ByDefinitionIdAsync(
        string definitionId, HttpRequest request, FindDefinitions find, DefinitionModels models, CurrentUser user, CancellationToken cancellationToken)
    {
        if (QueryOf(request, "versionOptions", VersionChoice.Latest) is not { } wanted)
        {
            return BadQuery();
        }

        return await find.FindAsync(wanted with { DefinitionIds = [definitionId] }, cancellationToken) is { } found
            ? TypedResults.Ok(models.Full(found, user))
            : Refusal.NotFound().ToResult();
    }

    private static async Task<IResult> ByIdAsync(string id, FindDefinitions find, DefinitionModels models, CurrentUser user, CancellationToken cancellationToken) =>
        await find.FindAsync(new DefinitionQuery(VersionIds: [id]), cancellationToken) is { } found ? TypedResults.Ok(models.Full(found, user)) : Refusal.NotFound().ToResult();

    private static async Task<IResult> ManyByIdAsync(HttpRequest request, FindDefinitions find, DefinitionModels models, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await find.ReadAsync(new DefinitionQuery(VersionIds: ListOf(request, "ids") ?? []), cancellationToken);
        return TypedResults.Ok(new { items = found.Select(d => models.Full(d, user)).ToArray(), count = found.Count });
    }

    private static async Task<IResult> VersionsAsync(string definitionId, FindDefinitions find, DefinitionModels models, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await find.ReadAsync(new DefinitionQuery(DefinitionIds: [definitionId]), cancellationToken);
        return found.Count == 0 ? Refusal.NotFound().ToResult() : TypedResults.Ok(new JsonArray([.. found.Select(d => models.Full(d, user))]));
    }

    private static async Task<IResult> ConsumersAsync(string definitionId, FindDefinitions find, DefinitionConsumers consumers, CancellationToken cancellationToken) =>
        await find.FindAsync(new DefinitionQuery(DefinitionIds: [definitionId]), cancellationToken) is null
            ? Refusal.NotFound().ToResult()
            : TypedResults.Ok(new { consumingWorkflowDefinitionIds = consumers.Of(definitionId).Select(static d => d.DefinitionId).Distinct().ToArray() });

    private static async Task<IResult> CountAsync(FindDefinitions find, CancellationToken cancellationToken) =>
        TypedResults.Ok(new { count = await find.CountAsync(cancellationToken) });

    private static async Task<IResult> IsNameUniqueAsync(string name, string? definitionId, FindDefinitions find, CancellationToken cancellationToken) =>
        TypedResults.Ok(new { isUnique = await find.IsNameUniqueAsync(name, definitionId, cancellationToken) });

    /// <summary>Elsa's version options: a word, a number, or nothing. Null when it is something else.</summary>
    internal static DefinitionQuery? QueryOf(HttpRequest request, string name, VersionChoice unless = VersionChoice.All)
    {
        string? text = request.Query[name];
        return string.IsNullOrWhiteSpace(text) ? new DefinitionQuery(unless)
            : text.Equals("AllVersions", StringComparison.OrdinalIgnoreCase) ? new DefinitionQuery()
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new DefinitionQuery(Number: number)
            : Enum.TryParse<VersionChoice>(text, ignoreCase: true, out var choice) ? new DefinitionQuery(choice)
            : null;
    }

    /// <summary>The page asked for, counted from 0; null for everything.</summary>
    private static bool TryPage(HttpRequest request, out (int Number, int Size)? page)
    {
        page = null;
        string? size = request.Query["PageSize"], number = request.Query["Page"];
        if (string.IsNullOrEmpty(size))
        {
            return true;
        }

        if (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var s) || s is < 1 or > 10_000
            || !int.TryParse(string.IsNullOrEmpty(number) ? "0" : number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n > 100_000)
        {
            return false;
        }

        page = (n, s);
        return true;
    }

    private static IEnumerable<DefinitionSummary> Sort(IEnumerable<DefinitionSummary> found, string? by, string? direction)
    {
        var isName = string.IsNullOrEmpty(by) || by.Equals("Name", StringComparison.OrdinalIgnoreCase);
        var isDescending = string.IsNullOrEmpty(direction) ? !isName : direction.StartsWith("Desc", StringComparison.OrdinalIgnoreCase);
        var ascending = by?.ToUpperInvariant() switch
        {
            "VERSION" => found.OrderBy(static d => d.Version),
            "CREATED" or "CREATEDAT" => found.OrderBy(static d => d.CreatedAt),
            _ => found.OrderBy(static d => d.Name, StringComparer.OrdinalIgnoreCase).ThenBy(static d => d.Version),
        };
        return isDescending ? ascending.Reverse() : ascending;
    }

    private static string[]? ListOf(HttpRequest request, string name) =>
        request.Query[name] is { Count: > 0 } values ? [.. values.OfType<string>().Where(static v => v.Length > 0)] : null;

    private static bool IsTrue(string? text) => bool.TryParse(text, out var value) && value;

    private static RefusalResult BadQuery() => new Refusal(ProblemKind.Malformed, new(
        "Spørringen kan ikke leses.", "Spørjinga kan ikkje lesast.", "The query cannot be read.")).ToResult();
}
