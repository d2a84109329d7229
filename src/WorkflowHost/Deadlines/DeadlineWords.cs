using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Deadlines;

/// <summary>What a deadline is called, how it stands, and how it was counted, in words (D-25).</summary>
internal static class DeadlineWords
{
    private const int SoonDays = 3;

    /// <summary>The days that move a deadline, by the names that the calendar gives.</summary>
    private static readonly Dictionary<string, LocalizedText> Days = new(StringComparer.Ordinal)
    {
        ["Saturday"] = new("lørdag", "laurdag", "Saturday"),
        ["Sunday"] = new("søndag", "søndag", "Sunday"),
        ["Maundy Thursday"] = new("skjærtorsdag", "skjærtorsdag", "Maundy Thursday"),
        ["Good Friday"] = new("langfredag", "langfredag", "Good Friday"),
        ["Easter Sunday"] = new("første påskedag", "første påskedag", "Easter Sunday"),
        ["Easter Monday"] = new("andre påskedag", "andre påskedag", "Easter Monday"),
        ["Ascension Day"] = new("Kristi himmelfartsdag", "Kristi himmelfartsdag", "Ascension Day"),
        ["Whit Sunday"] = new("første pinsedag", "første pinsedag", "Whit Sunday"),
        ["Whit Monday"] = new("andre pinsedag", "andre pinsedag", "Whit Monday"),
        ["New Year's Day"] = new("første nyttårsdag", "første nyttårsdag", "New Year's Day"),
        ["Labour Day"] = new("1. mai", "1. mai", "Labour Day"),
        ["Constitution Day"] = new("17. mai", "17. mai", "Constitution Day"),
        ["Christmas Day"] = new("første juledag", "første juledag", "Christmas Day"),
        ["Boxing Day"] = new("andre juledag", "andre juledag", "Boxing Day"),
    };

    /// <summary>Where on the page of deadlines it stands.</summary>
    public static string Anchor(DeadlineView deadline) => $"deadline-{deadline.DeadlineId}";

    /// <summary>What it is called.</summary>
    public static LocalizedText Name(DeadlineView deadline) => RuleOf(deadline).Name;

    /// <summary>What a deadline of a key is called in a rule set; the key when neither is known any more.</summary>
    public static LocalizedText NameOf(string key, string? ruleSet) =>
        RuleBook.Embedded.Sets.Where(s => ruleSet is null || s.Key == ruleSet).Select(s => s.Deadlines.GetValueOrDefault(key)?.Name).FirstOrDefault(static n => n is not null) ?? new(key, key, key);

    /// <summary>How many days are left, or that it has ended and how.</summary>
    public static LocalizedText Left(DeadlineView deadline, DateOnly today) => (deadline.State, deadline.EffectiveOn.DayNumber - today.DayNumber) switch
    {
        (DeadlineState.Met, _) => new("Holdt", "Halden", "Met"),
        (DeadlineState.Stopped, _) => new("Gjelder ikke lenger", "Gjeld ikkje lenger", "No longer applies"),
        (_, < 0) when deadline.Owner == DeadlineOwner.Person => new("Gått ut", "Gått ut", "Expired"),
        (DeadlineState.Missed, _) => new("Ikke holdt", "Ikkje halden", "Missed"),
        (_, 0) => new("I dag", "I dag", "Today"),
        (_, 1) => new("1 dag igjen", "1 dag att", "1 day left"),
        (_, > 1 and var left) => Messages.Format(new("{0} dager igjen", "{0} dagar att", "{0} days left"), left),
        (_, -1) => new("1 dag over fristen", "1 dag over fristen", "1 day overdue"),
        (_, var over) => Messages.Format(new("{0} dager over fristen", "{0} dagar over fristen", "{0} days overdue"), -over),
    };

