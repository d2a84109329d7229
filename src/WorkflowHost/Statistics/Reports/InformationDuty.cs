using IndividualPlan.WorkflowHost.Persistence;

namespace IndividualPlan.WorkflowHost.Statistics.Reports;

/// <summary>R-3: whether those who may be entitled were told of it, and how soon (L-16, L-19).</summary>
internal sealed class InformationDuty : Report
{
    /// <summary>Information within so many days counts as soon.</summary>
    public const int SoonDays = 30;

    public override string Number => "R-3";

    public override string Slug => "information";

    public override LocalizedText Name => new("Informasjon om retten til plan", "Informasjon om retten til plan", "Information about the right to a plan");

    public override LocalizedText Explanation => new(
        $"Personer som ble registrert i perioden, og om det er dokumentert at de fikk informasjon om individuell plan innen {SoonDays} dager.",
        $"Personar som vart registrerte i perioden, og om det er dokumentert at dei fekk informasjon om individuell plan innan {SoonDays} dagar.",
        $"Persons who were registered in the period, and whether it is documented that they were informed about individual plan within {SoonDays} days.");

    public override IReadOnlyList<TableShape> Tables { get; } =
    [
        new("informed", new("Er det informert?", "Er det informert?", "Was information given?"), StatisticsWords.Unit,
            [
                new("soon", new($"Innen {SoonDays} dager", $"Innan {SoonDays} dagar", $"Within {SoonDays} days"), BarColor.Good),
                new("late", new("Senere", "Seinare", "Later"), BarColor.Watch),
                new("asked", new("Ba selv om plan", "Bad sjølv om plan", "Asked for a plan themselves"), BarColor.Plain),
                new("none", new("Ikke dokumentert", "Ikkje dokumentert", "Not documented"), BarColor.Bad),
            ],
            StatisticsWords.NameOfUnit)
        {
            ShareOf = "soon",
            Days = new("Dager til informasjon", "Dagar til informasjon", "Days until information"),
            DaysOf = ["soon", "late"],
        },
    ];

    public override Task<IReadOnlyList<Figure>> CountAsync(ReportScope s, CancellationToken cancellationToken) => s.Cases
        .Where(c => c.MergedIntoCaseId == null && c.OpenedAt >= s.BeginsAt && c.OpenedAt < s.EndsAt)
        .Select(c => new { Case = c, InformedAt = s.Db.InformationRecords.Where(i => i.CaseId == c.Id && i.GivenAt < s.EndsAt).Min(i => (DateTimeOffset?)i.GivenAt) })
        .Select(x => new Counted<string?, string>
        {
            Unit = x.Case.Unit,
            Track = x.Case.Track,
            Quarter = x.Case.OpenedAt < s.SecondQuarterAt ? 1 : x.Case.OpenedAt < s.ThirdQuarterAt ? 2 : x.Case.OpenedAt < s.FourthQuarterAt ? 3 : 4,
            Row = x.Case.Unit,
            Column = x.InformedAt != null ? (DayCount.Passed(x.Case.OpenedAt, x.InformedAt.Value) < SoonDays ? "soon" : "late")
                : s.Db.Requests.Any(r => r.CaseId == x.Case.Id) ? "asked"
                : "none",
            Days = x.InformedAt == null ? 0 : DayCount.Passed(x.Case.OpenedAt, x.InformedAt.Value),
        }).CountAsync("informed", cancellationToken);
}
