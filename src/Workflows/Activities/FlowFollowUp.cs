using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Says who does a step, by when, and what happens when nobody does.</summary>
internal static class FlowFollowUp
{
    private static readonly string[] TaskInputs =
    [
        "title", "role", "assignTo", "exclude", "dueIn", "dueOn", "deadline", "remindBefore", "remindEvery", "remindTo", "remindBy", "escalateAfter", "escalateTo", "escalateBy", "giveUpAfter", "remindAfter",
        "leaderAfter", "unitAfter", "municipalityAfter",
    ];

    private static readonly string[] DeadlineInputs = ["deadline", "point", "warnBefore", "warnRole", "warnBy", "length"];

    /// <summary>Whether a field is told by who, by when or what then, and need not be told again; a title only when the step is called by it.</summary>
    public static bool IsTold(ActivityNode step, string input, FlowWords words) =>
        words.Catalogue.Find(step.Type) switch
        {
            HumanStep => input == "title" ? step.LiteralText("title") == step.DisplayName : TaskInputs.Contains(input) || input == "taskKey",
            WaitForDeadline => DeadlineInputs.Contains(input),
            RaiseAlert => input == "kind",
            _ => step.Type is "Elsa.Delay" && input == "timeSpan",
        };

    public static LocalizedText? Who(ActivityNode step, FlowWords words)
    {
        if (words.Catalogue.Find(step.Type) is not HumanStep)
        {
            return null;
        }

        var role = Text(step, "role", words) is { } code ? words.Word(InputKind.Role, code) : FlowWords.Computed;
        var assigned = step.LiteralText("assignTo") is { Length: > 0 } and not "None" ? words.Value(step, "assignTo") : null;
        var excluded = step.LiteralText("exclude") is { Length: > 0 } and not "None" ? words.Value(step, "exclude") : null;

        return Add(
            Add(role, assigned, static (a, b) => new($"{a.Nb} ({Lower(b.Nb)})", $"{a.Nn} ({Lower(b.Nn)})", $"{a.En} ({Lower(b.En)})")),
            excluded,
            static (a, b) => new($"{a.Nb}, men ikke {Lower(b.Nb)}", $"{a.Nn}, men ikkje {Lower(b.Nn)}", $"{a.En}, but not {Lower(b.En)}"));
    }

    public static LocalizedText? Due(ActivityNode step, FlowWords words) => words.Catalogue.Find(step.Type) switch
    {
        HumanStep => DueOfTask(step, words),
        WaitForDeadline => DueOfDeadline(step, words),
        _ when step.Type == "Elsa.Delay" && words.Value(step, "timeSpan") is { } span => FlowWords.IsComputed(step, "timeSpan")
            ? new("Venter; hvor lenge bestemmes når flyten kjører", "Ventar; kor lenge blir bestemt når flyten køyrer", "Waits; how long is decided when the flow runs")
            : new($"Venter {span.Nb}", $"Ventar {span.Nn}", $"Waits {span.En}"),
        _ => null,
    };

    public static IReadOnlyList<LocalizedText> Of(ActivityNode step, FlowWords words) => words.Catalogue.Find(step.Type) switch
    {
        AgreeCooperation => [.. Reminders(step, words), .. Ladder(step, words), .. Channels(step, words)],
        HumanStep => [.. Reminders(step, words), .. Escalation(step, words), .. GivingUp(step, words), .. Channels(step, words)],
        WaitForDeadline wait => [.. Warnings(step, wait, words), .. Channels(step, words)],
        _ => [],
    };

    private static LocalizedText? DueOfTask(ActivityNode step, FlowWords words)
    {
        if (step.FindInput("dueOn") is not null)
        {
            return new("På en dato som bestemmes når flyten kjører", "På ein dato som blir bestemt når flyten køyrer", "On a date decided when the flow runs");
        }

        var deadline = Text(step, "deadline", words) is { } key ? words.Word(InputKind.Deadline, key) : null;

        return Length(step, "dueIn", words, useDefault: deadline is null) is { } due ? new($"Innen {due.Nb}", $"Innan {due.Nn}", $"Within {due.En}")
            : deadline is null ? null
            : new($"Fristen «{deadline.Nb}»", $"Fristen «{deadline.Nn}»", $"The deadline “{deadline.En}”");
    }

