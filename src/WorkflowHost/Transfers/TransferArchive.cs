using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IndividualPlan.WorkflowHost.Transfers;

/// <summary>The transfer file: a zip archive with <c>transfer.json</c> and the documents that it lists. What is read is not trusted: sizes are counted, and each document must be the one that was listed.</summary>
internal static class TransferArchive
{
    /// <summary>Largest transfer file, in bytes.</summary>
    public const int MaxBytes = 50_000_000;

    private const string Index = "transfer.json";
    private const int MaxEntries = 1_000;
    private static readonly DateTimeOffset ZipTimeAt = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Sha256Of(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static async Task<byte[]> WriteAsync(TransferBundle bundle, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(archive, Index, JsonSerializer.SerializeToUtf8Bytes(bundle, Json), cancellationToken);
            foreach (var (name, content) in files.OrderBy(static f => f.Key, StringComparer.Ordinal))
            {
                await AddAsync(archive, name, content, cancellationToken);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>What is in the file; null when it is no transfer file of a version that is known, or not whole.</summary>
    public static async Task<TransferBundle?> ReadAsync(byte[] file, CancellationToken cancellationToken)
    {
        try
        {
            using var source = new MemoryStream(file, writable: false);
            await using var archive = new ZipArchive(source, ZipArchiveMode.Read);
            var left = (long)MaxBytes;
            var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var entry in archive.Entries.Take(MaxEntries))
            {
                await using var content = await entry.OpenAsync(cancellationToken);
                if (await ReadAtMostAsync(content, left, cancellationToken) is not { } bytes)
                {
                    return null;
                }

                left -= bytes.Length;
                found[entry.FullName] = bytes;
            }

            var bundle = found.TryGetValue(Index, out var index) ? JsonSerializer.Deserialize<TransferBundle>(index, Json) : null;
            return bundle is { Format: TransferBundle.FormatName, SchemaVersion: TransferBundle.Version, Person: not null, Documents: not null, Services: not null }
                && bundle.Documents.All(d => found.TryGetValue(d.File, out var document) && Sha256Of(document) == d.Sha256)
                ? bundle
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or ArgumentOutOfRangeException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Adds a file; the same content always gives the same bytes.</summary>
    internal static async Task AddAsync(ZipArchive archive, string name, byte[] content, CancellationToken cancellationToken)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = ZipTimeAt;
        await using var stream = await entry.OpenAsync(cancellationToken);
        await stream.WriteAsync(content, cancellationToken);
    }

    /// <summary>The length that an archive states may be a lie, so what comes out is counted.</summary>
    private static async Task<byte[]?> ReadAtMostAsync(Stream content, long most, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int count;
        while ((count = await content.ReadAsync(chunk, cancellationToken)) > 0)
        {
            await buffer.WriteAsync(chunk.AsMemory(0, count), cancellationToken);
            if (buffer.Length > most)
            {
                return null;
            }
        }

        return buffer.ToArray();
    }
}
