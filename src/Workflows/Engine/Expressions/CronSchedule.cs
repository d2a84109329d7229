using System.Globalization;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>
/// A cron schedule: minute, hour, day of month, month, day of week, with an optional field for seconds in front. Stands in for the Cronos library
/// that Elsa uses: the same fields, names, ranges, steps, <c>L</c>, <c>W</c>, <c>#</c> and <c>?</c>; times are UTC.
/// </summary>
internal sealed class CronSchedule
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly bool[] seconds;
    private readonly bool[] minutes;
    private readonly bool[] hours;
    private readonly bool[] months;
    private readonly Func<DateOnly, bool> isDay;

    private CronSchedule(string text)
    {
        var fields = Expand(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        if (fields.Length is not (5 or 6))
        {
            throw Invalid(text);
        }

        var first = fields.Length - 5;
        seconds = first == 1 ? Field(fields[0], 0, 59, []) : Only(0, 60);
        minutes = Field(fields[first], 0, 59, []);
        hours = Field(fields[first + 1], 0, 23, []);
        months = Field(fields[first + 3], 1, 12, Months);
        var dayOfMonth = DayOfMonth(fields[first + 2].ToUpperInvariant());
        var dayOfWeek = DayOfWeek(fields[first + 4].ToUpperInvariant());
        isDay = date => dayOfMonth(date) && dayOfWeek(date);
    }

    /// <summary>Reads a schedule.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static CronSchedule Parse(string text)
    {
        try
        {
            return new CronSchedule(text);
        }
        catch (Exception e) when (e is OverflowException or IndexOutOfRangeException or ArgumentException)
        {
            throw Invalid(text);
        }
    }

    /// <summary>The first instant of the schedule after the given one.</summary>
    /// <exception cref="FormatException">There is none, for instance on a 30 February.</exception>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        var from = after.UtcDateTime.AddTicks(-(after.UtcDateTime.Ticks % TimeSpan.TicksPerSecond)).AddSeconds(1);
        var date = DateOnly.FromDateTime(from);

        for (var i = 0; i < 366 * 50 && date < DateOnly.MaxValue; i++, date = date.AddDays(1))
        {
            if (months[date.Month] && isDay(date) && FirstTime(date == DateOnly.FromDateTime(from) ? from.TimeOfDay : TimeSpan.Zero) is { } time)
            {
                return new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue) + time, TimeSpan.Zero);
            }
        }

        throw new FormatException("The cron schedule never comes round.");
    }

    private TimeSpan? FirstTime(TimeSpan from)
    {
        for (var hour = from.Hours; hour < 24; hour++)
        {
            if (!hours[hour])
            {
                continue;
            }

            for (var minute = hour == from.Hours ? from.Minutes : 0; minute < 60; minute++)
            {
                if (!minutes[minute])
                {
                    continue;
                }

                for (var second = hour == from.Hours && minute == from.Minutes ? from.Seconds : 0; second < 60; second++)
                {
                    if (seconds[second])
                    {
                        return new TimeSpan(hour, minute, second);
                    }
                }
            }
        }

        return null;
    }

    private static string Expand(string text) => text.Trim().ToUpperInvariant() switch
    {
        "@YEARLY" or "@ANNUALLY" => "0 0 1 1 *",
        "@MONTHLY" => "0 0 1 * *",
        "@WEEKLY" => "0 0 * * 0",
        "@DAILY" or "@MIDNIGHT" => "0 0 * * *",
        "@HOURLY" => "0 * * * *",
        "@EVERY_MINUTE" => "* * * * *",
        "@EVERY_SECOND" => "* * * * * *",
        _ => text,
    };

    private static Func<DateOnly, bool> DayOfMonth(string field)
    {
        if (field is "L" or "LW" || field.StartsWith("L-", StringComparison.Ordinal))
        {
            var back = field.StartsWith("L-", StringComparison.Ordinal) ? Number(field[2..].TrimEnd('W'), []) : 0;
            var isWorkday = field.EndsWith('W');

            return date => date.Day == Nearest(date, DateTime.DaysInMonth(date.Year, date.Month) - back, isWorkday);
        }

        if (field.EndsWith('W'))
        {
            var day = Number(field[..^1], []);

            return date => day <= DateTime.DaysInMonth(date.Year, date.Month) && date.Day == Nearest(date, day, true);
        }

        var days = Field(field, 1, 31, []);

        return date => days[date.Day];
    }

    /// <summary>The workday nearest to a day, in the same month.</summary>
    private static int Nearest(DateOnly month, int day, bool isWorkday)
    {
        if (!isWorkday)
        {
            return day;
        }

        var last = DateTime.DaysInMonth(month.Year, month.Month);

        return new DateOnly(month.Year, month.Month, day).DayOfWeek switch
        {
            System.DayOfWeek.Saturday => day == 1 ? 3 : day - 1,
            System.DayOfWeek.Sunday => day == last ? day - 2 : day + 1,
            _ => day,
        };
    }

    private static Func<DateOnly, bool> DayOfWeek(string field)
    {
        var hash = field.IndexOf('#', StringComparison.Ordinal);

        if (hash > 0)
        {
            var day = Number(field[..hash], Days) % 7;
            var nth = Number(field[(hash + 1)..], []);

            return date => (int)date.DayOfWeek == day && ((date.Day - 1) / 7) + 1 == nth;
        }

        if (field.Length > 1 && field.EndsWith('L'))
        {
            var day = Number(field[..^1], Days) % 7;

            return date => (int)date.DayOfWeek == day && date.Day + 7 > DateTime.DaysInMonth(date.Year, date.Month);
        }

        var days = Field(field, 0, 7, Days);
        days[0] |= days[7];

        return date => days[(int)date.DayOfWeek];
    }

    private static bool[] Field(string field, int from, int to, string[] names)
    {
        var result = new bool[to + 1];

        foreach (var part in field.ToUpperInvariant().Split(','))
        {
            var slash = part.IndexOf('/', StringComparison.Ordinal);
            var range = slash < 0 ? part : part[..slash];
            var step = slash < 0 ? 1 : Number(part[(slash + 1)..], []);
            var dash = range.IndexOf('-', StringComparison.Ordinal);
            var (low, high) = range is "*" or "?" ? (from, from == 0 && to == 7 ? 6 : to)
                : dash > 0 ? (Number(range[..dash], names), Number(range[(dash + 1)..], names))
                : (Number(range, names), slash < 0 ? Number(range, names) : to);

            if (step < 1 || low < from || high > to)
            {
                throw Invalid(field);
            }

            for (var i = low; i <= (high < low ? high + to - from + 1 : high); i += step)
            {
                result[i > to ? i - (to - from + 1) : i] = true;
            }
        }

        return result;
    }

    private static int Number(string text, string[] names)
    {
        var named = Array.IndexOf(names, text);

        return named >= 0 ? named + (names == Months ? 1 : 0)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Invalid(text);
    }

    private static bool[] Only(int index, int length)
    {
        var result = new bool[length];
        result[index] = true;

        return result;
    }

    private static FormatException Invalid(string text) => new($"'{text}' is no cron schedule.");
}
