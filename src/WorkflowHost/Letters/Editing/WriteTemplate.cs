using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Letters.Editing;

/// <summary>Gives a letter a new text, or its shipped text again. From then on every letter is made from it, those of running cases too (<see cref="LetterTemplates"/>).</summary>
internal sealed class WriteTemplate(WorkWriter writer, LetterTemplateCheck check, TimeProvider clock)
{
    public const string TextField = "text";
    public const string ReasonField = "reason";

    private static readonly LocalizedText NoReason = new("Skriv hvorfor teksten endres.", "Skriv kvifor teksten blir endra.", "Write why the text is changed.");
    private static readonly LocalizedText NoText = new("Skriv teksten til brevet.", "Skriv teksten til brevet.", "Write the text of the letter.");
    private static readonly LocalizedText TooLong = new(
        $"Teksten kan ha høyst {TextLimits.LongText} tegn.", $"Teksten kan ha høgst {TextLimits.LongText} teikn.", $"The text may have at most {TextLimits.LongText} characters.");

    private static readonly LocalizedText ReasonTooLong = new(
        $"Skriv høyst {TextLimits.Text} tegn.", $"Skriv høgst {TextLimits.Text} teikn.", $"Write at most {TextLimits.Text} characters.");

    private static readonly LocalizedText Overtaken = new(
        "Noen har lagret en nyere tekst mens du skrev. Teksten din står her. Se hva som er endret i «Versjoner», og lagre igjen.",
        "Nokon har lagra ein nyare tekst medan du skreiv. Teksten din står her. Sjå kva som er endra i «Versjonar», og lagre igjen.",
        "Someone saved a newer text while you wrote. Your text stands here. See what has changed in “Versions”, and save again.");

    /// <summary>Saves a text.</summary>
    /// <param name="user">Who writes; the role has been asked for.</param>
    /// <param name="key">Which letter.</param>
    /// <param name="language">Which language.</param>
    /// <param name="text">The text, or null for the shipped one.</param>
    /// <param name="reason">Why.</param>
    /// <param name="seen">Number of the version it was written from.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Why not; null when it is saved.</returns>
    public async Task<Refusal?> RunAsync(CurrentUser user, string key, string language, string? text, string? reason, int seen, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var tidy = text?.ReplaceLineEndings("\n").Trim();
        if (tidy is { Length: 0 })
        {
            errors.Add(TextField, NoText);
        }
        else if (tidy?.Length > TextLimits.LongText)
        {
            errors.Add(TextField, TooLong);
        }
        else if (tidy is not null)
        {
            foreach (var problem in check.Problems(key, language, tidy))
            {
                errors.Add(TextField, problem);
            }
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            errors.Add(ReasonField, NoReason);
        }
        else if (reason.Trim().Length > TextLimits.Text)
        {
            errors.Add(ReasonField, ReasonTooLong);
        }

        if (errors.Any)
        {
            return errors.ToRefusal();
        }

        return await writer.RunAsync(
            new Operation(user.Actor, reason!, clock.GetUtcNow()),
            async (work, token) =>
            {
                var newest = await work.Db.LetterTemplateVersions.Where(v => v.TemplateKey == key && v.Language == language).MaxAsync(static v => (int?)v.Number, token) ?? 0;
                if (newest != seen)
                {
                    return Refusal.OfField(TextField, Overtaken);
                }

                work.Db.Add(LetterTemplateVersion.Write(key, language, newest, tidy is null ? null : tidy + "\n", work.Operation));
                return null;
            },
            cancellationToken);
    }
}
