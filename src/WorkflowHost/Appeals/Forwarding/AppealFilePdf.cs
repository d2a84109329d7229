using System.Globalization;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.WorkflowHost.Letters.Pdf;

namespace IndividualPlan.WorkflowHost.Appeals.Forwarding;

/// <summary>What stands on the front page.</summary>
/// <param name="Title">Title of the file.</param>
/// <param name="Language">Language of the file: the person's.</param>
/// <param name="Reference">Reference of the case.</param>
/// <param name="Facts">Who sends what to whom.</param>
/// <param name="MadeAt">When it is made.</param>
internal sealed record AppealFileFront(string Title, string Language, string Reference, IReadOnlyList<(string Term, string Text)> Facts, DateTimeOffset MadeAt);

/// <summary>Sets the file as one PDF: front page, list of documents with the page of each, and the documents, each on a page of its own.</summary>
internal static class AppealFilePdf
{
    public static (byte[] File, IReadOnlyList<PlacedDocument> Placed) Write(AppealFileFront front, IReadOnlyList<AppealDocument> documents)
    {
        // The list stands before the documents and names their pages; so it is set once to find them and once to print them.
        var (_, first) = Set(front, documents, [.. documents.Select(static (document, at) => new PlacedDocument(document, at + 1, 1, 1))]);
        return Set(front, documents, first);
    }

    private static (byte[] File, IReadOnlyList<PlacedDocument> Placed) Set(AppealFileFront front, IReadOnlyList<AppealDocument> documents, IReadOnlyList<PlacedDocument> known)
    {
        string T(string nb, string nn, string en) => new LocalizedText(nb, nn, en).In(front.Language);
        var file = new PdfFile(front.Title, front.Language, front.MadeAt, PdfFonts.All);
        var sheet = new PdfSheet(file, PdfFonts.All);
        sheet.Heading(front.Title, 1, PdfInk.Accent);
        sheet.Stroke();
        sheet.Skip(8);
        foreach (var (term, text) in front.Facts)
        {
            sheet.Fact(term, text);
        }

        sheet.Skip(16);
        sheet.Heading(T("Dokumenter", "Dokument", "Documents"), 2);
        sheet.List(() =>
        {
            foreach (var document in known)
            {
                var on = document.Document.On is { } date ? ", " + LetterDates.Write(date, front.Language) : "";
                sheet.Item(string.Create(CultureInfo.InvariantCulture, $"{document.Number}. {document.Document.Title}{on}: {T("side", "side", "page")} {document.Page}"));
            }
        });

        var starts = new List<int>();
        foreach (var (document, at) in documents.Select(static (document, at) => (document, at)))
        {
            sheet.TakePage();
            starts.Add(file.PageCount);
            sheet.Heading(string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {document.Title}"), 1, PdfInk.Accent);
            sheet.Skip(8);
            document.Set(sheet);
        }

        sheet.Footers((page, of) => string.Create(CultureInfo.InvariantCulture, $"{front.Reference}, {T("side", "side", "page")} {page} {T("av", "av", "of")} {of}"));
        var placed = documents.Select((document, at) => new PlacedDocument(document, at + 1, starts[at], (at + 1 < starts.Count ? starts[at + 1] : file.PageCount + 1) - starts[at])).ToList();
        return (file.ToArray(), placed);
    }
}
