using System.Buffers.Binary;
using System.Text;

namespace IndividualPlan.WorkflowHost.Letters.Pdf;

/// <summary>What a PDF needs to know of a TrueType font: which glyph stands for a letter, how wide it is, and how high the font reaches.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _data;
    private readonly int _widthCount;
    private readonly int _widths;
    private readonly int _map;
    private readonly int _outlines;
    private readonly int _places;
    private readonly bool _hasLongPlaces;
    private readonly int _glyphCount;

    /// <exception cref="InvalidOperationException">The file lacks a table that letters need.</exception>
    public TrueTypeFont(string name, byte[] data)
    {
        Name = name;
        _data = data;
        var head = Table("head");
        UnitsPerEm = U16(head + 18);
        Box = [S16(head + 36), S16(head + 38), S16(head + 40), S16(head + 42)];
        var metrics = Table("hhea");
        Ascent = S16(metrics + 4);
        Descent = S16(metrics + 6);
        _widthCount = U16(metrics + 34);
        _widths = Table("hmtx");
        _map = UnicodeMap(Table("cmap"));
        _outlines = Table("glyf");
        _places = Table("loca");
        _hasLongPlaces = U16(head + 50) == 1;
        _glyphCount = U16(Table("maxp") + 4);
    }

    public string Name { get; }

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public IReadOnlyList<int> Box { get; }

    /// <summary>Glyph of a letter of the basic plane; 0, the box, when the font has none.</summary>
    public int GlyphOf(char letter)
    {
        // Format 4: segments sorted by their last letter; each maps by an offset or through a table.
        var doubled = U16(_map + 6);
        var ends = _map + 14;
        var starts = ends + doubled + 2;
        for (var segment = 0; segment < doubled; segment += 2)
        {
            if (U16(ends + segment) < letter)
            {
                continue;
            }

            if (U16(starts + segment) > letter)
            {
                return 0;
            }

            var delta = U16(starts + doubled + segment);
            var rangeAt = starts + (2 * doubled) + segment;
            var range = U16(rangeAt);
            if (range == 0)
            {
                return (letter + delta) & 0xFFFF;
            }

            var glyph = U16(rangeAt + range + (2 * (letter - U16(starts + segment))));
            return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
        }

        return 0;
    }

    /// <summary>Width of a glyph in thousandths of the font size.</summary>
    public int WidthOf(int glyph) => U16(_widths + (4 * Math.Min(glyph, _widthCount - 1))) * 1000 / UnitsPerEm;

    /// <summary>Width of a text in points.</summary>
    public double WidthOf(string text, double size) => text.Sum(letter => WidthOf(GlyphOf(letter))) * size / 1000;

    /// <summary>The font file with the outlines of some glyphs only; the others are left blank, which makes it small when packed.</summary>
    public byte[] With(IEnumerable<int> glyphs)
    {
        var kept = new HashSet<int>();
        var open = new Stack<int>(glyphs.Append(0));
        while (open.TryPop(out var glyph))
        {
            if (kept.Add(glyph))
            {
                PartsOf(glyph).ForEach(open.Push);
            }
        }

        var data = (byte[])_data.Clone();
        for (var glyph = 0; glyph < _glyphCount; glyph++)
        {
            if (!kept.Contains(glyph))
            {
                data.AsSpan(PlaceOf(glyph), PlaceOf(glyph + 1) - PlaceOf(glyph)).Clear();
            }
        }

        return data;
    }

    /// <summary>The glyphs that a glyph is put together of, such as a letter and its ring.</summary>
    private List<int> PartsOf(int glyph)
    {
        const int wide = 1, scaled = 8, more = 0x20, scaledTwice = 0x40, turned = 0x80;
        var parts = new List<int>();
        var at = PlaceOf(glyph);
        if (PlaceOf(glyph + 1) == at || S16(at) >= 0)
        {
            return parts;
        }

        int flags;
        at += 10;
        do
        {
            flags = U16(at);
            parts.Add(U16(at + 2));
            at += (flags & wide) != 0 ? 8 : 6;
            at += (flags & scaled) != 0 ? 2 : (flags & scaledTwice) != 0 ? 4 : (flags & turned) != 0 ? 8 : 0;
        }
        while ((flags & more) != 0);
        return parts;
    }

    private int PlaceOf(int glyph) => _outlines
        + (_hasLongPlaces ? (int)BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(_places + (4 * glyph))) : 2 * U16(_places + (2 * glyph)));

    private int Table(string tag)
    {
        for (var entry = 12; entry < 12 + (16 * U16(4)); entry += 16)
        {
            if (Encoding.ASCII.GetString(_data, entry, 4) == tag)
            {
                return (int)BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(entry + 8));
            }
        }

        throw new InvalidOperationException($"The font {Name} has no table {tag}.");
    }

    private int UnicodeMap(int map)
    {
        for (var entry = map + 4; entry < map + 4 + (8 * U16(map + 2)); entry += 8)
        {
            var at = map + (int)BinaryPrimitives.ReadUInt32BigEndian(_data.AsSpan(entry + 4));
            if (U16(entry) == 3 && U16(entry + 2) == 1 && U16(at) == 4)
            {
                return at;
            }
        }

        throw new InvalidOperationException($"The font {Name} has no map of Unicode letters.");
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_data.AsSpan(at));

    private int S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_data.AsSpan(at));
}
