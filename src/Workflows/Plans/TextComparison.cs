namespace IndividualPlan.Workflows.Plans;

/// <summary>What became of a piece of text.</summary>
public enum TextPieceKind
{
    /// <summary>Is in both.</summary>
    Same,

    /// <summary>Is only in the later text.</summary>
    Added,

    /// <summary>Is only in the earlier text.</summary>
    Removed,
}

/// <summary>A piece of text, and what became of it.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The words, with the space around them.</param>
public sealed record TextPiece(TextPieceKind Kind, string Text);

/// <summary>Compares two texts word by word, for showing what was taken out and what was put in.</summary>
public static class TextComparison
{
    /// <summary>Above this many pairs of words the whole middle is shown as replaced; comparing it word by word would take too long and help nobody.</summary>
    private const int MostPairs = 4_000_000;

    /// <summary>The pieces in reading order. Those that are the same or removed make up the earlier text, those that are the same or added the later one.</summary>
    /// <param name="before">The earlier text; null is an empty one.</param>
    /// <param name="after">The later text; null is an empty one.</param>
    public static IReadOnlyList<TextPiece> Between(string? before, string? after)
    {
        var (old, now) = (Words(before), Words(after));
        var start = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start])
        {
            start++;
        }

        var (oldEnd, nowEnd) = (old.Count, now.Count);
        while (oldEnd > start && nowEnd > start && old[oldEnd - 1] == now[nowEnd - 1])
        {
            oldEnd--;
            nowEnd--;
        }

        var pieces = new List<TextPiece>();
        foreach (var word in old.Take(start))
        {
            Add(pieces, TextPieceKind.Same, word);
        }

        Middle(pieces, old[start..oldEnd], now[start..nowEnd]);
        foreach (var word in old.Skip(oldEnd))
        {
            Add(pieces, TextPieceKind.Same, word);
        }

        return pieces;
    }

    private static void Middle(List<TextPiece> pieces, List<string> old, List<string> now)
    {
        if ((long)old.Count * now.Count > MostPairs)
        {
            old.ForEach(word => Add(pieces, TextPieceKind.Removed, word));
            now.ForEach(word => Add(pieces, TextPieceKind.Added, word));
            return;
        }

        // The longest run of words that both have, counted from the end.
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var (at, to) = (0, 0);
        while (at < old.Count || to < now.Count)
        {
            if (at < old.Count && to < now.Count && old[at] == now[to])
            {
                Add(pieces, TextPieceKind.Same, old[at++]);
                to++;
            }
            else if (to == now.Count || (at < old.Count && common[at + 1, to] >= common[at, to + 1]))
            {
                Add(pieces, TextPieceKind.Removed, old[at++]);
            }
            else
            {
                Add(pieces, TextPieceKind.Added, now[to++]);
            }
        }
    }

    private static void Add(List<TextPiece> pieces, TextPieceKind kind, string word)
    {
        if (pieces.Count > 0 && pieces[^1].Kind == kind)
        {
            pieces[^1] = new TextPiece(kind, pieces[^1].Text + word);
        }
        else
        {
            pieces.Add(new TextPiece(kind, word));
        }
    }

    /// <summary>Words with the space that follows them, so that joining them gives the text back.</summary>
    private static List<string> Words(string? text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i < (text?.Length ?? 0); i++)
        {
            if (char.IsWhiteSpace(text![i - 1]) && !char.IsWhiteSpace(text[i]))
            {
                words.Add(text[start..i]);
                start = i;
            }
        }

        if (!string.IsNullOrEmpty(text))
        {
            words.Add(text[start..]);
        }

        return words;
    }
}
