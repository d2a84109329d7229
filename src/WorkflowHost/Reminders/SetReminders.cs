using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Reminders;

/// <summary>What a leader asks for, as it was typed.</summary>
internal sealed record WantedReminders(string? Kind, string? FromOn, bool IsReset, string? Before, string? Every, string? EscalateAfter, string? EscalateTo, string? Reason)
{
    /// <summary>Role of those who are reminded; empty for the one whose turn it is.</summary>
    public string? RemindTo { get; init; }

    /// <summary>How reminders are given; empty for in the product and by e-mail.</summary>
    public string? RemindBy { get; init; }

    /// <summary>How the one above is told; empty for in the product and by e-mail.</summary>
    public string? EscalateBy { get; init; }
}

/// <summary>Sets the office's own reminders of a kind from a day on. What has been set before stays as it was.</summary>
internal sealed class SetReminders(WorkWriter writer, TimeProvider clock)
{
    /// <summary>Most reminders before a day.</summary>
    private const int MostBefore = 10;

    private static readonly LocalizedText NotALength = new(
        "Skriv en lengde, for eksempel «3 arbeidsdager», «2 uker» eller «0 dager».", "Skriv ei lengd, til dømes «3 arbeidsdagar», «2 veker» eller «0 dagar».",
        "Write a length, for example “3 working days”, “2 weeks” or “0 days”.");

    /// <returns>Why not; null when it is set.</returns>
    public async Task<Refusal?> RunAsync(CurrentUser user, WantedReminders wanted, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        if (!ReminderSettings.Kinds.Contains(wanted.Kind, StringComparer.Ordinal))
        {
            errors.Add("kind", new("Velg hva det gjelder.", "Vel kva det gjeld.", "Choose what it is about."));
        }

        if (!Dates.TryRead(wanted.FromOn ?? "", out var fromOn) || fromOn < today)
        {
            errors.Add("fromOn", new("Skriv en dato fra og med i dag.", "Skriv ein dato frå og med i dag.", "Write a date from today on."));
        }

        string[] before = wanted.IsReset ? [] : (wanted.Before ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (before.Length > MostBefore || before.Any(line => !StepLength.TryParse(line, out _)))
        {
            errors.Add("before", NotALength);
        }

        var every = wanted.IsReset ? null : Length(wanted.Every, "every", errors);
        var patience = wanted.IsReset ? null : Length(wanted.EscalateAfter, "escalateAfter", errors);
        if (every is { Amount: 0 })
        {
            errors.Add("every", new("Må være minst én dag.", "Må vere minst éin dag.", "Must be at least one day."));
        }

        if (!wanted.IsReset && !ReminderWords.EscalationRoles.Contains(wanted.EscalateTo, StringComparer.Ordinal))
        {
            errors.Add("escalateTo", new("Velg hvem som skal varsles.", "Vel kven som skal varslast.", "Choose who is told."));
        }

        if (!wanted.IsReset && wanted.RemindTo is { Length: > 0 } to && !ReminderWords.EscalationRoles.Contains(to, StringComparer.Ordinal))
        {
            errors.Add("remindTo", new("Velg hvem som skal varsles.", "Vel kven som skal varslast.", "Choose who is told."));
        }

        var remindBy = Channel(wanted.RemindBy, "remindBy", errors);
        var escalateBy = Channel(wanted.EscalateBy, "escalateBy", errors);
        if (string.IsNullOrWhiteSpace(wanted.Reason))
        {
            errors.Add("reason", new("Skriv hvorfor dette endres.", "Skriv kvifor dette blir endra.", "Write why this is changed."));
        }

        errors.AtMost(wanted.Reason, CallReason.MaxLength, "reason");
        if (errors.Any)
        {
            return errors.ToRefusal();
        }

        await writer.RunAsync(new Operation(user.Actor, wanted.Reason!.Trim(), clock.GetUtcNow()), (work, _) =>
        {
            work.Db.Add(new ReminderSetting
            {
                Id = work.Ids.New(),
                Kind = wanted.Kind!,
                FromOn = fromOn,
                IsReset = wanted.IsReset,
                Before = string.Join('\n', before.Select(line => StepLength.Parse(line)!.ToString())),
                Every = every?.ToString(),
                EscalateAfter = patience?.ToString(),
                EscalateTo = wanted.IsReset ? "" : wanted.EscalateTo!,
                RemindTo = wanted is { IsReset: false, RemindTo.Length: > 0 } ? wanted.RemindTo : null,
                RemindBy = wanted.IsReset ? RungChannel.Both : remindBy,
                EscalateBy = wanted.IsReset ? RungChannel.Both : escalateBy,
                MadeAt = work.Operation.Now,
                MadeBy = user.UserId,
                Reason = work.Operation.Reason,
            });
            work.Operation.Record(null, "reminders-set", ("kind", wanted.Kind), ("fromOn", fromOn), ("isReset", wanted.IsReset));
            return Task.CompletedTask;
        }, cancellationToken);
        return null;
    }

    private static RungChannel Channel(string? text, string field, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(text))
        {
            return RungChannel.Both;
        }

        if (!Enum.GetNames<RungChannel>().Contains(text, StringComparer.Ordinal))
        {
            errors.Add(field, new("Velg hvordan det skal varsles.", "Vel korleis det skal varslast.", "Choose how they are told."));
            return RungChannel.Both;
        }

        return Enum.Parse<RungChannel>(text);
    }

    private static StepLength? Length(string? text, string field, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text) || StepLength.IsNone(text))
        {
            return null;
        }

        if (StepLength.TryParse(text, out var length))
        {
            return length;
        }

        errors.Add(field, NotALength);
        return null;
    }
}
