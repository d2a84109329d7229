using System.Globalization;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>Dates as letters write them: «5. mars 2027», “5 March 2027”.</summary>
internal static class LetterDates
{
    private static readonly string[] Norwegian =
        ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];

    private static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The date in the language; text that is no ISO date is given back as it is.</summary>
    public static string Write(string text, string? language) =>
        text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Write(date, language)
            : text;

    public static string Write(DateOnly date, string? language)
    {
        var day = date.Day.ToString(CultureInfo.InvariantCulture);
        var year = date.Year.ToString(CultureInfo.InvariantCulture);
        return language == "en" ? $"{day} {English[date.Month - 1]} {year}" : $"{day}. {Norwegian[date.Month - 1]} {year}";
    }
}
