namespace IndividualPlan.Workflows.Audit;

/// <summary>Longest texts that the domain takes, in UTF-16 characters. Columns are as wide; raising a limit needs a migration, lowering one is not done.</summary>
public static class TextLimits
{
    /// <summary>Codes and keys: event names, tracks, service codes, form keys.</summary>
    public const int Code = 64;

    /// <summary>User ids.</summary>
    public const int UserId = 128;

    /// <summary>Names and titles.</summary>
    public const int Name = 200;

    /// <summary>One or a few sentences.</summary>
    public const int Text = 4_000;

    /// <summary>Letters, assessments, plan contents.</summary>
    public const int LongText = 100_000;

    /// <summary>Returns the trimmed text when it is within the limit; null stays null.</summary>
    /// <exception cref="ArgumentException">The text is longer than <paramref name="max"/>; the message tells the lengths, never the text.</exception>
    public static string? Bound(string? text, int max, string name)
    {
        var trimmed = text?.Trim();
        return trimmed?.Length > max
            ? throw new ArgumentException($"At most {max} characters are taken, but there are {trimmed.Length}.", name)
            : trimmed;
    }

    /// <summary>As <see cref="Bound"/>, and the text must not be empty.</summary>
    /// <exception cref="ArgumentException">The text is missing, blank or too long.</exception>
    public static string Require(string? text, int max, string name)
    {
        var bounded = Bound(text, max, name);
        return string.IsNullOrEmpty(bounded) ? throw new ArgumentException("A text is required.", name) : bounded;
    }
}