    /// <summary>Colour of the tag with those words.</summary>
    public static string Color(DeadlineView deadline, DateOnly today) => deadline.State switch
    {
        DeadlineState.Met => "success",
        DeadlineState.Stopped => "neutral",
        _ when deadline.Owner == DeadlineOwner.Person && deadline.EffectiveOn < today => "neutral",
        DeadlineState.Missed => "danger",
        _ when deadline.EffectiveOn < today => "danger",
        _ when deadline.EffectiveOn.DayNumber - today.DayNumber <= SoonDays => "warning",
        _ => "info",
    };

    /// <summary>What started it, as the middle of a sentence: <c>da henvendelsen kom</c>.</summary>
    public static LocalizedText Started(DeadlineView deadline) => deadline.StartEvent switch
    {
        "request-received" => new("da henvendelsen kom", "då førespurnaden kom", "when the request came"),
        "preliminary-reply-sent" => new("da det foreløpige svaret ble sendt", "då det førebelse svaret vart sendt", "when the preliminary reply was sent"),
        "notice-arrived" => new("da underretningen om vedtaket kom fram", "då meldinga om vedtaket kom fram", "when the notice of the decision arrived"),
        "knowledge-gained" => new("da personen fikk vite nok til å klage", "då personen fekk vite nok til å klage", "when the person knew enough to complain"),
        "decision-made" => new("da vedtaket ble fattet", "då vedtaket vart fatta", "when the decision was made"),
        "correction-asked-for" => new("da vi ba om at klagen ble rettet", "då vi bad om at klaga vart retta", "when we asked for the appeal to be put right"),
        "appeal-received" => new("da klagen kom", "då klaga kom", "when the appeal came"),
        "appeal-forwarded" => new("da klagen ble sendt til klageinstansen", "då klaga vart send til klageinstansen", "when the appeal was forwarded"),
        "plan-revision-scheduled" => new("da neste revisjon ble planlagt", "då neste revisjon vart planlagd", "when the next revision was planned"),
        "plan-approved" => new("da planen ble godkjent", "då planen vart godkjend", "when the plan was approved"),
        "consent-given" => new("da samtykket ble gitt", "då samtykket vart gjeve", "when the consent was given"),
        "advance-notice-sent" => new("da forhåndsvarselet ble sendt", "då førehandsvarselet vart sendt", "when the advance notice was sent"),
        _ => new("da saken kom til dette steget", "då saka kom til dette steget", "when the case came to this step"),
    };

    /// <summary>How long the rule says: <c>én måned</c>; null when someone has named the date.</summary>
    public static LocalizedText? Length(DeadlineView deadline)
    {
        var rule = RuleOf(deadline);
        return rule.Amount is not { } amount ? null : (rule.Unit, amount) switch
        {
            (PeriodUnit.Day, 1) => new("én dag", "éin dag", "one day"),
            (PeriodUnit.WorkingDay, 1) => new("én virkedag", "éin verkedag", "one working day"),
            (PeriodUnit.Week, 1) => new("én uke", "éi veke", "one week"),
            (PeriodUnit.Month, 1) => new("én måned", "éin månad", "one month"),
            (PeriodUnit.Year, 1) => new("ett år", "eitt år", "one year"),
            (PeriodUnit.Day, _) => Messages.Format(new("{0} dager", "{0} dagar", "{0} days"), amount),
            (PeriodUnit.WorkingDay, _) => Messages.Format(new("{0} virkedager", "{0} verkedagar", "{0} working days"), amount),
            (PeriodUnit.Week, _) => Messages.Format(new("{0} uker", "{0} veker", "{0} weeks"), amount),
            (PeriodUnit.Month, _) => Messages.Format(new("{0} måneder", "{0} månader", "{0} months"), amount),
            _ => Messages.Format(new("{0} år", "{0} år", "{0} years"), amount),
        };
    }

