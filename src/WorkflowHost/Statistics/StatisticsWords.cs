using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Office;

namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>Words that several reports share.</summary>
internal static class StatisticsWords
{
    public static readonly LocalizedText Title = new("Statistikk", "Statistikk", "Statistics");

    public static readonly LocalizedText Unit = new("Enhet", "Eining", "Unit");

    public static readonly LocalizedText Service = new("Tjeneste", "Teneste", "Service");

    public static readonly LocalizedText Total = new("I alt", "I alt", "In all");

    public static readonly LocalizedText Median = new("Halvparten innen, dager", "Halvparten innan, dagar", "Half within, days");

    public static readonly LocalizedText NinetiethPercentile = new("9 av 10 innen, dager", "9 av 10 innan, dagar", "9 of 10 within, days");

    public static readonly LocalizedText Reached = new("Kom minst hit", "Kom minst hit", "Came at least here");

    public static readonly LocalizedText Few = new("færre enn 5", "færre enn 5", "fewer than 5");

    public static readonly LocalizedText Protects = new("skjult", "skjult", "hidden");

    public static LocalizedText NameOfUnit(string code) => code.Length == 0 ? new("Ingen enhet ennå", "Inga eining enno", "No unit yet") : RoleNames.Service(code);

    public static LocalizedText NameOfService(string code) => code.Length == 0 ? new("Ikke oppgitt", "Ikkje oppgjeve", "Not given") : RoleNames.Service(code);

    public static LocalizedText NameOfTrack(string key) => OfficeWords.Track(key);
}
