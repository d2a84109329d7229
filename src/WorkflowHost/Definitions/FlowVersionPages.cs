using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>The page of one workflow: its versions, comparing them, and what is done from the page itself. What a leader is asked about first is in <see cref="FlowActPages"/>.</summary>
internal static class FlowVersionPages
{
    private const string Flow = FlowAddress.List + "/{definitionId}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Flow, Policies.ReadFlows, ShowAsync);
        routes.MapPage(Flow + "/compare", Policies.ReadFlows, CompareAsync);
        routes.MapPage(Flow + "/download", Policies.ReadFlows, DownloadAsync);
        routes.MapPagePost(Flow + "/publish", Policies.PublishWorkflowDefinition, PublishAsync);
        routes.MapPagePost(Flow + "/explain", Policies.PublishWorkflowDefinition, ExplainAsync);
        routes.MapPagePost(Flow + "/copy", Policies.PublishWorkflowDefinition, CopyAsync);
        routes.MapPagePost(Flow + "/update-references", Policies.PublishWorkflowDefinition, UpdateReferencesAsync);
    }

    private static async Task<IResult> ShowAsync(string definitionId, ReadFlow read, CancellationToken cancellationToken) =>
        await read.RunAsync(definitionId, cancellationToken) is { } flow ? Page.Showing<FlowVersionsPage>(new ShownFlow(flow)) : Refusal.NotFound().ToResult();

    private static async Task<IResult> CompareAsync(string definitionId, string? from, string? to, CompareVersions compare, CancellationToken cancellationToken) =>
        VersionNumber.TryRead(from, out var earlier) && VersionNumber.TryRead(to, out var later) && await compare.RunAsync(definitionId, earlier, later, cancellationToken) is { } compared
            ? Page.Showing<ComparePage>(compared)
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> DownloadAsync(string definitionId, string? version, ExportDefinitions export, CancellationToken cancellationToken) =>
        VersionNumber.TryRead(version, out var number)
        && await export.OneAsync(new DefinitionQuery(number is null ? VersionChoice.Latest : VersionChoice.All, number, DefinitionIds: [definitionId]), withConsumers: false, cancellationToken) is { } file
            ? TypedResults.File(file.Content, file.ContentType, file.Name)
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> PublishAsync(
        string definitionId, [FromForm] long? rev, [FromForm] string? reason, PublishDefinition useCase, [AsParameters] Sender sender, CancellationToken cancellationToken)
    {
        var outcome = FormReason.Missing(reason, "publish-reason") is { } missing
            ? new DefinitionOutcome.Refused(missing)
            : await useCase.PublishSeenAsync(definitionId, rev, sender.Operation(reason), cancellationToken);
        return await sender.AnswerAsync(outcome, definitionId, new(ShownFlow.Publish, reason), static saved => saved.IsUnchanged
            ? new($"Versjon {saved.Version.Version} kjører allerede.", $"Versjon {saved.Version.Version} køyrer allereie.", $"Version {saved.Version.Version} runs already.")
            : new(
                $"Versjon {saved.Version.Version} er publisert. Nye saker følger den fra nå av.", $"Versjon {saved.Version.Version} er publisert. Nye saker følgjer han frå no av.",
                $"Version {saved.Version.Version} is published. New cases follow it from now on."), cancellationToken);
    }

    private static async Task<IResult> ExplainAsync(
        string definitionId, [FromForm] int? version, [FromForm] string? reason, ExplainPublication useCase, [AsParameters] Sender sender, CancellationToken cancellationToken)
    {
        var outcome = FormReason.Missing(reason, $"explain-reason-{version}") is { } missing
            ? new DefinitionOutcome.Refused(missing)
            : await useCase.RunAsync(definitionId, version ?? 0, sender.Operation(reason), cancellationToken);
        return await sender.AnswerAsync(outcome, definitionId, new(ShownFlow.Explain, reason, version), static saved => new(
            $"Begrunnelsen for versjon {saved.Version.Version} er lagt til.", $"Grunngjevinga for versjon {saved.Version.Version} er lagd til.", $"The reason for version {saved.Version.Version} is added."), cancellationToken);
    }

    private static async Task<IResult> CopyAsync(
        string definitionId, [FromForm] string? name, CopyDefinition useCase, FindDefinitions find, [AsParameters] Sender sender, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.AtMost(name, TextLimits.Name, "copy-name");
        if (errors.Require(name, "copy-name") && !await find.IsNameUniqueAsync(name, null, cancellationToken))
        {
            errors.Add("copy-name", BeginDefinition.NameTaken);
        }

        var outcome = errors.Any
            ? new DefinitionOutcome.Refused(errors.ToRefusal())
            : await useCase.DuplicateAsync(definitionId, null, name, sender.Operation("Laget en kopi av en arbeidsflyt."), cancellationToken);
        return await sender.AnswerAsync(outcome, definitionId, new(ShownFlow.Copy, name), static saved => new(
            $"Kopien «{saved.Version.Name}» er laget. Den er et utkast.", $"Kopien «{saved.Version.Name}» er laga. Han er eit utkast.", $"The copy “{saved.Version.Name}” is made. It is a draft."), cancellationToken);
    }

    private static async Task<IResult> UpdateReferencesAsync(
        string definitionId, [FromForm] string? reason, UpdateReferences useCase, [AsParameters] Sender sender, CancellationToken cancellationToken)
    {
        if (FormReason.Missing(reason, "update-reason") is { } missing)
        {
            return await sender.AnswerAsync(new DefinitionOutcome.Refused(missing), definitionId, new(ShownFlow.UpdateReferences, reason), static _ => throw new InvalidOperationException(), cancellationToken);
        }

        return await useCase.RunAsync(definitionId, () => sender.Operation(reason), cancellationToken) is { } changed
            ? sender.Done(definitionId, changed.Count == 0
                ? new("Ingen arbeidsflyt trengte å endres.", "Ingen arbeidsflyt trong å endrast.", "No workflow needed a change.")
                : new($"Disse bruker nå versjonen som kjører: {string.Join(", ", changed)}.", $"Desse brukar no versjonen som køyrer: {string.Join(", ", changed)}.", $"These now use the version that runs: {string.Join(", ", changed)}."))
            : Refusal.NotFound().ToResult();
    }
}

/// <summary>Version numbers in addresses.</summary>
internal static class VersionNumber
{
    /// <summary>Reads a number; nothing at all is no number, and anything else is an address that does not exist.</summary>
    public static bool TryRead(string? text, out int? version)
    {
        version = int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        return version is not null || string.IsNullOrEmpty(text);
    }
}
