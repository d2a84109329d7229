using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace IndividualPlan.Studio.Files;

/// <summary>Files that live inside an assembly, answered with the right type, compression and cache headers.</summary>
/// <remarks>
/// A resource whose name ends in <c>.br</c> is stored compressed and sent as it is to callers that take brotli; others get it unpacked. At an address that holds
/// <see cref="Version"/> a file may be kept for a year: another build has other addresses.
/// </remarks>
public sealed class EmbeddedFiles
{
    private const string Compressed = ".br";

    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".dat"] = "application/octet-stream", [".md"] = "text/markdown" } };

    private readonly Assembly _assembly;
    private readonly FrozenDictionary<string, EmbeddedFile> _files;

    /// <summary>The resources of an assembly whose logical name begins with a prefix; the rest of the name is the path.</summary>
    public EmbeddedFiles(Assembly assembly, string prefix, string? version = null)
    {
        _assembly = assembly;
        Version = version ?? assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];
        _files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => new EmbeddedFile(name, name.Replace('\\', '/')[prefix.Length..], () => Compress(name)))
            .ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
    }

    /// <summary>Part of every address; differs when the files may differ.</summary>
    public string Version { get; }

    /// <summary>Paths of all files, as they are asked for.</summary>
    public IEnumerable<string> Paths => _files.Keys;

    /// <summary>A file as text; for what is written into pages, such as icons.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string ReadText(string path)
    {
        using var stream = Open(_files[path].Resource);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Answers with a file; 404 when there is none by that path.</summary>
    /// <param name="context">The request, and what it is answered with.</param>
    /// <param name="path">Path of the file.</param>
    /// <param name="mayKeep">Whether this address will never hold other content; else it is asked for again each time.</param>
    public async Task AnswerAsync(HttpContext context, string path, bool mayKeep)
    {
        var response = context.Response;
        if (!_files.TryGetValue(path, out var file))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var takesBrotli = TakesBrotli(context.Request);
        var tag = new EntityTagHeaderValue($"\"{Version}{(takesBrotli ? "-br" : "")}\"");
        var headers = response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ETag = tag.ToString();
        headers.CacheControl = mayKeep ? "public, max-age=31536000, immutable" : "no-cache";
        if (EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known) && known.Any(k => k.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = file.ContentType;
        await SendAsync(context, file, takesBrotli);
    }

    private static bool TakesBrotli(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted)
        && accepted.Any(a => a.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && a.Quality is not 0);

    private async Task SendAsync(HttpContext context, EmbeddedFile file, bool takesBrotli)
    {
        var response = context.Response;
        if (file.IsCompressed && !takesBrotli)
        {
            await using var unpacked = new BrotliStream(Open(file.Resource), CompressionMode.Decompress);
            await CopyAsync(unpacked);
            return;
        }

        if (!file.IsCompressed && takesBrotli && file.IsText)
        {
            await SendKnownAsync(new MemoryStream(file.AsBrotli, writable: false), isBrotli: true);
            return;
        }

        await SendKnownAsync(Open(file.Resource), file.IsCompressed);

        async Task SendKnownAsync(Stream stream, bool isBrotli)
        {
            await using (stream)
            {
                response.ContentLength = stream.Length;
                if (isBrotli)
                {
                    response.Headers.ContentEncoding = "br";
                }

                await CopyAsync(stream);
            }
        }

        Task CopyAsync(Stream stream) =>
            HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : stream.CopyToAsync(response.Body, context.RequestAborted);
    }

    private Stream Open(string resource) =>
        _assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The resource {resource} is gone.");

    private byte[] Compress(string resource)
    {
        using var source = Open(resource);
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            source.CopyTo(brotli);
        }

        return target.ToArray();
    }

    private sealed class EmbeddedFile
    {
        private readonly Lazy<byte[]> _asBrotli;

        public EmbeddedFile(string resource, string path, Func<byte[]> compress)
        {
            Resource = resource;
            IsCompressed = path.EndsWith(Compressed, StringComparison.Ordinal);
            Path = IsCompressed ? path[..^Compressed.Length] : path;
            ContentType = Types.TryGetContentType(Path, out var type) ? type : "application/octet-stream";
            if (ContentType.StartsWith("text/", StringComparison.Ordinal))
            {
                ContentType += "; charset=utf-8";
            }

            IsText = ContentType.StartsWith("text/", StringComparison.Ordinal) || ContentType is "image/svg+xml" or "application/json";
            _asBrotli = new(compress);
        }

        public string Resource { get; }

        public string Path { get; }

        public string ContentType { get; }

        public bool IsCompressed { get; }

        public bool IsText { get; }

        public byte[] AsBrotli => _asBrotli.Value;
    }
}
