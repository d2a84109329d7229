using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>The text that letters are made from at one time.</summary>
/// <param name="Text">The template.</param>
/// <param name="Version">Number of the office's own version; 0 for the shipped text.</param>
internal sealed record LetterTemplate(string Text, int Version);

/// <summary>The templates as they stand now: the office's newest version, or the shipped text.</summary>
/// <remarks>
/// A letter is made from the version that is the newest when it is written. So a running case, too, writes its next letter from the new text,
/// whenever it began and whatever the drawing's version is; what was written before stays as it was, with the version it was made from.
/// </remarks>
internal static class LetterTemplates
{
    public static async Task<LetterTemplate> NewestAsync(IpDbContext db, string key, string language, CancellationToken cancellationToken)
    {
        var own = await db.LetterTemplateVersions.Where(v => v.TemplateKey == key && v.Language == language)
            .OrderByDescending(static v => v.Number).Select(static v => new { v.Text, v.Number }).FirstOrDefaultAsync(cancellationToken);
        return own is { Text: { } text } ? new LetterTemplate(text, own.Number) : new LetterTemplate(LetterRenderer.Shipped(key, language), 0);
    }
}
