using System.Collections.Frozen;
using System.Text.RegularExpressions;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>All versions of all drawings, in memory. A version never changes, so looking one up costs no query; reading the JSON waits until someone needs it.</summary>
internal sealed partial class DefinitionCatalogue
{
    private volatile Snapshot _now = new([]);

    /// <summary>Published versions, in the order of their definition ids.</summary>
    public IReadOnlyList<WorkflowDefinition> Published => _now.Published;

    /// <summary>What is published or newest of each workflow: where a leader looks for who uses what.</summary>
    public IEnumerable<WorkflowDefinition> Current => _now.ByVersion.Values.Where(static e => e.IsPublished || e.IsLatest).Select(static e => e.Definition);

    /// <summary>A version; with null the one that is published. Null when there is none.</summary>
    public WorkflowDefinition? Find(string definitionId, int? version) =>
        version is { } number
            ? _now.ByVersion.GetValueOrDefault((definitionId, number))?.Definition
            : _now.PublishedById.GetValueOrDefault(definitionId)?.Definition;

    /// <summary>Whether a version is there; its JSON is not read for the answer.</summary>
    public bool Knows(string definitionId, int version) => _now.ByVersion.ContainsKey((definitionId, version));

    /// <summary>The version that an instance is pinned to.</summary>
    /// <exception cref="InvalidOperationException">It is not there, which cannot happen as long as versions are never removed.</exception>
    public WorkflowDefinition Require(string definitionId, int version) =>
        Find(definitionId, version) ?? throw new InvalidOperationException($"Version {version} of the workflow definition {definitionId} is not in the database.");

    /// <summary>A version that is or was published, so that its drawing never changes; null for a draft or none.</summary>
    public WorkflowDefinition? FindReleased(string definitionId, int version) =>
        _now.ByVersion.GetValueOrDefault((definitionId, version)) is { WasPublished: true } entry ? entry.Definition : null;

    /// <summary>The version with an id of its own; null when there is none.</summary>
    public WorkflowDefinition? WithVersionId(string? versionId) =>
        versionId is null ? null : _now.ByVersion.Values.FirstOrDefault(e => e.VersionId == versionId)?.Definition;

