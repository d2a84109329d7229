using IndividualPlan.WorkflowHost.Platform;
using System.Globalization;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Components;

/// <summary>Dates and times as people read and type them. Instants are shown in Norwegian local time.</summary>
internal static class Dates
{
    private static readonly string[] Typed = ["yyyy-MM-dd", "d.M.yyyy", "d.M.yy", "ddMMyyyy", "d/M/yyyy", "d. M. yyyy"];

    private static readonly CultureInfo Norwegian = CultureInfo.InvariantCulture;

    /// <summary><c>31.01.2027</c>; in English <c>31 Jan 2027</c>.</summary>
    public static string Show(DateOnly date, string language) => date.ToString(language == "en" ? "d MMM yyyy" : "dd.MM.yyyy", Norwegian);

    /// <summary>The date of an instant.</summary>
    public static string Show(DateTimeOffset at, string language) => Show(DateOnly.FromDateTime(Local(at)), language);

    /// <summary><c>31.01.2027 kl. 09.30</c>; in English <c>31 Jan 2027 09:30</c>.</summary>
    public static string ShowWithTime(DateTimeOffset at, string language) => language == "en"
        ? $"{Show(at, language)} {Local(at).ToString("HH:mm", Norwegian)}"
        : $"{Show(at, language)} kl. {Time(at, language)}";

    /// <summary><c>09.30</c>; in English <c>09:30</c>.</summary>
    public static string Time(DateTimeOffset at, string language) => Local(at).ToString(language == "en" ? "HH:mm" : "HH.mm", Norwegian);

    /// <summary>As a date field takes it.</summary>
    public static string? ForField(DateOnly? date) => date?.ToString("yyyy-MM-dd", Norwegian);

    /// <summary>Reads a date as a browser sends it or as people type it: <c>2027-01-31</c>, <c>31.1.2027</c>, <c>31012027</c>. Empty is no date.</summary>
    public static bool TryRead(string? text, out DateOnly date) => DateOnly.TryParseExact(text?.Trim(), Typed, Norwegian, DateTimeStyles.None, out date);

    /// <summary>Reads what was typed in a field. Empty is no date and no error.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="errors">Takes the message when it is no date.</param>
    /// <param name="notADate">The message.</param>
    public static DateOnly? Read(string? text, string field, FieldErrors errors, LocalizedText notADate)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (TryRead(text, out var date))
        {
            return date;
        }

        errors.Add(field, notADate);
        return null;
    }

    private static DateTime Local(DateTimeOffset at)
    {
        var local = NorwegianTime.LocalOf(at);
        return new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, local.Second);
    }
}
