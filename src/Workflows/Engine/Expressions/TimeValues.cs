using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace IndividualPlan.Workflows.Engine.Expressions;

/// <summary>Lengths of time and instants as flows write them.</summary>
internal static class TimeValues
{
    /// <summary>Reads <c>d.hh:mm:ss</c> (a bare number is days, as in .NET) or ISO 8601; years and months are counted in the calendar from <paramref name="from"/>.</summary>
    /// <exception cref="FormatException">Neither.</exception>
    public static TimeSpan? ToSpan(JsonNode? value, DateTimeOffset from)
    {
        switch (value?.GetValueKind())
        {
            case null or JsonValueKind.Null or JsonValueKind.Undefined:
                return null;
            case JsonValueKind.String:
                var text = value.GetValue<string>().Trim();
                return text.Length == 0 ? null : Parse(text, from);
            default:
                throw new FormatException($"'{ExpressionValues.ToText(value)}' is no length of time; write d.hh:mm:ss or P1M.");
        }
    }

    public static DateTimeOffset? ToInstant(JsonNode? value)
    {
        var text = ExpressionValues.ToText(value)?.Trim();

        return string.IsNullOrEmpty(text) ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime()
            : throw new FormatException($"'{text}' is no instant; write 2026-01-31T08:00:00Z.");
    }

    public static TimeSpan Parse(string text, DateTimeOffset from)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span))
        {
            return span;
        }

        if (text.StartsWith('P') || text.StartsWith("-P", StringComparison.Ordinal))
        {
            return ParseIso(text, from);
        }

        throw new FormatException($"'{text}' is no length of time; write d.hh:mm:ss or P1M.");
    }

    private static TimeSpan ParseIso(string text, DateTimeOffset from)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var date = time < 0 ? text : text[..time];
        var years = 0;
        var months = 0;
        var weeks = 0;
        var rest = "P";
        var number = "";

        foreach (var c in date.AsSpan(date.IndexOf('P', StringComparison.Ordinal) + 1))
        {
            if (char.IsAsciiDigit(c))
            {
                number += c;
                continue;
            }

            var amount = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : throw Invalid(text);
            number = "";

            switch (c)
            {
                case 'Y':
                    years = amount;
                    break;
                case 'M':
                    months = amount;
                    break;
                case 'W':
                    weeks = amount;
                    break;
                case 'D':
                    rest += amount.ToString(CultureInfo.InvariantCulture) + "D";
                    break;
                default:
                    throw Invalid(text);
            }
        }

        if (number.Length > 0)
        {
            throw Invalid(text);
        }

        try
        {
            rest += time < 0 ? "" : text[time..];
            var fixedPart = rest == "P" ? TimeSpan.Zero : XmlConvert.ToTimeSpan(rest);
            var total = from.AddYears(years).AddMonths(months).AddDays(7 * weeks).Add(fixedPart) - from;

            return text[0] == '-' ? -total : total;
        }
        catch (FormatException)
        {
            throw Invalid(text);
        }
    }

    private static FormatException Invalid(string text) => new($"'{text}' is no length of time; write d.hh:mm:ss or P1M.");
}
