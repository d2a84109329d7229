using IndividualPlan.WorkflowHost.Coordinators;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Statistics.Reports;

/// <summary>R-7: whether plans are revised by their own dates (D-17), and which of them lie still (E-3).</summary>
internal sealed class RevisionTimeliness : Report
{
    private static readonly LocalizedText CoordinatorsService = new("Koordinatorens tjeneste", "Tenesta til koordinatoren", "The coordinator's service");

    public override string Number => "R-7";

    public override string Slug => "revisions";

    public override LocalizedText Name => new("Revisjon av planer", "Revisjon av planar", "Revision of plans");

    public override LocalizedText Explanation => new(
        "Planer i bruk: om revisjonen er i tide eller over datoen planen selv setter, og hvor lenge siden noe ble gjort i planen.",
        "Planar i bruk: om revisjonen er i tide eller over datoen planen sjølv set, og kor lenge sidan noko vart gjort i planen.",
        "Plans in use: whether the revision is in time or past the date that the plan itself sets, and how long ago something was done in the plan.");

    public override IReadOnlyList<TableShape> Tables { get; } =
    [
        new("due", new("Neste revisjon", "Neste revisjon", "Next revision"), CoordinatorsService,
            [
                new("onTime", new("I tide", "I tide", "In time"), BarColor.Good),
                new("late30", new("1–30 dager over", "1–30 dagar over", "1–30 days over"), BarColor.Watch),
                new("late90", new("31–90 dager over", "31–90 dagar over", "31–90 days over"), BarColor.Bad),
                new("later", new("Mer enn 90 dager over", "Meir enn 90 dagar over", "More than 90 days over"), BarColor.Bad),
                new("none", new("Ingen dato satt", "Ingen dato sett", "No date set"), BarColor.Quiet),
            ],
            NameOfService) { IsOfDay = true, ShareOf = "onTime", Days = new("Dager over datoen", "Dagar over datoen", "Days past the date"), DaysOf = ["late30", "late90", "later"] },
        new("activity", new("Sist noe ble gjort i planen", "Sist noko vart gjort i planen", "When something was last done in the plan"), CoordinatorsService,
            [
                new("six", new("Siste 6 måneder", "Siste 6 månader", "Last 6 months"), BarColor.Good),
                new("twelve", new("6–12 måneder siden", "6–12 månader sidan", "6–12 months ago"), BarColor.Watch),
                new("older", new("Mer enn 12 måneder siden", "Meir enn 12 månader sidan", "More than 12 months ago"), BarColor.Bad),
            ],
            NameOfService) { IsOfDay = true },
        new("done", new("Revisjoner gjort i perioden", "Revisjonar gjorde i perioden", "Revisions done in the period"), new("Saksområde", "Saksområde", "Track"),
            [new("onTime", new("I tide", "I tide", "In time"), BarColor.Good), new("late", new("For sent", "For seint", "Late"), BarColor.Bad)],
            StatisticsWords.NameOfTrack) { ShareOf = "onTime", Days = new("Dager for sent", "Dagar for seint", "Days late"), DaysOf = ["late"] },
    ];

    public override async Task<IReadOnlyList<Figure>> CountAsync(ReportScope s, CancellationToken cancellationToken)
    {
        IReadOnlyList<Figure> done = await s.Db.Revisions.Where(r => r.State == RevisionState.Completed && r.CompletedOn >= s.FromOn && r.CompletedOn <= s.ToOn)
            .Join(s.Cases, r => r.CaseId, c => c.Id, (r, c) => new Counted<string, string>
            {
                Unit = c.Unit,
                Track = c.Track,
                Quarter = (r.CompletedOn!.Value.Month + 2) / 3,
                Row = c.Track,
                Column = r.CompletedOn <= r.DueOn ? "onTime" : "late",
                Days = r.CompletedOn <= r.DueOn ? 0 : DayCount.Between(r.DueOn, r.CompletedOn!.Value),
            }).CountAsync("done", cancellationToken);
        if (!s.IsNow)
        {
            return done;
        }

        var (today, month, quarter) = (s.ToOn, s.ToOn.AddDays(-30), s.ToOn.AddDays(-90));
        var (halfAgoOn, yearAgoOn) = (today.AddMonths(-6), today.AddYears(-1));
        var (halfAgo, yearAgo) = (NorwegianTime.StartOf(halfAgoOn), NorwegianTime.StartOf(yearAgoOn));
        var coordinating = s.Db.CoordinatorPeriods.OutsideSpecialistHealth().InPlaceOn(today);
        var inUse = s.PlansInUse.Join(s.Cases, p => p.CaseId, c => c.Id, (p, c) => new
        {
            Plan = p,
            Case = c,
            Service = coordinating
                .Where(k => k.CaseId == c.Id).Max(k => k.Service),
        });
        return
        [
            .. done,
            .. await inUse.Select(x => new Counted<string?, string>
            {
                Unit = x.Case.Unit,
                Track = x.Case.Track,
                Row = x.Service,
                Column = x.Plan.NextRevisionOn == null ? "none" : x.Plan.NextRevisionOn >= today ? "onTime" : x.Plan.NextRevisionOn >= month ? "late30" : x.Plan.NextRevisionOn >= quarter ? "late90" : "later",
                Days = x.Plan.NextRevisionOn == null || x.Plan.NextRevisionOn >= today ? 0 : DayCount.Between(x.Plan.NextRevisionOn.Value, today),
                Quarter = 0,
            }).CountAsync("due", cancellationToken),
            .. await inUse.Select(x => new Counted<string?, string>
            {
                Unit = x.Case.Unit,
                Track = x.Case.Track,
                Row = x.Service,
                Column = x.Plan.DraftedAt >= halfAgo || s.Db.PlanVersions.Any(v => v.PlanId == x.Plan.Id && v.FixedAt >= halfAgo) || s.Db.MeasureProgress.Any(m => m.PlanId == x.Plan.Id && m.ReportedAt >= halfAgo)
                    || s.Db.Revisions.Any(r => r.PlanId == x.Plan.Id && r.CompletedOn >= halfAgoOn) ? "six"
                    : x.Plan.DraftedAt >= yearAgo || s.Db.PlanVersions.Any(v => v.PlanId == x.Plan.Id && v.FixedAt >= yearAgo) || s.Db.MeasureProgress.Any(m => m.PlanId == x.Plan.Id && m.ReportedAt >= yearAgo)
                    || s.Db.Revisions.Any(r => r.PlanId == x.Plan.Id && r.CompletedOn >= yearAgoOn) ? "twelve"
                    : "older",
                Quarter = 0,
                Days = 0,
            }).CountAsync("activity", cancellationToken),
        ];
    }

    private static LocalizedText NameOfService(string code) => code.Length == 0
        ? new("Uten koordinator i dag", "Utan koordinator i dag", "Without a coordinator today")
        : StatisticsWords.NameOfService(code);
}
