using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Checks of times that a drawing states literally.</summary>
internal static class TimeChecks
{
    public static IEnumerable<LocalizedText> Span(ActivityNode node, string input) => Check(
        node,
        input,
        static text => TimeValues.ToSpan(text, DateTimeOffset.UnixEpoch),
        new(
            "som ikke er en tid. Skriv for eksempel 01:00:00 for én time, eller 3.00:00:00 for tre døgn.",
            "som ikkje er ei tid. Skriv til dømes 01:00:00 for éin time, eller 3.00:00:00 for tre døgn.",
            "which is no length of time. Write for instance 01:00:00 for an hour, or 3.00:00:00 for three days."));

    public static IEnumerable<LocalizedText> Instant(ActivityNode node, string input) => Check(
        node,
        input,
        static text => TimeValues.ToInstant(text),
        new(
            "som ikke er et tidspunkt. Skriv for eksempel 2027-01-04T08:00:00+01:00.",
            "som ikkje er eit tidspunkt. Skriv til dømes 2027-01-04T08:00:00+01:00.",
            "which is no point in time. Write for instance 2027-01-04T08:00:00+01:00."));

    public static IEnumerable<LocalizedText> Schedule(ActivityNode node, string input) => node.LiteralText(input) is null ? [] : Check(
        node,
        input,
        static text => CronSchedule.Parse(text ?? ""),
        new(
            "som ikke er en tidsplan. Skriv for eksempel 0 7 * * 1 for hver mandag klokka 7 (UTC).",
            "som ikkje er ein tidsplan. Skriv til dømes 0 7 * * 1 for kvar måndag klokka 7 (UTC).",
            "which is no schedule. Write for instance 0 7 * * 1 for every Monday at 7 (UTC)."));

    private static IEnumerable<LocalizedText> Check(ActivityNode node, string input, Action<string?> read, LocalizedText advice)
    {
        var text = node.LiteralText(input);

        try
        {
            read(text);

            return [];
        }
        catch (FormatException)
        {
            var field = Sentences.Field(ElsaWords.Input(node.Type, input));
            return [new($"{field.Nb} har verdien «{text}», {advice.Nb}", $"{field.Nn} har verdien «{text}», {advice.Nn}", $"{field.En} has the value “{text}”, {advice.En}")];
        }
    }
}
