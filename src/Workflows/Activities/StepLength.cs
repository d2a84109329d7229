using System.Globalization;
using System.Text.RegularExpressions;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A length of time as drawings write it: <c>P14D</c>, <c>P2W</c>, <c>P6M</c>, <c>P1Y</c>, or <c>10 arbeidsdager</c>. Counts Norwegian dates; the day it is counted from is not included.</summary>
/// <param name="Amount">How many; 0 means the same day.</param>
/// <param name="Unit">Of what.</param>
public sealed partial record StepLength(int Amount, PeriodUnit Unit)
{
    /// <summary>Reads a length; null when the text is empty.</summary>
    /// <param name="text">What the drawing says.</param>
    /// <exception cref="FormatException">The text is no length.</exception>
    public static StepLength? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return TryParse(text, out var length) ? length : throw new FormatException($"'{text}' is no length; write for instance P14D, P2W, P6M or 10 arbeidsdager.");
    }

    /// <summary>Reads a length.</summary>
    /// <param name="text">What the drawing says.</param>
    /// <param name="length">The length; null when the answer is false.</param>
    /// <returns>Whether the text is a length.</returns>
    public static bool TryParse(string text, out StepLength? length)
    {
        length = null;
        var match = Pattern().Match(text.Trim());
        if (!match.Success || !int.TryParse(match.Groups["amount"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            return false;
        }

        length = new StepLength(amount, match.Groups["unit"].Value switch
        {
            "W" => PeriodUnit.Week,
            "M" => PeriodUnit.Month,
            "Y" => PeriodUnit.Year,
            "D" => PeriodUnit.Day,
            _ => PeriodUnit.WorkingDay,
        });
        return true;
    }

    /// <summary>The date that lies this length after another.</summary>
    /// <param name="date">The date counted from.</param>
    public DateOnly After(DateOnly date) => DeadlineCalendar.RawEnd(date, Amount, Unit);

    /// <summary>The date that lies this length before another.</summary>
    /// <param name="date">The date counted back from.</param>
    public DateOnly Before(DateOnly date) => DeadlineCalendar.RawEnd(date, -Amount, Unit);

    /// <summary>The length as drawings write it.</summary>
    public override string ToString() => Unit == PeriodUnit.WorkingDay
        ? string.Create(CultureInfo.InvariantCulture, $"{Amount} arbeidsdager")
        : string.Create(CultureInfo.InvariantCulture, $"P{Amount}{Unit.ToString()[0]}");

    [GeneratedRegex(@"^(?:P(?<amount>\d{1,4})(?<unit>[DWMY])|(?<amount>\d{1,4})\s*(?<unit>arbeidsdag(?:er|ar)?|working days?))$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
