using System.Globalization;
using System.Text.RegularExpressions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A length of time to the second, as Elsa writes it (<c>14.00:00:00</c>) and as people do (<c>14 dager og 2 timer</c>).</summary>
internal static partial class SpanText
{
    /// <summary>The span in words; null when the text is no span.</summary>
    public static LocalizedText? InWords(string written) => TimeSpan.TryParse(written, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero ? InWords(span) : null;

    public static LocalizedText InWords(TimeSpan span)
    {
        var parts = new List<LocalizedText>();
        Add(span.Days, new("dag", "dag", "day"), new("dager", "dagar", "days"));
        Add(span.Hours, new("time", "time", "hour"), new("timer", "timar", "hours"));
        Add(span.Minutes, new("minutt", "minutt", "minute"), new("minutter", "minutt", "minutes"));

        if (parts.Count == 0 || span.Seconds > 0)
        {
            Add(span.Seconds, new("sekund", "sekund", "second"), new("sekunder", "sekund", "seconds"), evenNone: true);
        }

        return FlowWords.Join(parts);

        void Add(int count, LocalizedText one, LocalizedText many, bool evenNone = false)
        {
            if (count != 0 || evenNone)
            {
                var unit = count == 1 ? one : many;
                parts.Add(new($"{count} {unit.Nb}", $"{count} {unit.Nn}", $"{count} {unit.En}"));
            }
        }
    }

    /// <summary>Reads a span, in either form; null when the text is none.</summary>
    public static TimeSpan? Read(string text)
    {
        if (TimeSpan.TryParseExact(text.Trim(), "c", CultureInfo.InvariantCulture, out var exact))
        {
            return exact < TimeSpan.Zero ? null : exact;
        }

        if (!Whole().IsMatch(text))
        {
            return null;
        }

        var sum = TimeSpan.Zero;

        foreach (Match part in Part().Matches(text))
        {
            var count = int.Parse(part.Groups["count"].Value, CultureInfo.InvariantCulture);
            sum += part.Groups["unit"].Value.ToLowerInvariant()[0] switch
            {
                'u' or 'v' or 'w' => TimeSpan.FromDays(7 * count),
                'd' => TimeSpan.FromDays(count),
                't' or 'h' => TimeSpan.FromHours(count),
                'm' => TimeSpan.FromMinutes(count),
                _ => TimeSpan.FromSeconds(count),
            };
        }

        return sum;
    }

    [GeneratedRegex(@"(?<count>\d{1,5})\s*(?<unit>uker?|veker?|weeks?|dag(?:er|ar)?|døgn|days?|time[rn]?|timar|hours?|minutt(?:er)?|minutes?|sekund(?:er)?|seconds?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"^\s*(?:\d{1,5}\s*(?:uker?|veker?|weeks?|dag(?:er|ar)?|døgn|days?|time[rn]?|timar|hours?|minutt(?:er)?|minutes?|sekund(?:er)?|seconds?)(?:\s*,\s*|\s+og\s+|\s+and\s+|\s+|$))+\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whole();
}
