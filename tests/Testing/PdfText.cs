using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace IndividualPlan.Testing;

/// <summary>Reads the text out of our own PDF files, line by line, the way a reader's search does: by the map from glyphs to letters that the file carries.</summary>
public static partial class PdfText
{
    /// <summary>All lines in the order in which they were drawn, page by page.</summary>
    public static IReadOnlyList<string> Lines(byte[] pdf)
    {
        var streams = Streams(pdf).ToList();
        var fonts = streams.Where(static s => s.Contains("beginbfchar", StringComparison.Ordinal)).Select(Map).ToList();
        return
        [
            .. streams.Where(static s => s.Contains(" Tj ET", StringComparison.Ordinal)).SelectMany(page => Shown().Matches(page).Select(m =>
            {
                var font = fonts[int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)];
                return string.Concat(m.Groups[2].Value.Chunk(4).Select(glyph => font[new string(glyph)]));
            })),
        ];
    }

    /// <summary>The whole text, lines parted by a space.</summary>
    public static string Of(byte[] pdf) => string.Join(' ', Lines(pdf));

    private static IEnumerable<string> Streams(byte[] pdf)
    {
        var begin = "stream\n"u8.ToArray();
        var end = "\nendstream"u8.ToArray();

        for (var at = Find(pdf, begin, 0); at >= 0; at = Find(pdf, begin, at))
        {
            at += begin.Length;
            var to = Find(pdf, end, at);

            // What the file says of itself stands unpacked.
            if (pdf[at] != 0x78)
            {
                at = to + end.Length;
                continue;
            }

            using var packed = new ZLibStream(new MemoryStream(pdf, at, to - at), CompressionMode.Decompress);
            using var reader = new StreamReader(packed, Encoding.Latin1);
            yield return reader.ReadToEnd();
            at = to + end.Length;
        }
    }

    private static int Find(byte[] data, byte[] wanted, int from)
    {
        var at = data.AsSpan(from).IndexOf(wanted);
        return at < 0 ? -1 : from + at;
    }

    private static Dictionary<string, char> Map(string map) => Pair().Matches(map)
        .ToDictionary(static m => m.Groups[1].Value, static m => (char)int.Parse(m.Groups[2].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"/F(\d) [\d.]+ Tf [-\d. ]+ Td <([0-9A-F]*)> Tj")]
    private static partial Regex Shown();

    [GeneratedRegex(@"<([0-9A-F]{4})> <([0-9A-F]{4})>\n")]
    private static partial Regex Pair();
}
