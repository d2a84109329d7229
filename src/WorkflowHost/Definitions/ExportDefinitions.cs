using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Persistence;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>A file to be downloaded.</summary>
internal sealed record ExportedFile(string Name, string ContentType, byte[] Content);

/// <summary>Gives out drawings as files that this product, and any Elsa 3, takes in again.</summary>
internal sealed class ExportDefinitions(FindDefinitions find, DefinitionConsumers consumers)
{
    /// <summary>The address by which Studio knows a file as a workflow.</summary>
    private const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    private static readonly JsonSerializerOptions Readable = new(JsonText.Options) { WriteIndented = true };

    // The format knows no earlier time, and a fixed one gives the same archive for the same drawings.
    private static readonly DateTimeOffset ZipTimeAt = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>One version as JSON; with the workflows that use it, an archive. Null when there is none.</summary>
    public async Task<ExportedFile?> OneAsync(DefinitionQuery query, bool withConsumers, CancellationToken cancellationToken)
    {
        if (await find.FindAsync(query, cancellationToken) is not { } found)
        {
            return null;
        }

        return withConsumers
            ? await ArchiveAsync([found, .. await ConsumersAsync([found], cancellationToken)], cancellationToken)
            : new ExportedFile(FileName(found), "application/json", Write(found));
    }

    /// <summary>Several versions, by their own ids, as a zip archive. Null when there are none.</summary>
    public async Task<ExportedFile?> ManyAsync(IReadOnlyList<string> versionIds, bool withConsumers, CancellationToken cancellationToken)
    {
        var found = await find.ReadAsync(new DefinitionQuery(VersionIds: versionIds), cancellationToken);
        return found.Count == 0 ? null : await ArchiveAsync(withConsumers ? [.. found, .. await ConsumersAsync(found, cancellationToken)] : found, cancellationToken);
    }

    private async Task<IReadOnlyList<StoredDefinition>> ConsumersAsync(IReadOnlyList<StoredDefinition> of, CancellationToken cancellationToken)
    {
        var known = of.Select(static d => d.Version.DefinitionId).ToHashSet(StringComparer.Ordinal);
        var queue = new Queue<string>(known);
        while (queue.TryDequeue(out var id))
        {
            foreach (var consumer in consumers.Of(id).Where(c => known.Add(c.DefinitionId)))
            {
                queue.Enqueue(consumer.DefinitionId);
            }
        }

        string[] more = [.. known.Except(of.Select(static d => d.Version.DefinitionId))];
        return more.Length == 0 ? [] : await find.ReadAsync(new DefinitionQuery(VersionChoice.Latest, DefinitionIds: more), cancellationToken);
    }

    private static async Task<ExportedFile> ArchiveAsync(IReadOnlyList<StoredDefinition> definitions, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var definition in definitions.OrderBy(static d => d.Version.DefinitionId, StringComparer.Ordinal).ThenBy(static d => d.Version.Version))
            {
                var entry = archive.CreateEntry(FileName(definition), CompressionLevel.Optimal);
                entry.LastWriteTime = ZipTimeAt;
                await using var content = await entry.OpenAsync(cancellationToken);
                await content.WriteAsync(Write(definition), cancellationToken);
            }
        }

        return new ExportedFile("workflow-definitions.zip", "application/zip", buffer.ToArray());
    }

    private static byte[] Write(StoredDefinition definition)
    {
        var json = DefinitionDocument.Of(definition.Version);
        DefinitionDocument.Strip(json);
        var file = new JsonObject { ["$schema"] = Schema };
        foreach (var (name, value) in json)
        {
            file[name] = value?.DeepClone();
        }

        return Encoding.UTF8.GetBytes(file.ToJsonString(Readable) + "\n");
    }

    private static string FileName(StoredDefinition definition) =>
        $"workflow-definition-{Slug(definition.Version.Name)}-{Slug(definition.Version.DefinitionId)}-v{definition.Version.Version}.json";

    /// <summary>Letters and digits that every file system takes.</summary>
    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            slug.Append(letter switch
            {
                'æ' => "ae",
                'ø' => "o",
                'å' => "a",
                _ when char.IsAsciiLetterOrDigit(letter) => letter.ToString(),
                _ => slug.Length > 0 && slug[^1] != '-' ? "-" : "",
            });
        }

        return slug.ToString().Trim('-') is { Length: > 0 } result ? result : "arbeidsflyt";
    }
}
