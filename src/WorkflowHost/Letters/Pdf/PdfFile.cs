using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace IndividualPlan.WorkflowHost.Letters.Pdf;

/// <summary>
/// A PDF 1.7 file of text pages with embedded fonts, written to PDF/A-2 and, where its text has roles, PDF/UA-1. Just what letters and plans need: A4, lines of text, rules, language, title,
/// and text that can be searched and read aloud in its order.
/// </summary>
/// <remarks>Stands in for PDFsharp, whose only version in the package source is under the AGPL and therefore not for this product; see docs/adr/0006.</remarks>
internal sealed class PdfFile(string title, string language, DateTimeOffset createdAt, IReadOnlyList<TrueTypeFont> fonts)
{
    /// <summary>A4 in points.</summary>
    public const double Width = 595.28;
    public const double Height = 841.89;

    private readonly List<StringBuilder> _pages = [];
    private readonly List<SortedDictionary<int, char>> _used = [.. fonts.Select(_ => new SortedDictionary<int, char>())];

    /// <summary>What the text is; without anything in it the file has plain pages.</summary>
    public PdfStructure Structure { get; } = new();

    public int PageCount => _pages.Count;

    public void AddPage() => _pages.Add(new StringBuilder());

    /// <summary>Writes one line, on the last page unless another is named; <paramref name="top"/> is the base line's distance from the upper edge.</summary>
    /// <param name="text">The line.</param>
    /// <param name="font">Which of the fonts.</param>
    /// <param name="size">In points.</param>
    /// <param name="left">Distance from the left edge.</param>
    /// <param name="top">Distance from the upper edge.</param>
    /// <param name="page">Which page, from 0.</param>
    /// <param name="ink">Colour of the text; black when it is not said.</param>
    public void Write(string text, int font, double size, double left, double top, int? page = null, PdfInk? ink = null)
    {
        var glyphs = new StringBuilder();
        foreach (var letter in text)
        {
            var glyph = fonts[font].GlyphOf(letter);
            _used[font].TryAdd(glyph, letter);
            glyphs.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }

        Draw(string.Create(CultureInfo.InvariantCulture, $"{ink ?? PdfInk.Black} BT /F{font} {size:0.##} Tf {left:0.##} {Height - top:0.##} Td <{glyphs}> Tj ET"), page ?? _pages.Count - 1);
    }

    /// <summary>Draws a level line on the last page. Lines are decoration: call it outside of what has a role.</summary>
    /// <param name="left">Distance of its beginning from the left edge.</param>
    /// <param name="top">Distance from the upper edge.</param>
    /// <param name="length">In points.</param>
    /// <param name="thickness">In points.</param>
    /// <param name="ink">Its colour.</param>
    public void Rule(double left, double top, double length, double thickness, PdfInk ink) => Draw(
        string.Create(CultureInfo.InvariantCulture, $"q {ink} {left:0.##} {Height - top:0.##} {length:0.##} {thickness:0.##} re f Q"), _pages.Count - 1);

    private void Draw(string drawn, int page) => _pages[page].Append(Structure.Mark(page, drawn));

