using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>How someone wants to start a flow by hand.</summary>
/// <param name="DefinitionId">Which flow.</param>
/// <param name="Version">Which version: null or <c>Published</c>, <c>Latest</c>, <c>LatestOrPublished</c>, or a number.</param>
/// <param name="CorrelationId">A case's id or reference; for a flow outside cases any text or null.</param>
/// <param name="TriggerActivityId">The trigger to enter by; null for where the drawing says.</param>
/// <param name="Name">A name of the instance's own, or null.</param>
/// <param name="Input">Input, or null.</param>
internal sealed record StartWish(string DefinitionId, string? Version, string? CorrelationId, string? TriggerActivityId, string? Name, JsonObject? Input);

/// <summary>Starts a flow by hand, when that can be done safely; otherwise says why not.</summary>
internal sealed class StartInstance(IpDbContext db, CaseAccess cases, DefinitionCatalogue catalogue, WorkWriter writer, TimeProvider clock)
{
    private const int MaxInput = 100_000;

    private static readonly LocalizedText NotPublished = new(
        "Denne versjonen er ikke publisert. Publiser den først, så kan den startes.",
        "Denne versjonen er ikkje publisert. Publiser han først, så kan han startast.",
        "This version is not published. Publish it first, then it can be started.");

    private static readonly LocalizedText NeedsCase = new(
        "Flyten hører til en sak. Start den fra saken, eller oppgi sakens referanse som correlationId, for eksempel IP-2026-00042.",
        "Flyten høyrer til ei sak. Start han frå saka, eller oppgje referansen til saka som correlationId, til dømes IP-2026-00042.",
        "The flow belongs to a case. Start it from the case, or give the case's reference as correlationId, for example IP-2026-00042.");

    private static readonly LocalizedText UnknownCase = new(
        "Vi finner ingen sak med denne referansen som du kan arbeide med.",
        "Vi finn inga sak med denne referansen som du kan arbeide med.",
        "There is no case with this reference that you may work with.");

    private static readonly LocalizedText CaseClosed = new(
        "Saken er avsluttet, og nye flyter startes ikke i den.", "Saka er avslutta, og nye flytar blir ikkje starta i henne.", "The case is closed, and no new flows are started in it.");

    private static readonly LocalizedText NoTrigger = new(
        "Flyten har ikke dette startpunktet.", "Flyten har ikkje dette startpunktet.", "The flow has no such starting point.");

    private static readonly LocalizedText TooLong = new(
        "Navn og correlationId kan ha høyst 200 tegn, og input høyst 100 000.",
        "Namn og correlationId kan ha høgst 200 teikn, og input høgst 100 000.",
        "Name and correlationId take at most 200 characters, and input at most 100,000.");

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Started(WorkflowInstanceId Id) : Outcome;

        /// <summary>It cannot be started as asked.</summary>
        /// <param name="Code">A short word for programs.</param>
        /// <param name="Why">A sentence for people.</param>
        public sealed record CannotStart(string Code, LocalizedText Why) : Outcome;

        public sealed record NoSuchFlow : Outcome;
    }

    public async Task<Outcome> RunAsync(StartWish wish, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var latest = await db.WorkflowDefinitions.AsNoTracking().Where(d => d.DefinitionId == wish.DefinitionId).OrderByDescending(d => d.Version)
            .Select(d => new { d.Version, d.IsPublished }).FirstOrDefaultAsync(cancellationToken);

        if (latest is null)
        {
            return new Outcome.NoSuchFlow();
        }

        if (catalogue.Find(wish.DefinitionId, null) is not { } definition || !IsMeant(wish.Version, definition.Version, latest.Version))
        {
            return new Outcome.CannotStart("not-published", NotPublished);
        }

        if (wish.Name?.Length > TextLimits.Name || wish.CorrelationId?.Length > TextLimits.Name || wish.Input?.ToJsonString().Length > MaxInput)
        {
            return new Outcome.CannotStart("too-long", TooLong);
        }

        if (!string.IsNullOrEmpty(wish.TriggerActivityId) && !definition.Triggers.Any(t => t.ActivityId == wish.TriggerActivityId))
        {
            return new Outcome.CannotStart("no-such-trigger", NoTrigger);
        }

        var (caseId, why) = await CaseOfAsync(wish, definition, user, reason, cancellationToken);

        if (why is not null)
        {
            return why;
        }

        var correlationId = caseId?.ToString() ?? (string.IsNullOrWhiteSpace(wish.CorrelationId) ? null : wish.CorrelationId.Trim());
        var trigger = string.IsNullOrEmpty(wish.TriggerActivityId) ? null : wish.TriggerActivityId;
        var stimulus = new Stimulus.Start(wish.Input, correlationId, trigger, Name: string.IsNullOrWhiteSpace(wish.Name) ? null : wish.Name.Trim());
        var operation = new Operation(user.Actor, reason.Or("Startet en arbeidsflyt."), clock.GetUtcNow());
        return new Outcome.Started(await writer.RunAsync(operation, (work, token) => StartAsync(work, definition, stimulus, caseId, token), cancellationToken));
    }

    private static async Task<WorkflowInstanceId> StartAsync(Work work, WorkflowDefinition definition, Stimulus.Start stimulus, CaseId? caseId, CancellationToken cancellationToken)
    {
        var id = await work.Flows.StartAsync(definition, stimulus, caseId, cancellationToken);
        work.Operation.Record(caseId, "workflow-instance-started", ("instanceId", id), ("definitionId", definition.DefinitionId), ("version", definition.Version));
        return id;
    }

    /// <summary>Only the published version is started; whoever asks for the latest means the draft when there is one.</summary>
    private static bool IsMeant(string? wanted, int published, int latest) => wanted switch
    {
        null or "" or "Published" or "LatestOrPublished" or "LatestAndPublished" or "PublishedOrLatest" => true,
        "Latest" => published == latest,
        _ => int.TryParse(wanted, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number == published,
    };

    private async Task<(CaseId? CaseId, Outcome? Why)> CaseOfAsync(
        StartWish wish, WorkflowDefinition definition, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var isOfCase = catalogue.NeedsCaseFacts(definition);
        var text = wish.CorrelationId?.Trim();

        if (string.IsNullOrEmpty(text))
        {
            return (null, isOfCase ? new Outcome.CannotStart("needs-case", NeedsCase) : null);
        }

        var asId = Guid.TryParse(text, out var guid) ? new CaseId(guid) : (CaseId?)null;
        var found = await db.Cases.AsNoTracking().Where(c => c.Reference == text || c.Id == asId).Select(c => new { c.Id, c.State }).FirstOrDefaultAsync(cancellationToken);

        if (found is null)
        {
            return (null, isOfCase ? new Outcome.CannotStart("unknown-case", UnknownCase) : null);
        }

        if (await cases.OpenWorkflowAsync(user, found.Id, "start", wish.DefinitionId, reason, cancellationToken) is not null)
        {
            return (null, new Outcome.CannotStart("unknown-case", UnknownCase));
        }

        return found.State == CaseState.Closed ? (null, new Outcome.CannotStart("case-closed", CaseClosed)) : (found.Id, null);
    }
}
