using IndividualPlan.WorkflowHost.Letters.Pdf;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>Sets a letter as PDF on A4 pages.</summary>
internal sealed class LetterPdf
{
    public byte[] Write(Letter letter)
    {
        var file = new PdfFile(letter.Subject, letter.Language, letter.QueuedAt, PdfFonts.All);
        var sheet = new PdfSheet(file, PdfFonts.All);
        sheet.Paragraph($"{letter.Journal.Number}    {LetterDates.Write(letter.Journal.DocumentOn, letter.Language)}", size: 9);
        sheet.Skip(16);
        sheet.Heading(letter.Subject, 1);
        sheet.Skip(8);
        var items = new List<string>();
        foreach (var line in letter.Body.Split('\n').Append(""))
        {
            if (line is ['-', ' ', .. var item])
            {
                items.Add(item);
                continue;
            }

            WriteList(sheet, items);
            switch (line)
            {
                case "":
                    sheet.Skip(8);
                    break;
                case ['#', '#', ' ', .. var heading]:
                    sheet.Heading(heading, 2);
                    break;
                default:
                    sheet.Paragraph(line);
                    break;
            }
        }

        return file.ToArray();
    }

    private static void WriteList(PdfSheet sheet, List<string> items)
    {
        if (items.Count > 0)
        {
            sheet.List(() => items.ForEach(sheet.Item));
            items.Clear();
        }
    }
}
