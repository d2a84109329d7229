using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.WorkflowHost.Letters.Pdf;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Tests.Letters;

/// <summary>Reads a letter's PDF back: text in its order, what each text is, fonts, metadata, and that the file's own index is right.</summary>
public sealed partial class LetterPdfTests
{
    private readonly byte[] _file = Make("nn");
    private readonly string _plain;

    public LetterPdfTests() => _plain = Encoding.Latin1.GetString(_file);

    [Fact]
    public void Text_StandsInReadingOrder()
    {
        var text = PdfText.Of(_file);

        var places = new[] { "Glad Fjellrev", "1. mars 2027", "IP-2027-00042/3", "Avslag på individuell plan", "Grunngiving", "Du har behov for tenester", "Slik klagar du", "Send klaga til oss", "fri rettshjelp", "Med venleg helsing", "NAV-kontoret" }
            .Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void EveryText_HasARole()
    {
        Assert.Contains("/MarkInfo << /Marked true >>", _plain, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", _plain, StringComparison.Ordinal);
        Assert.All(new[] { "Document", "H1", "H2", "P", "L", "LI", "Lbl", "LBody" }, role => Assert.Contains($"/StructElem /S /{role} ", _plain, StringComparison.Ordinal));
    }

    [Fact]
    public void File_SaysWhatItIs()
    {
        Assert.Contains("/Lang (nn)", _plain, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", _plain, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", _plain, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", _plain, StringComparison.Ordinal);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", _plain, StringComparison.Ordinal);
        Assert.Contains("Avslag på individuell plan", Encoding.UTF8.GetString(_file), StringComparison.Ordinal);
        Assert.Contains("<xmp:CreateDate>2027-03-01T08:00:00Z</xmp:CreateDate>", _plain, StringComparison.Ordinal);
        Assert.Contains("/CreationDate (D:20270301080000Z)", _plain, StringComparison.Ordinal);
        Assert.Contains("/S /GTS_PDFA1", _plain, StringComparison.Ordinal);
        Assert.Matches(@"/ID \[<[0-9A-F]{32}> <[0-9A-F]{32}>\]", _plain);
    }

    [Fact]
    public void Fonts_AreEmbeddedAndNamedAsSubsets()
    {
        var names = FontName().Matches(_plain).Select(static m => m.Groups[1].Value).Distinct().ToList();

        Assert.Equal(2, names.Count);
        Assert.All(names, static name => Assert.Matches("^[A-Z]{6}\\+DejaVuSans", name));
        Assert.Equal(2, FontFile().Count(_plain));
    }

    [Fact]
    public void Index_PointsAtEveryObject()
    {
        var index = int.Parse(StartOfIndex().Match(_plain).Groups[1].Value, CultureInfo.InvariantCulture);
        var places = Place().Matches(_plain[index..]).Select(static m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();

        Assert.StartsWith("xref", _plain[index..], StringComparison.Ordinal);
        Assert.All(places.Select(static (place, at) => (place, at)), o => Assert.StartsWith($"{o.at + 1} 0 obj", _plain[o.place..], StringComparison.Ordinal));
    }

    [Fact]
    public void ColourProfile_IsWhole()
    {
        var profile = SrgbProfile.Bytes;

        Assert.Equal(profile.Length, BinaryPrimitives.ReadInt32BigEndian(profile));
        Assert.Equal("acsp", Encoding.ASCII.GetString(profile, 36, 4));
        var tags = BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(128));
        Assert.All(Enumerable.Range(0, tags), tag =>
        {
            var entry = profile.AsSpan(132 + (12 * tag));
            Assert.True(BinaryPrimitives.ReadInt32BigEndian(entry[4..]) + BinaryPrimitives.ReadInt32BigEndian(entry[8..]) <= profile.Length);
        });
    }

    private static byte[] Make(string language)
    {
        var rules = RuleBook.Embedded.Get("no-2022");
        var letter = new LetterRenderer().Render(LetterTemplateKey.DecisionRefused, language, LetterSample.Full(rules, rules.Track("SOC-28"), language).Data);
        return new LetterPdf().Write(new LetterPaper(
            letter.Subject, letter.Body, language, "Glad Fjellrev", "IP-2027-00042/3", new DateOnly(2027, 3, 1), new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.FromHours(1))));
    }

    [GeneratedRegex(@"/FontName /(\S+)")]
    private static partial Regex FontName();

    [GeneratedRegex("/FontFile2 ")]
    private static partial Regex FontFile();

    [GeneratedRegex(@"startxref\n(\d+)\n")]
    private static partial Regex StartOfIndex();

    [GeneratedRegex(@"(\d{10}) 00000 n ")]
    private static partial Regex Place();
}
