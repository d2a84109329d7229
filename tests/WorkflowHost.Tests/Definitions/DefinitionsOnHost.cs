using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Tests.Definitions;

/// <summary>The use cases of workflows on a real host, in words.</summary>
public abstract class DefinitionsOnHost : IAsyncLifetime
{
    internal static readonly Actor Berit = new("berit", Roles.OfficeLeader);
    internal static readonly Actor Olav = new("olav", Roles.OfficeLeader);
    private readonly TestDatabase _file = new();

    internal HostFixture Host { get; private set; } = null!;

    internal FakeClock Clock { get; } = new();

    public async Task InitializeAsync() => Host = await HostFixture.StartAsync(_file, Clock);

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        _file.Dispose();
    }

    internal static JsonObject Drawn(string id, int tasks, long? rev = null)
    {
        var json = JsonNode.Parse(Drawing.OfTasks(id, tasks).ToJson(isPublished: false))!.AsObject();
        if (rev is not null)
        {
            json["customProperties"]!["rev"] = rev;
        }

        return json;
    }

    internal Operation By(Actor actor, string why = "fordi") => new(actor, why, Clock.GetUtcNow());

    internal Task<DefinitionOutcome> SaveAsync(JsonObject json, Actor? actor = null, string? session = null, bool publish = false) =>
        Host.Get<SaveDefinition>().RunAsync(new DrawingToSave(json, publish, session) { Rev = DefinitionDocument.RevOf(json) }, By(actor ?? Berit), CancellationToken.None);

    internal async Task<WorkflowDefinitionRow> SavedAsync(JsonObject json, Actor? actor = null, string? session = null, bool publish = false) =>
        Saved(await SaveAsync(json, actor, session, publish));

    internal static WorkflowDefinitionRow Saved(DefinitionOutcome outcome) =>
        outcome is DefinitionOutcome.Saved saved ? saved.Version : throw new InvalidOperationException(((DefinitionOutcome.Refused)outcome).Refusal.Detail.En);

    internal static string Code(DefinitionOutcome outcome) => Assert.IsType<DefinitionOutcome.Refused>(outcome).Refusal.Kind.Code;

    /// <summary>The versions, oldest first: number, P for published, L for latest, X for removed.</summary>
    internal async Task<string[]> VersionsAsync(string definitionId)
    {
        await using var db = Host.Read();
        var rows = await db.WorkflowDefinitions.Where(d => d.DefinitionId == definitionId).OrderBy(static d => d.Version).ToListAsync();
        return [.. rows.Select(static r => $"{r.Version}{(r.IsPublished ? "P" : "")}{(r.IsLatest ? "L" : "")}{(r.RemovedAt is null ? "" : "X")}")];
    }

    internal async Task<HistoryRow[]> HistoryAsync()
    {
        await using var db = Host.Read();
        return await db.History.Where(static h => h.Event.StartsWith("workflow-definition")).OrderBy(static h => h.Id).ToArrayAsync();
    }
}