    private static LocalizedText? DueOfDeadline(ActivityNode step, FlowWords words)
    {
        if (words.Value(step, "deadline") is not { } deadline)
        {
            return null;
        }

        var point = words.Word(words.FindInput(step, "point")!, step.LiteralText("point") ?? "Effective");
        var length = words.Value(step, "length");
        var due = new LocalizedText($"«{deadline.Nb}»: {Lower(point.Nb)}", $"«{deadline.Nn}»: {Lower(point.Nn)}", $"“{deadline.En}”: {Lower(point.En)}");

        return Add(due, length, static (a, b) => new($"{a.Nb}; lengde {b.Nb}", $"{a.Nn}; lengd {b.Nn}", $"{a.En}; length {b.En}"));
    }

    private static IEnumerable<LocalizedText> Reminders(ActivityNode step, FlowWords words)
    {
        if (step.LiteralText("deadline") == DeadlineKeys.PlanRevision && new[] { "remindBefore", "remindEvery", "escalateAfter" }.All(i => step.FindInput(i) is null))
        {
            yield return new("Påminnes som reglene for fristen sier", "Blir minna på som reglane for fristen seier", "Reminded as the rules of the deadline say");
        }

        foreach (var length in InputCheck.WrittenTexts(step, "remindBefore").Where(static t => t != "none").Select(Words).OfType<LocalizedText>())
        {
            yield return length.Nb.StartsWith("0 ", StringComparison.Ordinal)
                ? new("Påminnelse på fristdagen", "Påminning på fristdagen", "Reminder on the due date")
                : new($"Påminnelse {length.Nb} før fristen", $"Påminning {length.Nn} før fristen", $"Reminder {length.En} before it is due");
        }

        if (Length(step, "remindEvery", words) is { } every)
        {
            yield return new($"Deretter purring med {every.Nb} mellom", $"Deretter purring med {every.Nn} mellom", $"Then a reminder with {every.En} between");
        }
    }

    private static IEnumerable<LocalizedText> Escalation(ActivityNode step, FlowWords words)
    {
        if (Length(step, "escalateAfter", words) is { } after)
        {
            var to = Text(step, "escalateTo", words) is { } role ? words.Word(InputKind.Role, role) : FlowWords.Computed;
            yield return Told(to, after);
        }
    }

    /// <summary>Whom reminders go to instead of the one who has the task, and how people get to know, when the step says so.</summary>
    private static IEnumerable<LocalizedText> Channels(ActivityNode step, FlowWords words)
    {
        if (step.LiteralText("remindTo") is { Length: > 0 } role)
        {
            var to = words.Word(InputKind.Role, role);
            yield return new($"Påminnelser går til {Lower(to.Nb)}", $"Påminningar går til {Lower(to.Nn)}", $"Reminders go to {Lower(to.En)}");
        }

        foreach (var (input, what) in new (string, LocalizedText)[]
        {
            ("remindBy", new("Påminnelser", "Påminningar", "Reminders")),
            ("escalateBy", new("Varsling videre", "Varsling vidare", "Escalations")),
            ("warnBy", new("Varsler", "Varsel", "Warnings")),
        })
        {
            if (step.LiteralText(input) is { Length: > 0 } && words.Value(step, input) is { } channel)
            {
                yield return new($"{what.Nb}: {Lower(channel.Nb)}", $"{what.Nn}: {Lower(channel.Nn)}", $"{what.En}: {Lower(channel.En)}");
            }
        }
    }

    private static IEnumerable<LocalizedText> GivingUp(ActivityNode step, FlowWords words)
    {
        if (Length(step, "giveUpAfter", words) is { } after)
        {
            yield return new($"Slutter å vente {after.Nb} etter fristen", $"Sluttar å vente {after.Nn} etter fristen", $"Stops waiting {after.En} after it was due");
        }
    }