    /// <summary>Ids of definitions of which any version has the word in its name, in whatever letter case.</summary>
    public IReadOnlyCollection<string> NamedLike(string word) =>
        [.. _now.ByVersion.Values.Where(e => e.Name.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(static e => e.DefinitionId).Distinct()];

    /// <summary>The newest version, draft or not; null when there is none.</summary>
    public WorkflowDefinition? Newest(string definitionId) =>
        _now.ByVersion.Values.Where(e => e.DefinitionId == definitionId).MaxBy(static e => e.Version)?.Definition;

    /// <summary>Every version that other drawings may use as a step, drafts left out; older ones too, for running cases show them.</summary>
    public IReadOnlyList<WorkflowDefinition> UsableAsActivity() =>
    [
        .. _now.ByVersion.Values.Where(static e => e.MayBeUsedAsActivity).Select(static e => e.Definition).Where(static d => d.IsUsableAsActivity)
            .OrderBy(static d => d.DefinitionId, StringComparer.Ordinal).ThenByDescending(static d => d.Version),
    ];

    /// <summary>Whether expressions in the drawing may look at the case.</summary>
    public bool NeedsCaseFacts(WorkflowDefinition definition) =>
        _now.ByVersion.GetValueOrDefault((definition.DefinitionId, definition.Version))?.NeedsCaseFacts ?? false;

    /// <summary>Published drawings that an event starts, each with the activity where it enters.</summary>
    public IReadOnlyList<(WorkflowDefinition Definition, string ActivityId)> StartedBy(string eventName) =>
        _now.StartedBy.GetValueOrDefault(eventName) ?? [];

    /// <summary>How far each version is known, <see cref="WorkflowDefinitionRow.Revision"/>.</summary>
    public IReadOnlyDictionary<(string DefinitionId, int Version), long> Revisions => _now.ByVersion.ToDictionary(static e => e.Key, static e => e.Value.Revision);

    /// <summary>Takes over what the database holds.</summary>
    public void Load(IEnumerable<WorkflowDefinitionRow> rows) => _now = new Snapshot(rows.Select(static r => new Entry(r)));

    /// <summary>Takes over rows that were added or changed; all else stays, and so does what is known to be newer.</summary>
    public void Update(IReadOnlyCollection<WorkflowDefinitionRow> rows)
    {
        lock (this)
        {
            var changed = rows.Where(r => !_now.ByVersion.TryGetValue((r.DefinitionId, r.Version), out var known) || known.Revision <= r.Revision)
                .ToDictionary(static r => (r.DefinitionId, r.Version));
            _now = new Snapshot([.. _now.ByVersion.Where(e => !changed.ContainsKey(e.Key)).Select(static e => e.Value), .. changed.Values.Select(static r => new Entry(r))]);
        }
    }

    /// <summary>Forgets a draft that was thrown away; nothing runs on it.</summary>
    public void Forget(string definitionId, int version)
    {
        lock (this)
        {
            _now = new Snapshot(_now.ByVersion.Where(e => e.Key != (definitionId, version)).Select(static e => e.Value));
        }
    }

    private sealed partial class Entry(WorkflowDefinitionRow row)
    {
        private readonly Lazy<bool> _mayBeUsedAsActivity = new(() => row.PublishedAt is not null && UsableMark().IsMatch(row.Json));

        private readonly Lazy<WorkflowDefinition> _definition = new(() => Read(row.Json, row.DefinitionId, row.VersionId, row.Version, row.IsPublished, row.IsLatest));
        private readonly Lazy<bool> _needsCaseFacts = new(() =>
            row.Json.Contains("theCase", StringComparison.Ordinal) || row.Json.Contains("\"IndividualPlan.", StringComparison.Ordinal));

        public string DefinitionId { get; } = row.DefinitionId;

        public int Version { get; } = row.Version;

        public string VersionId { get; } = row.VersionId;

        public long Revision { get; } = row.Revision;

        public string Name { get; } = row.Name;

        public bool IsPublished { get; } = row.IsPublished;

        public bool WasPublished { get; } = row.PublishedAt is not null;

        public bool IsLatest { get; } = row.IsLatest;

        public WorkflowDefinition Definition => _definition.Value;

        public bool NeedsCaseFacts => _needsCaseFacts.Value;

        /// <summary>Whether it was published and its text says that it may stand in other drawings; found without reading the JSON.</summary>
        public bool MayBeUsedAsActivity => _mayBeUsedAsActivity.Value;

        [GeneratedRegex("\"usableAsActivity\"\\s*:\\s*true", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
        private static partial Regex UsableMark();

        private static WorkflowDefinition Read(string json, string definitionId, string versionId, int version, bool isPublished, bool isLatest)
        {
            var read = DefinitionReader.Read(json);
            var definition = read.Definition
                ?? throw new InvalidOperationException($"The stored workflow definition {versionId} cannot be read: {read.Problems[0].Message}");

            return definition.VersionId == versionId && definition.DefinitionId == definitionId && definition.Version == version
                && definition.IsPublished == isPublished && definition.IsLatest == isLatest
                ? definition
                : definition.WithIdentity(definitionId, versionId, version, isPublished, isLatest);
        }
    }

    private sealed class Snapshot
    {
        private readonly Lazy<IReadOnlyList<WorkflowDefinition>> _published;
        private readonly Lazy<FrozenDictionary<string, (WorkflowDefinition, string)[]>> _startedBy;

        public Snapshot(IEnumerable<Entry> entries)
        {
            ByVersion = entries.ToFrozenDictionary(static e => (e.DefinitionId, e.Version));
            PublishedById = ByVersion.Values.Where(static e => e.IsPublished).ToFrozenDictionary(static e => e.DefinitionId);
            _published = new(() => [.. PublishedById.Values.OrderBy(static e => e.DefinitionId, StringComparer.Ordinal).Select(static e => e.Definition)]);
            _startedBy = new(() => Published
                .SelectMany(static d => d.Triggers.Where(static t => t.EventName is not null).Select(t => (t.EventName, Start: (d, t.ActivityId))))
                .GroupBy(static t => t.EventName!, static t => t.Start, StringComparer.Ordinal)
                .ToFrozenDictionary(static g => g.Key, static g => g.ToArray()));
        }

        public FrozenDictionary<(string DefinitionId, int Version), Entry> ByVersion { get; }

        public FrozenDictionary<string, Entry> PublishedById { get; }

        public IReadOnlyList<WorkflowDefinition> Published => _published.Value;

        public FrozenDictionary<string, (WorkflowDefinition, string)[]> StartedBy => _startedBy.Value;
    }
}
