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
    private double _indent;

    private double Left => Margin + _indent;

    private double Width => PdfFile.Width - (2 * Margin) - _indent;

    /// <summary>What is written here stands further in, because it belongs to what is above it.</summary>
    public void Indented(double points, Action write)
    {
        _indent += points;
        write();
        _indent -= points;
    }

    /// <summary>Leaves room, unless a page begins here.</summary>
    public void Skip(double points) => _top = IsAtTop ? _top : _top + points;

    /// <summary>A heading, which is never left alone at the foot of a page.</summary>
    public void Heading(string text, int level, PdfInk? ink = null)
    {
        var size = level switch { 1 => 17.0, 2 => 13.0, _ => 11.0 };
        Keep((size * LineHeight) + (3 * TextSize * LineHeight));
        InRole($"H{level}", () => Lines(text, Bold, size, Left, Width, ink));
    }

    /// <summary>A heading on a coloured ground, which is never left alone at the foot of a page.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="level">Its level.</param>
    /// <param name="room">What must have room below it.</param>
    public void Banner(string text, int level, double room)
    {
        const double size = 11;
        const double padding = 6;
        var height = (Wrap(text, fonts[Bold], size, Width - (2 * padding) - 4).Count() * size * LineHeight) + (2 * padding);
        Keep(Math.Min(height + room, PdfFile.Height - (2 * Margin)));
        file.Rule(Left, _top + height, Width, height, PdfInk.Ground);
        file.Rule(Left, _top + height, 3, height, PdfInk.Accent);
        _top += padding;
        InRole($"H{level}", () => Lines(text, Bold, size, Left + padding + 4, Width - (2 * padding) - 4));
        _top += padding;
    }

    public void Paragraph(string text, double size = TextSize, bool isBold = false, PdfInk? ink = null)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Trim().Length == 0)
            {
                Skip(6);
                continue;
            }

            InRole("P", () => Lines(line, isBold ? Bold : Regular, size, Left, Width, ink));
        }
    }

    /// <summary>One item of a list; call it inside <see cref="List"/>.</summary>
    public void Item(string text) => InRole("LI", () =>
    {
        Keep(TextSize * LineHeight);
        InRole("Lbl", () => file.Write("•", Regular, TextSize, Left, _top + TextSize));
        InRole("LBody", () =>
        {
            foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            {
                Lines(line, Regular, TextSize, Left + BulletIndent, Width - BulletIndent);
            }
        });
    });

    public void List(Action write) => InRole("L", write);

    /// <summary>What something is, and beside it what it says.</summary>
    public void Fact(string term, string text) => InRole("P", () =>
    {
        Keep(TextSize * LineHeight);
        var (page, top) = (file.PageCount - 1, _top);
        file.Write(term, Bold, TextSize - 1, Left, top + TextSize, ink: PdfInk.Subtle);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            Lines(line, Regular, TextSize, Left + TermWidth, Width - TermWidth);
        }

        // A term that needs more lines than its text pushes what follows down.
        _top = file.PageCount - 1 == page ? Math.Max(_top, top + (TextSize * LineHeight)) : _top;
    });

    /// <summary>A thin line across the page.</summary>
    public void Rule()
    {
        Keep(12);
        file.Rule(Left, _top + 4, Width, 0.7, PdfInk.Line);
        _top += 10;
    }

    /// <summary>A short thick line under a title.</summary>
    public void Stroke()
    {
        file.Rule(Left, _top + 5, 64, 3, PdfInk.Accent);
        _top += 10;
    }

    /// <summary>Lines to sign on, each with what it is for below it.</summary>
    public void Signatures(params string[] labels)
    {
        const double height = 44;
        const double gap = 24;
        var width = (Width - (gap * (labels.Length - 1))) / labels.Length;
        Keep(height + (TextSize * LineHeight));
        for (var at = 0; at < labels.Length; at++)
        {
            file.Rule(Left + (at * (width + gap)), _top + height, width, 0.7, PdfInk.Black);
        }

        _top += height;
        for (var at = 0; at < labels.Length; at++)
        {
            var (label, left) = (labels[at], Left + (at * (width + gap)));
            InRole("P", () => file.Write(label, Regular, 8.5, left, _top + 11, ink: PdfInk.Subtle));
        }

        _top += 16;
    }

    /// <summary>What follows begins on a new page.</summary>
    public void TakePage()
    {
        file.AddPage();
        _top = Margin;
    }

    /// <summary>Takes a new page when less room than this is left.</summary>
    public void Keep(double points)
    {
        if (_top + points > Bottom)
        {
            TakePage();
        }
    }

    /// <summary>Writes a line at the foot of each page; the last thing that is done.</summary>
    /// <param name="write">The line, from the number of the page and how many there are.</param>
    public void Footers(Func<int, int, string> write)
    {
        for (var page = 0; page < file.PageCount; page++)
        {
            var text = write(page + 1, file.PageCount);
            file.Write(text, Regular, 8.5, PdfFile.Width - Margin - fonts[Regular].WidthOf(text, 8.5), PdfFile.Height - 40, page, PdfInk.Subtle);
        }
    }

    private bool IsAtTop => file.PageCount == 0 || _top <= Margin;

    private void Lines(string text, int font, double size, double left, double width, PdfInk? ink = null)
    {
        foreach (var line in Wrap(text, fonts[font], size, width))
        {
            Keep(size * LineHeight);
            file.Write(line, font, size, left, _top + size, ink: ink);
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
