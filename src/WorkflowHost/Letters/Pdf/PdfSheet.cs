using System.Globalization;

namespace IndividualPlan.WorkflowHost.Letters.Pdf;

/// <summary>Writes a PDF from top to bottom: breaks lines, takes a new page when one is full, and says what each text is.</summary>
internal sealed class PdfSheet(PdfFile file, IReadOnlyList<TrueTypeFont> fonts)
{
    public const double Margin = 70;
    public const double TextSize = 10.5;

    private const double LineHeight = 1.4;
    private const double Bottom = PdfFile.Height - Margin;
    private const double BulletIndent = 14;
    private const double TermWidth = 120;
    private const int Regular = 0;
    private const int Bold = 1;

    private double _top = PdfFile.Height;

    private static double Width => PdfFile.Width - (2 * Margin);

    /// <summary>Leaves room, unless a page begins here.</summary>
    public void Skip(double points) => _top = IsAtTop ? _top : _top + points;

    /// <summary>A heading, which is never left alone at the foot of a page.</summary>
    public void Heading(string text, int level)
    {
        var size = level switch { 1 => 17.0, 2 => 13.0, _ => 11.0 };
        Keep((size * LineHeight) + (3 * TextSize * LineHeight));
        InRole($"H{level}", () => Lines(text, Bold, size, Margin, Width));
    }

    public void Paragraph(string text, double size = TextSize, bool isBold = false)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Trim().Length == 0)
            {
                Skip(6);
                continue;
            }

            InRole("P", () => Lines(line, isBold ? Bold : Regular, size, Margin, Width));
        }
    }

    /// <summary>One item of a list; call it inside <see cref="List"/>.</summary>
    public void Item(string text) => InRole("LI", () =>
    {
        Keep(TextSize * LineHeight);
        InRole("Lbl", () => file.Write("•", Regular, TextSize, Margin, _top + TextSize));
        InRole("LBody", () =>
        {
            foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            {
                Lines(line, Regular, TextSize, Margin + BulletIndent, Width - BulletIndent);
            }
        });
    });

    public void List(Action write) => InRole("L", write);

    /// <summary>What something is, and beside it what it says.</summary>
    public void Fact(string term, string text) => InRole("P", () =>
    {
        Keep(TextSize * LineHeight);
        var (page, top) = (file.PageCount - 1, _top);
        file.Write(term, Bold, TextSize - 1, Margin, top + TextSize);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            Lines(line, Regular, TextSize, Margin + TermWidth, Width - TermWidth);
        }

        // A term that needs more lines than its text pushes what follows down.
        _top = file.PageCount - 1 == page ? Math.Max(_top, top + (TextSize * LineHeight)) : _top;
    });

    /// <summary>A thin line across the page.</summary>
    public void Rule()
    {
        Keep(12);
        file.Rule(Margin, _top + 4, Width, 0.7, 0.7);
        _top += 10;
    }

    /// <summary>Takes a new page when less room than this is left.</summary>
    public void Keep(double points)
    {
        if (_top + points > Bottom)
        {
            file.AddPage();
            _top = Margin;
        }
    }

    /// <summary>Writes a line at the foot of each page; the last thing that is done.</summary>
    /// <param name="write">The line, from the number of the page and how many there are.</param>
    public void Footers(Func<int, int, string> write)
    {
        for (var page = 0; page < file.PageCount; page++)
        {
            var text = write(page + 1, file.PageCount);
            file.Write(text, Regular, 8.5, PdfFile.Width - Margin - fonts[Regular].WidthOf(text, 8.5), PdfFile.Height - 40, page);
        }
    }

    private bool IsAtTop => file.PageCount == 0 || _top <= Margin;

    private void Lines(string text, int font, double size, double left, double width)
    {
        foreach (var line in Wrap(text, fonts[font], size, width))
        {
            Keep(size * LineHeight);
            file.Write(line, font, size, left, _top + size);
            _top += size * LineHeight;
        }
    }

    private void InRole(string role, Action write)
    {
        file.Structure.Begin(role);
        write();
        file.Structure.End();
    }

    private static IEnumerable<string> Wrap(string text, TrueTypeFont font, double size, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(word => Break(word, font, size, width)))
        {
            var longer = line.Length == 0 ? word : string.Create(CultureInfo.InvariantCulture, $"{line} {word}");
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

    /// <summary>A word that is wider than the page is cut.</summary>
    private static IEnumerable<string> Break(string word, TrueTypeFont font, double size, double width)
    {
        while (font.WidthOf(word, size) > width)
        {
            var fits = Enumerable.Range(1, word.Length - 1).Reverse().First(length => length == 1 || font.WidthOf(word[..length], size) <= width);
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }
}
