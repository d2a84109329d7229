using System.Globalization;
using System.Text.RegularExpressions;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Activities;

/// <summary>
/// A length of time as drawings write it: <c>10 arbeidsdager</c>, <c>2 uker</c>, <c>1 måned</c> also <c>to uker</c>, in any of the three languages, or <c>P14D</c>, <c>P2W</c>,
/// <c>P6M</c>, <c>P1Y</c>. Counts Norwegian dates; the day it is counted from is not included.
/// </summary>
/// <param name="Amount">How many; 0 means the same day.</param>
/// <param name="Unit">Of what.</param>
public sealed partial record StepLength(int Amount, PeriodUnit Unit)
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = 1, ["én"] = 1, ["et"] = 1, ["ett"] = 1, ["ei"] = 1, ["éi"] = 1, ["ein"] = 1, ["éin"] = 1, ["eit"] = 1, ["eitt"] = 1, ["a"] = 1, ["one"] = 1,
        ["to"] = 2, ["two"] = 2, ["tre"] = 3, ["three"] = 3, ["fire"] = 4, ["four"] = 4, ["fem"] = 5, ["five"] = 5, ["seks"] = 6, ["six"] = 6,
        ["sju"] = 7, ["syv"] = 7, ["seven"] = 7, ["åtte"] = 8, ["eight"] = 8, ["ni"] = 9, ["nine"] = 9, ["ti"] = 10, ["ten"] = 10,
    };

    private static readonly string[] NoneWords = ["none", "ingen", "aldri", "never"];

    /// <summary>Whether a text says that there is no length: no reminder, no escalation.</summary>
    /// <param name="text">What the drawing says.</param>
    public static bool IsNone(string? text) => NoneWords.Contains(text?.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a length; null when the text is empty.</summary>
    /// <param name="text">What the drawing says.</param>
    /// <exception cref="FormatException">The text is no length.</exception>
    public static StepLength? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return TryParse(text, out var length) ? length : throw new FormatException($"'{text}' is no length; write for instance 10 arbeidsdager, 2 uker, P14D or P6M.");
    }

    /// <summary>Reads a length.</summary>
    /// <param name="text">What the drawing says.</param>
    /// <param name="length">The length; null when the answer is false.</param>
    /// <returns>Whether the text is a length.</returns>
    public static bool TryParse(string text, out StepLength? length)
    {
        length = null;
        var match = Pattern().Match(text.Trim());
        if (!match.Success || AmountOf(match.Groups["amount"].Value) is not { } amount)
        {
            return false;
        }

        length = new StepLength(amount, match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "d" or "dag" or "dager" or "dagar" or "døgn" or "day" or "days" => PeriodUnit.Day,
            "w" or "uke" or "uker" or "veke" or "veker" or "week" or "weeks" => PeriodUnit.Week,
            "m" or "måned" or "måneder" or "månad" or "månader" or "month" or "months" => PeriodUnit.Month,
            "y" or "år" or "year" or "years" => PeriodUnit.Year,
            _ => PeriodUnit.WorkingDay,
        });
        return true;
    }

    private static int? AmountOf(string text) =>
        Numbers.TryGetValue(text, out var number) || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null;

    /// <summary>The date that lies this length after another.</summary>
    /// <param name="date">The date counted from.</param>
    public DateOnly After(DateOnly date) => DeadlineCalendar.RawEnd(date, Amount, Unit);

    /// <summary>The date that lies this length before another.</summary>
    /// <param name="date">The date counted back from.</param>
    public DateOnly Before(DateOnly date) => DeadlineCalendar.RawEnd(date, -Amount, Unit);

    /// <summary>The length as people read it.</summary>
    public LocalizedText InWords() => Unit switch
    {
        PeriodUnit.Week => Words("uke", "uker", "veke", "veker", "week"),
        PeriodUnit.Month => Words("måned", "måneder", "månad", "månader", "month"),
        PeriodUnit.Year => Words("år", "år", "år", "år", "year"),
        PeriodUnit.WorkingDay => Words("arbeidsdag", "arbeidsdager", "arbeidsdag", "arbeidsdagar", "working day"),
        _ => Words("dag", "dager", "dag", "dagar", "day"),
    };

    /// <summary>The length as drawings write it.</summary>
    public override string ToString() => Unit == PeriodUnit.WorkingDay
        ? string.Create(CultureInfo.InvariantCulture, $"{Amount} arbeidsdager")
        : string.Create(CultureInfo.InvariantCulture, $"P{Amount}{Unit.ToString()[0]}");

    private LocalizedText Words(string nbOne, string nbMany, string nnOne, string nnMany, string enOne) => new(
        string.Create(CultureInfo.InvariantCulture, $"{Amount} {(Amount == 1 ? nbOne : nbMany)}"),
        string.Create(CultureInfo.InvariantCulture, $"{Amount} {(Amount == 1 ? nnOne : nnMany)}"),
        string.Create(CultureInfo.InvariantCulture, $"{Amount} {enOne}{(Amount == 1 ? "" : "s")}"));

    [GeneratedRegex(
        @"^(?:P(?<amount>\d{1,4})(?<unit>[DWMY])|(?<amount>\d{1,4}|\p{L}+)\s*(?<unit>(?:arbeids|virke|yrke)dag(?:er|ar)?|working days?|dag(?:er|ar)?|døgn|days?|uker?|veker?|weeks?|måned(?:er)?|månad(?:er)?|months?|år|years?))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Pattern();
}