    private static IEnumerable<LocalizedText> Ladder(ActivityNode step, FlowWords words)
    {
        if (Length(step, "remindAfter", words) is { } remind)
        {
            yield return remind.Nb.StartsWith("0 ", StringComparison.Ordinal)
                ? new("Påminnelse på fristdagen", "Påminning på fristdagen", "Reminder on the due date")
                : new($"Påminnelse {remind.Nb} etter fristen", $"Påminning {remind.Nn} etter fristen", $"Reminder {remind.En} after it was due");
        }

        foreach (var (input, who) in new (string, LocalizedText)[]
        {
            ("leaderAfter", new("Deltakerens leder", "Leiaren til deltakaren", "The participant's leader")),
            ("unitAfter", RoleNames.Of(Roles.CoordinatingUnit)),
            ("municipalityAfter", new("Kommunens ledelse", "Leiinga i kommunen", "The municipality's management")),
        })
        {
            if (Length(step, input, words) is { } after)
            {
                yield return Told(who, after);
            }
        }
    }

    private static List<LocalizedText> Warnings(ActivityNode step, WaitForDeadline wait, FlowWords words)
    {
        var role = Text(step, "warnRole", words) is { } code ? words.Word(InputKind.Role, code) : FlowWords.Computed;

        if (step.FindInput("warnBefore") is not null)
        {
            return [.. InputCheck.WrittenTexts(step, "warnBefore").Where(static t => t != "none").Select(Words).OfType<LocalizedText>()
                .Select(l => new LocalizedText($"{role.Nb} varsles {l.Nb} før", $"{role.Nn} blir varsla {l.Nn} før", $"{role.En} is warned {l.En} before"))];
        }

        var key = step.LiteralText("deadline");
        var rule = wait.Vocabulary.Rules.Sets.Reverse().SelectMany(static s => s.Deadlines.Values).FirstOrDefault(r => r.Key == key);

        return [.. (rule?.Warnings ?? []).Select(w =>
        {
            var who = w.Kind == WarningKind.Escalate ? RoleNames.Of(Roles.OfficeLeader) : role;
            var length = new StepLength(Math.Abs(w.Offset), w.Unit).InWords();
            return w.Offset == 0 ? new LocalizedText($"{who.Nb} varsles på dagen", $"{who.Nn} blir varsla på dagen", $"{who.En} is warned on the day")
                : w.Offset < 0 ? new LocalizedText($"{who.Nb} varsles {length.Nb} før", $"{who.Nn} blir varsla {length.Nn} før", $"{who.En} is warned {length.En} before")
                : new LocalizedText($"{who.Nb} varsles {length.Nb} etter", $"{who.Nn} blir varsla {length.Nn} etter", $"{who.En} is warned {length.En} after");
        })];
    }

    private static LocalizedText Told(LocalizedText who, LocalizedText after) => after.Nb.StartsWith("0 ", StringComparison.Ordinal)
        ? new($"{who.Nb} varsles når fristen er ute", $"{who.Nn} blir varsla når fristen er ute", $"{who.En} is told when it is overdue")
        : new($"{who.Nb} varsles {after.Nb} etter fristen", $"{who.Nn} blir varsla {after.Nn} etter fristen", $"{who.En} is told {after.En} after it was due");

    /// <summary>A length in words; null when there is none or it is <c>none</c>.</summary>
    private static LocalizedText? Length(ActivityNode step, string input, FlowWords words, bool useDefault = true) =>
        FlowWords.IsComputed(step, input) ? FlowWords.Computed : Words(useDefault ? Text(step, input, words) : step.LiteralText(input));

    private static LocalizedText? Words(string? text) => text is { Length: > 0 } and not "none" ? StepLength.TryParse(text, out var length) ? length!.InWords() : new(text, text, text) : null;

    /// <summary>What a field says, or what it means when it is empty; null when an expression says it, or nothing.</summary>
    private static string? Text(ActivityNode step, string input, FlowWords words) =>
        FlowWords.IsComputed(step, input) ? null : step.LiteralText(input) is { Length: > 0 } text ? text : words.FindInput(step, input)?.Default;

    private static LocalizedText Add(LocalizedText text, LocalizedText? more, Func<LocalizedText, LocalizedText, LocalizedText> join) => more is null ? text : join(text, more);

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
