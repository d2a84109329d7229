using IndividualPlan.WorkflowHost.Letters.Pdf;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>Sets a letter as PDF on A4 pages, with fonts that come with the product and have the letters of all our languages.</summary>
internal sealed class LetterPdf
{
    private const double Margin = 70;
    private const double LineHeight = 1.4;
    private const int Regular = 0;
    private const int Bold = 1;

    private readonly Lazy<IReadOnlyList<TrueTypeFont>> _fonts = new(() => [Read("DejaVuSans"), Read("DejaVuSans-Bold")]);

    public byte[] Write(Letter letter)
    {
        var file = new PdfFile(letter.Subject, letter.Language, letter.QueuedAt, _fonts.Value);
        var sheet = new Sheet(file, _fonts.Value);
        sheet.Write($"{letter.Journal.Number}    {LetterDates.Write(letter.Journal.DocumentOn, letter.Language)}", Regular, 9);
        sheet.Skip(16);
        sheet.Write(letter.Subject, Bold, 15);
        sheet.Skip(8);
        foreach (var line in letter.Body.Split('\n'))
        {
            switch (line)
            {
                case "":
                    sheet.Skip(8);
                    break;
                case ['#', '#', ' ', .. var heading]:
                    sheet.Write(heading, Bold, 12);
                    break;
                case ['-', ' ', .. var item]:
                    sheet.Write(item, Regular, 10.5, bullet: "•");
                    break;
                default:
                    sheet.Write(line, Regular, 10.5);
                    break;
            }
        }

        return file.ToArray();
    }

    private static TrueTypeFont Read(string name)
    {
        var resource = $"IndividualPlan.WorkflowHost.Letters.Fonts.{name}.ttf";
        using var stream = typeof(LetterPdf).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {name} is not in the product.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new TrueTypeFont(name, data);
    }

    /// <summary>Writes from top to bottom, breaks lines, and takes a new page when one is full.</summary>
    private sealed class Sheet(PdfFile file, IReadOnlyList<TrueTypeFont> fonts)
    {
        private double _top = PdfFile.Height;

        public void Skip(double points) => _top += points;

        public void Write(string text, int font, double size, string? bullet = null)
        {
            var indent = bullet is null ? 0 : 14;
            foreach (var line in Wrap(text, fonts[font], size, PdfFile.Width - (2 * Margin) - indent))
            {
                if (_top + (size * LineHeight) > PdfFile.Height - Margin)
                {
                    file.AddPage();
                    _top = Margin;
                }

                if (bullet is not null)
                {
                    file.Write(bullet, font, size, Margin, _top + size);
                    bullet = null;
                }

                file.Write(line, font, size, Margin + indent, _top + size);
                _top += size * LineHeight;
            }
        }

        private static IEnumerable<string> Wrap(string text, TrueTypeFont font, double size, double width)
        {
            var line = "";
            foreach (var word in text.Split(' '))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && font.WidthOf(longer, size) > width)
                {
                    yield return line;
                    line = word;
                }
                else
                {
                    line = longer;
                }
            }

            yield return line;
        }
    }
}