    public byte[] ToArray()
    {
        // 1 catalogue, 2 page tree, 3 facts, 4 what the file says of itself, 5 colour profile; then five objects for each font and two for each page.
        const int firstFont = 6;
        var firstPage = firstFont + (5 * fonts.Count);
        int PageObject(int at) => firstPage + (2 * at);
        var pages = string.Join(' ', _pages.Select((_, at) => $"{PageObject(at)} 0 R"));
        var names = string.Join(' ', fonts.Select((_, at) => $"/F{at} {firstFont + (5 * at)} 0 R"));
        var objects = new List<byte[]>
        {
            Ascii($"<< /Type /Catalog /Pages 2 0 R /Lang ({language}) /ViewerPreferences << /DisplayDocTitle true >> /Metadata 4 0 R /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile 5 0 R >>]{(Structure.IsUsed ? $" /MarkInfo << /Marked true >> /StructTreeRoot {PageObject(_pages.Count)} 0 R" : "")} >>"),
            Ascii($"<< /Type /Pages /Count {_pages.Count} /Kids [{pages}] /MediaBox [0 0 {Width.ToString(CultureInfo.InvariantCulture)} {Height.ToString(CultureInfo.InvariantCulture)}] /Resources << /Font << {names} >> >> >>"),
            Ascii($"<< /Title {Text(title)} /Producer (IndividualPlan) /CreationDate (D:{createdAt.UtcDateTime:yyyyMMddHHmmss}Z) >>"),
            Plain(PdfMetadata.Xmp(title, language, createdAt, Structure.IsUsed), "/Type /Metadata /Subtype /XML"),
            Stream(SrgbProfile.Bytes, "/N 3"),
        };
        for (var font = 0; font < fonts.Count; font++)
        {
            AddFont(objects, font);
        }

        for (var at = 0; at < _pages.Count; at++)
        {
            objects.Add(Ascii($"<< /Type /Page /Parent 2 0 R /Contents {objects.Count + 2} 0 R /StructParents {at} /Tabs /S >>"));
            objects.Add(Stream(Encoding.ASCII.GetBytes(_pages[at].ToString()), ""));
        }

        if (Structure.IsUsed)
        {
            Structure.Add(objects, PageObject);
        }

        return Assemble(objects);
    }

    private void AddFont(List<byte[]> objects, int at)
    {
        var font = fonts[at];
        var name = $"{SubsetTag(at)}+{font.Name}";
        var first = objects.Count + 1;
        int Em(int units) => units * 1000 / font.UnitsPerEm;
        var widths = string.Concat(_used[at].Keys.Select(glyph => $"{glyph} [{font.WidthOf(glyph)}] "));
        objects.Add(Ascii($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{first + 1} 0 R] /ToUnicode {first + 4} 0 R >>"));
        objects.Add(Ascii(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {first + 2} 0 R /CIDToGIDMap /Identity /W [{widths}] >>"));
        objects.Add(Ascii(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox [{string.Join(' ', font.Box.Select(Em))}] /ItalicAngle 0 /Ascent {Em(font.Ascent)} /Descent {Em(font.Descent)} /CapHeight {Em(font.Ascent)} /StemV 80 /FontFile2 {first + 3} 0 R >>"));
        var data = font.With(_used[at].Keys);
        objects.Add(Stream(data, $"/Length1 {data.Length}"));
        objects.Add(Stream(Encoding.ASCII.GetBytes(ToUnicode(_used[at])), ""));
    }

    /// <summary>Six letters before the name of a font of which only the letters in use are in the file.</summary>
    private static string SubsetTag(int at) => $"IPLAN{(char)('A' + at)}";

    /// <summary>Tells readers which letter each glyph is, so that the text can be searched, copied and read aloud.</summary>
    private static string ToUnicode(SortedDictionary<int, char> used)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var chunk in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var (glyph, letter) in chunk)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{(int)letter:X4}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    private static byte[] Assemble(List<byte[]> objects)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%åäöø\n"u8);
        var places = new List<long>();
        foreach (var (body, at) in objects.Select((body, at) => (body, at)))
        {
            places.Add(file.Position);
            file.Write(Ascii($"{at + 1} 0 obj\n"));
            file.Write(body);
            file.Write("\nendobj\n"u8);
        }

        var index = file.Position;
        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()))[..32];
        file.Write(Ascii($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places)
        {
            file.Write(Ascii($"{place:D10} 00000 n \n"));
        }

        file.Write(Ascii($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 3 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{index}\n%%EOF\n"));
        return file.ToArray();
    }

    /// <summary>What programs without a PDF library read too, and so is not packed.</summary>
    private static byte[] Plain(byte[] content, string more) => [.. Ascii($"<< /Length {content.Length} {more} >>\nstream\n"), .. content, .. "\nendstream"u8];

    private static byte[] Stream(ReadOnlySpan<byte> content, string more)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(content);
        }

        return [.. Ascii($"<< /Length {packed.Length} /Filter /FlateDecode {more} >>\nstream\n"), .. packed.ToArray(), .. "\nendstream"u8];
    }

    /// <summary>Text outside pages, as UTF-16 in hexadecimal.</summary>
    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static byte[] Ascii(FormattableString text) => Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture));
}
