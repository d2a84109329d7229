using System.Globalization;
using IndividualPlan.WorkflowHost.Letters.Pdf;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>A letter as it is set on paper.</summary>
/// <param name="Subject">Its heading.</param>
/// <param name="Body">Its text: paragraphs, "## " headings and "- " lists.</param>
/// <param name="Language">Its language.</param>
/// <param name="To">Whom it is to, by name; never with an address, which the one who posts it has (P-20).</param>
/// <param name="Number">Its journal number.</param>
/// <param name="DatedOn">Its date.</param>
/// <param name="MadeAt">When the file is made.</param>
internal sealed record LetterPaper(string Subject, string Body, string Language, string To, string Number, DateOnly DatedOn, DateTimeOffset MadeAt)
{
    public static LetterPaper Of(Letter letter) =>
        new(letter.Subject, letter.Body, letter.Language, letter.Journal.Correspondent, letter.Journal.Number, letter.Journal.DocumentOn, letter.QueuedAt);
}

/// <summary>Sets a letter as PDF on A4 pages.</summary>
internal sealed class LetterPdf
{
    private const string HeadingMark = "## ";
    private const string ListMark = "- ";

    public byte[] Write(Letter letter) => Write(LetterPaper.Of(letter));

    public byte[] Write(LetterPaper letter)
    {
        var file = new PdfFile(letter.Subject, letter.Language, letter.MadeAt, PdfFonts.All);
        var sheet = new PdfSheet(file, PdfFonts.All);
        sheet.Keep(0);
        sheet.Fact(T(letter, "Til", "Til", "To"), letter.To);
        sheet.Fact(T(letter, "Dato", "Dato", "Date"), LetterDates.Write(letter.DatedOn, letter.Language));
        sheet.Fact(T(letter, "Vår referanse", "Vår referanse", "Our reference"), letter.Number);
        sheet.Skip(26);
        sheet.Heading(letter.Subject, 1, PdfInk.Accent);
        sheet.Stroke();
        sheet.Skip(8);
        Body(sheet, letter.Body, 2);
        sheet.Footers((page, of) => string.Create(
            CultureInfo.InvariantCulture, $"{letter.Number}, {T(letter, "side", "side", "page")} {page} {T(letter, "av", "av", "of")} {of}"));
        return file.ToArray();
    }

    /// <summary>Sets the text of a letter.</summary>
    /// <param name="sheet">Where.</param>
    /// <param name="body">The text.</param>
    /// <param name="headings">Level of its headings.</param>
    public static void Body(PdfSheet sheet, string body, int headings)
    {
        var items = new List<string>();
        foreach (var line in body.Split('\n').Append(""))
        {
            if (line.StartsWith(ListMark, StringComparison.Ordinal))
            {
                items.Add(line[ListMark.Length..]);
                continue;
            }

            WriteList(sheet, items);
            if (line.Length == 0)
            {
                sheet.Skip(8);
            }
            else if (line.StartsWith(HeadingMark, StringComparison.Ordinal))
            {
                sheet.Skip(6);
                sheet.Heading(line[HeadingMark.Length..], headings);
            }
            else
            {
                sheet.Paragraph(line);
            }
        }
    }

    private static void WriteList(PdfSheet sheet, List<string> items)
    {
        if (items.Count > 0)
        {
            sheet.List(() => items.ForEach(sheet.Item));
            items.Clear();
        }
    }

    private static string T(LetterPaper letter, string nb, string nn, string en) => new LocalizedText(nb, nn, en).In(letter.Language);
}
