using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence.Mappings;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Definitions;
using ProblemKind = IndividualPlan.WorkflowHost.Platform.ProblemKind;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>What came of taking in several drawings: all of them are stored, or none.</summary>
internal abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    public sealed record Imported(IReadOnlyList<DefinitionOutcome.Saved> Definitions) : ImportOutcome;

    /// <summary>Nothing was stored.</summary>
    /// <param name="Why">All that is wrong, as one.</param>
    public sealed record Refused(DefinitionOutcome.Refused Why) : ImportOutcome
    {
        /// <summary>What is wrong, file by file.</summary>
        public IReadOnlyList<(string Name, DefinitionOutcome.Refused Why)> Files { get; init; } = [];
    }
}

/// <summary>A file that someone hands in: a drawing, or a zip archive of drawings.</summary>
internal sealed record FileToImport(string Name, Stream Content);

/// <summary>Takes in drawings that were made elsewhere. One that says that it is published is published, which Elsa's own server leaves to a second act.</summary>
internal sealed class ImportDefinitions(SaveDefinition save, WorkWriter writer, DefinitionCatalogue catalogue)
{
    /// <summary>Drawings in one import; more is no export of ours.</summary>
    public const int MaxDrawings = 500;

    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    /// <summary>Takes in one drawing.</summary>
    /// <param name="json">Elsa 3 JSON; it belongs to the use case from then on.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<DefinitionOutcome> RunAsync(JsonObject json, Operation operation, CancellationToken cancellationToken) =>
        save.RunAsync(ToSave(json), operation, cancellationToken);

    /// <summary>Takes in files. Drawings may use each other, whatever their order.</summary>
    public Task<ImportOutcome> RunAsync(IReadOnlyCollection<FileToImport> files, Operation operation, CancellationToken cancellationToken) =>
        RunAsync(files, asDrafts: false, operation, cancellationToken);

    /// <summary>Takes in files.</summary>
    /// <param name="files">Drawings and archives of drawings; they may use each other, whatever their order.</param>
    /// <param name="asDrafts">Whether all become drafts, also what was published where it comes from.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ImportOutcome> RunAsync(IReadOnlyCollection<FileToImport> files, bool asDrafts, Operation operation, CancellationToken cancellationToken)
    {
        var read = new List<(string Name, JsonObject Json)>();
        foreach (var file in files)
        {
            if (!await TryReadAsync(file, read, cancellationToken))
            {
                return Unreadable(file.Name);
            }
        }

        if (read.Count is 0 or > MaxDrawings)
        {
            return Unreadable(string.Join(", ", files.Select(static f => f.Name)));
        }

        var (prepared, refused) = Prepare(read, asDrafts);
        return refused.Count > 0
            ? new ImportOutcome.Refused(DefinitionRefusals.Together(refused)) { Files = refused }
            : await writer.RunAsync(operation, (work, token) => StoreAsync(work, prepared, token), cancellationToken);
    }

    private (List<(string Name, PreparedDrawing Drawing)> Prepared, List<(string Name, DefinitionOutcome.Refused Why)> Refused) Prepare(
        List<(string Name, JsonObject Json)> read, bool asDrafts)
    {
        var together = read.Select(static r => DefinitionReader.Read(r.Json.DeepClone().AsObject()).Definition).OfType<WorkflowDefinition>()
            .ToLookup(static d => d.DefinitionId, StringComparer.Ordinal);
        WorkflowDefinition? Find(string id, int? version) =>
            catalogue.Find(id, version) ?? together[id].LastOrDefault(d => version is null || d.Version == version);

        List<(string, PreparedDrawing)> prepared = [];
        List<(string, DefinitionOutcome.Refused)> refused = [];
        foreach (var (name, json) in read.OrderBy(static r => r.Json["version"] is JsonValue v && v.TryGetValue(out int version) ? version : 0))
        {
            if (save.Prepare(ToSave(json, asDrafts), Find) is (var drawing, var why) && why is null)
            {
                prepared.Add((name, drawing!));
            }
            else
            {
                refused.Add((name, why!));
            }
        }

        return (prepared, refused);
    }

    private async Task<ImportOutcome> StoreAsync(Work work, List<(string Name, PreparedDrawing Drawing)> drawings, CancellationToken cancellationToken)
    {
        List<(string, DefinitionOutcome.Refused)> refused = [];
        foreach (var (name, drawing) in drawings)
        {
            if (save.Check(await save.VersionsOfAsync(work, drawing, cancellationToken), drawing) is { } why)
            {
                refused.Add((name, why));
            }
        }

        if (refused.Count > 0)
        {
            return new ImportOutcome.Refused(DefinitionRefusals.Together(refused)) { Files = refused };
        }

        List<DefinitionOutcome.Saved> saved = [];
        foreach (var (_, drawing) in drawings)
        {
            var versions = await save.VersionsOfAsync(work, drawing, cancellationToken);
            saved.Add((DefinitionOutcome.Saved)await save.StoreAsync(work, versions, drawing, cancellationToken));
            await work.FlushAsync(cancellationToken);
        }

        return new ImportOutcome.Imported(saved);
    }

    private static async Task<bool> TryReadAsync(FileToImport file, List<(string Name, JsonObject Json)> read, CancellationToken cancellationToken)
    {
        try
        {
            if (!file.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                return await TryParseAsync(file.Name, file.Content, read, cancellationToken);
            }

            await using var archive = new ZipArchive(file.Content, ZipArchiveMode.Read);
            foreach (var entry in archive.Entries.Where(static e => e.FullName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !e.FullName.StartsWith("__MACOSX", StringComparison.Ordinal)))
            {
                await using var content = await entry.OpenAsync(cancellationToken);
                if (read.Count > MaxDrawings || !await TryParseAsync(entry.FullName, content, read, cancellationToken))
                {
                    return false;
                }
            }

            return true;
        }
        // The last kind: in a file too short to be an archive its end is looked for before its start, which the stream of an upload refuses.
        catch (Exception e) when (e is JsonException or InvalidDataException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    private static async Task<bool> TryParseAsync(string name, Stream content, List<(string Name, JsonObject Json)> read, CancellationToken cancellationToken)
    {
        // The length that an archive states may be a lie, so what comes out is counted.
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int count;
        while ((count = await content.ReadAsync(chunk, cancellationToken)) > 0)
        {
            await buffer.WriteAsync(chunk.AsMemory(0, count), cancellationToken);
            if (buffer.Length > WorkflowDefinitionMapping.MaxJsonLength)
            {
                return false;
            }
        }

        buffer.Position = 0;
        if (await JsonNode.ParseAsync(buffer, documentOptions: Tolerant, cancellationToken: cancellationToken) is not JsonObject json)
        {
            return false;
        }

        read.Add((name, json));
        return true;
    }

    private static ImportOutcome.Refused Unreadable(string name) => new(new DefinitionOutcome.Refused(new Refusal(ProblemKind.UnreadableDefinition, Messages.Format(new(
        "{0} er ikke en arbeidsflyt (JSON) eller en zip-fil med arbeidsflyter. Ingenting er importert.",
        "{0} er ikkje ein arbeidsflyt (JSON) eller ei zip-fil med arbeidsflytar. Ingenting er importert.",
        "{0} is not a workflow (JSON) or a zip file of workflows. Nothing is imported."), name))));

    private static DrawingToSave ToSave(JsonObject json, bool asDraft = false) =>
        new(json, Publish: !asDraft && json["isPublished"] is JsonValue value && value.TryGetValue(out bool isPublished) && isPublished, KeepsIdentity: true);
}
