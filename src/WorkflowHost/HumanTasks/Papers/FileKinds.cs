using System.IO.Compression;
using System.Text;

namespace IndividualPlan.WorkflowHost.HumanTasks.Papers;

/// <summary>A kind of file that is taken.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="ContentType">Its media type, which it is sent back with.</param>
/// <param name="Endings">Endings of names, without the dot.</param>
internal sealed record FileKind(string Name, string ContentType, IReadOnlyList<string> Endings);

/// <summary>The kinds of files that are taken, and how they are told by what is in them: a name says nothing about a content.</summary>
internal static class FileKinds
{
    public static readonly FileKind Pdf = new("PDF", "application/pdf", ["pdf"]);
    public static readonly FileKind Png = new("PNG", "image/png", ["png"]);
    public static readonly FileKind Jpeg = new("JPEG", "image/jpeg", ["jpg", "jpeg"]);
    public static readonly FileKind Docx = new("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"]);
    public static readonly FileKind Text = new("TXT", "text/plain; charset=utf-8", ["txt"]);

    public static IReadOnlyList<FileKind> All { get; } = [Pdf, Png, Jpeg, Docx, Text];

    /// <summary>For the file field of a form.</summary>
    public static string Accept { get; } = string.Join(',', All.SelectMany(static k => k.Endings).Select(static e => "." + e));

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The kind that the content has; null when it is none of them.</summary>
    public static FileKind? Of(byte[] bytes) =>
        bytes.AsSpan().StartsWith("%PDF-"u8) ? Pdf
        : bytes.AsSpan().StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : bytes.AsSpan().StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? Jpeg
        : bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? (IsDocx(bytes) ? Docx : null)
        : IsText(bytes) ? Text
        : null;

    /// <summary>A Word document without macros: the archive is listed, nothing in it is unpacked.</summary>
    private static bool IsDocx(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var names = archive.Entries.Select(static e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return names.Contains("[Content_Types].xml") && names.Contains("word/document.xml") && !names.Any(static n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>UTF-8 without control characters other than line ends, tabs and page breaks.</summary>
    private static bool IsText(byte[] bytes)
    {
        try
        {
            return !StrictUtf8.GetString(bytes).Any(static c => char.IsControl(c) && c is not ('\r' or '\n' or '\t' or '\f'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