    /// <summary>The days because of which it moved, such as <c>skjærtorsdag, langfredag og lørdag</c>; null when it did not move.</summary>
    public static string? Moved(DeadlineView deadline, string language)
    {
        if (deadline.RolledBecause is not { Length: > 0 } because)
        {
            return null;
        }

        var names = because.Split(", ").Select(day => string.Join('/', day.Split('/').Select(one => Days.GetValueOrDefault(one)?.In(language) ?? one))).ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} {new LocalizedText("og", "og", "and").In(language)} {names[^1]}";
    }

    /// <summary>One sentence or two: when it began, by what, how long it is, where it ends, and why it moved.</summary>
    public static string Explain(DeadlineView deadline, string language)
    {
        string Date(DateOnly date) => Dates.Show(date, language);
        string T(string nb, string nn, string en) => new LocalizedText(nb, nn, en).In(language);
        var started = Started(deadline).In(language);
        var counted = Length(deadline) is { } length
            ? T($"Begynte {Date(deadline.StartedOn)}, {started}, og varer {length.Nb}.", $"Tok til {Date(deadline.StartedOn)}, {started}, og varer {length.Nn}.", $"It began on {Date(deadline.StartedOn)}, {started}, and lasts {length.En}.")
            : T($"Begynte {Date(deadline.StartedOn)}, {started}. Datoen er satt i saken.", $"Tok til {Date(deadline.StartedOn)}, {started}. Datoen er sett i saka.", $"It began on {Date(deadline.StartedOn)}, {started}. The date was set in the case.");
        var moved = Moved(deadline, language) is { } days
            ? " " + T($"Den ville ha gått ut {Date(deadline.RawOn)}, men er flyttet til {Date(deadline.EffectiveOn)} på grunn av {days}.", $"Han ville ha gått ut {Date(deadline.RawOn)}, men er flytta til {Date(deadline.EffectiveOn)} på grunn av {days}.", $"It would have ended on {Date(deadline.RawOn)}, but moved to {Date(deadline.EffectiveOn)} because of {days}.")
            : "";
        var actBy = deadline.ActByOn < deadline.EffectiveOn
            ? " " + T($"Siste dag er ikke en virkedag, så svar innen {Date(deadline.ActByOn)}.", $"Siste dag er ikkje ein verkedag, så svar innan {Date(deadline.ActByOn)}.", $"Its last day is no working day, so act by {Date(deadline.ActByOn)}.")
            : "";
        return counted + moved + actBy;
    }

    /// <summary>Who must keep it.</summary>
    public static LocalizedText Owner(DeadlineView deadline) => deadline.Owner switch
    {
        DeadlineOwner.Person => new("Personen", "Personen", "The person"),
        DeadlineOwner.Coordinator => new("Koordinatoren", "Koordinatoren", "The coordinator"),
        DeadlineOwner.AppealBody => new("Klageinstansen", "Klageinstansen", "The appeal body"),
        _ => new("Kontoret", "Kontoret", "The office"),
    };

    /// <summary>Why it binds.</summary>
    public static LocalizedText Basis(DeadlineView deadline) => deadline.Basis == DeadlineBasis.Statutory
        ? new("Loven", "Lova", "The law")
        : new("Kommunens eget løfte", "Kommunen sin eigen lovnad", "The municipality's own promise");

    /// <summary>The statutes behind the rule, in words; empty when none are named.</summary>
    public static IReadOnlyList<LocalizedText> Law(DeadlineView deadline)
    {
        var set = RuleBook.Embedded.Get(deadline.RuleSet);
        return [.. RuleOf(deadline).LegalReferences.Select(key => set.LegalReferences.GetValueOrDefault(key)).OfType<LocalizedText>()];
    }

    public static LocalizedText RuleSet(DeadlineView deadline) => RuleBook.Embedded.Get(deadline.RuleSet).Name;

    private static DeadlineRule RuleOf(DeadlineView deadline) => RuleBook.Embedded.Get(deadline.RuleSet).Deadline(deadline.Key);
}
