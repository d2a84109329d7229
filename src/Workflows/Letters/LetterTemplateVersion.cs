using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.Letters;

/// <summary>One text that an office gave a letter in one language. Texts are never changed: who writes a letter anew adds a version, and going back to the shipped text is a version too.</summary>
public sealed class LetterTemplateVersion
{
    private LetterTemplateVersion()
    {
    }

    /// <summary>Which letter, a key of <see cref="LetterTemplateKey"/>.</summary>
    public string TemplateKey { get; private set; } = "";

    /// <summary>Language of the text.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Counts from 1 for each letter and language.</summary>
    public int Number { get; private set; }

    /// <summary>The text, or null for the shipped one.</summary>
    public string? Text { get; private set; }

    /// <summary>User id of whoever wrote it.</summary>
    public string WrittenBy { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Writes the next version; records <c>letter-template-written</c>, or <c>letter-template-restored</c> for the shipped text.</summary>
    /// <param name="templateKey">Which letter.</param>
    /// <param name="language">Which language.</param>
    /// <param name="newest">Number of the newest version so far; 0 when there is none.</param>
    /// <param name="text">The text, or null for the shipped one.</param>
    /// <param name="operation">Who, why, when; the reason is kept with the version.</param>
    /// <exception cref="ArgumentException">There is no such letter, or the text or the reason is missing or too long.</exception>
    public static LetterTemplateVersion Write(string templateKey, string language, int newest, string? text, Operation operation)
    {
        if (!LetterTemplateKey.All.Contains(templateKey))
        {
            throw new ArgumentException($"There is no letter template {templateKey}.", nameof(templateKey));
        }

        var version = new LetterTemplateVersion
        {
            TemplateKey = templateKey,
            Language = TextLimits.Require(language, TextLimits.Code, nameof(language)),
            Number = newest + 1,
            Text = text is null ? null : TextLimits.Require(text, TextLimits.LongText, nameof(text)),
            WrittenBy = operation.Actor.UserId,
            WrittenAt = operation.Now,
            Reason = TextLimits.Require(operation.Reason, TextLimits.Text, nameof(operation)),
        };
        operation.Record(null, text is null ? "letter-template-restored" : "letter-template-written", ("template", templateKey), ("language", language), ("number", version.Number));
        return version;
    }
}
