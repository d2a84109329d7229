using System.Buffers.Binary;
using System.Text;

namespace IndividualPlan.WorkflowHost.Letters.Pdf;

/// <summary>The colour profile that the file is made for, as PDF/A wants it beside the text: sRGB as a small ICC profile of version 2, from the numbers of IEC 61966-2-1.</summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;
    private const int CurveSteps = 1024;

    private static readonly Lazy<byte[]> Made = new(Make);

    public static byte[] Bytes => Made.Value;

    private static byte[] Make()
    {
        var curve = Curve();
        (string Name, byte[] Data)[] parts =
        [
            ("desc", Description("sRGB")),
            ("cprt", [.. "text\0\0\0\0"u8, .. "Public domain\0"u8]),
            ("wtpt", Point(0.9642, 1.0, 0.8249)),
            ("rXYZ", Point(0.4360, 0.2225, 0.0139)),
            ("gXYZ", Point(0.3851, 0.7169, 0.0971)),
            ("bXYZ", Point(0.1431, 0.0606, 0.7141)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];

        using var body = new MemoryStream();
        using var table = new MemoryStream();
        Write32(table, parts.Length);
        var start = HeaderLength + 4 + (12 * parts.Length);
        var places = new Dictionary<byte[], int>();
        foreach (var (name, data) in parts)
        {
            if (!places.TryGetValue(data, out var place))
            {
                places[data] = place = start + (int)body.Position;
                body.Write(data);
                body.Write(new byte[(4 - (data.Length % 4)) % 4]);
            }

            table.Write(Encoding.ASCII.GetBytes(name));
            Write32(table, place);
            Write32(table, data.Length);
        }

        byte[] whole = [.. Header(start + (int)body.Length), .. table.ToArray(), .. body.ToArray()];
        return whole;
    }

    private static byte[] Header(int length)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, length);
        header[8] = 2;
        header[9] = 0x10;
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(24), 2027);
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(28), 1);
        "acsp"u8.CopyTo(header.AsSpan(36));
        Point(0.9642, 1.0, 0.8249).AsSpan(8).CopyTo(header.AsSpan(68)); // D50, which all profiles are connected through.
        return header;
    }

    private static byte[] Description(string text)
    {
        using var tag = new MemoryStream();
        tag.Write("desc\0\0\0\0"u8);
        Write32(tag, text.Length + 1);
        tag.Write(Encoding.ASCII.GetBytes(text + "\0"));
        tag.Write(new byte[4 + 4 + 2 + 1 + 67]); // No Unicode and no Macintosh name.
        return tag.ToArray();
    }

    private static byte[] Point(double x, double y, double z)
    {
        using var tag = new MemoryStream();
        tag.Write("XYZ \0\0\0\0"u8);
        foreach (var value in new[] { x, y, z })
        {
            Write32(tag, (int)Math.Round(value * 65536));
        }

        return tag.ToArray();
    }

    private static byte[] Curve()
    {
        using var tag = new MemoryStream();
        tag.Write("curv\0\0\0\0"u8);
        Write32(tag, CurveSteps);
        var two = new byte[2];
        for (var step = 0; step < CurveSteps; step++)
        {
            var given = step / (double)(CurveSteps - 1);
            var light = given <= 0.04045 ? given / 12.92 : Math.Pow((given + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(two, (ushort)Math.Round(light * 65535));
            tag.Write(two);
        }

        return tag.ToArray();
    }

    private static void Write32(Stream stream, int value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, value);
        stream.Write(four);
    }
}
