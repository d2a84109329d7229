using IndividualPlan.WorkflowHost.Coordinators;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;

namespace IndividualPlan.WorkflowHost.Statistics.Reports;

/// <summary>R-8: whether those who need a coordinator have one, how often coordinators change, and how many cases each has (L-70).</summary>
internal sealed class CoordinatorContinuity : Report
{
    private static readonly CaseState[] Needing =
    [
        CaseState.CoordinatorPending, CaseState.CoordinatorOnly, CaseState.Mapping, CaseState.Drafting, CaseState.AwaitingApproval, CaseState.Active, CaseState.UnderRevision,
    ];

    public override string Number => "R-8";

    public override string Slug => "coordinators";

    public override LocalizedText Name => new("Koordinatorer", "Koordinatorar", "Coordinators");

    public override LocalizedText Explanation => new(
        "Saker der noen skal være koordinator, og om det er noen i dag. Personer som har koordinator uten plan, er med her. Du ser også bytter i perioden og hvor mange saker hver koordinator har.",
        "Saker der nokon skal vere koordinator, og om det er nokon i dag. Personar som har koordinator utan plan, er med her. Du ser også byte i perioden og kor mange saker kvar koordinator har.",
        "Cases in which someone is to coordinate, and whether someone does today. Persons with a coordinator and no plan are among them. You also see changes in the period and how many cases each coordinator has.");

    public override IReadOnlyList<TableShape> Tables { get; } =
    [
        new("gaps", new("Er det noen som koordinerer i dag?", "Er det nokon som koordinerer i dag?", "Does someone coordinate today?"), new("Sak", "Sak", "Case"),
            [new("has", new("Har koordinator", "Har koordinator", "Has a coordinator"), BarColor.Good), new("gap", new("Mangler koordinator", "Manglar koordinator", "Lacks a coordinator"), BarColor.Bad)],
            static key => key switch
            {
                "plan" => new("Plan i bruk", "Plan i bruk", "Plan in use"),
                "only" => new("Koordinator uten plan", "Koordinator utan plan", "Coordinator without a plan"),
                _ => new("Plan under arbeid", "Plan under arbeid", "Plan being made"),
            }) { Order = ["plan", "making", "only"], IsOfDay = true, ShareOf = "has" },
        new("changes", new("Oppnevnt i perioden", "Oppnemnd i perioden", "Appointed in the period"), StatisticsWords.Service,
            [new("first", new("Første koordinator", "Første koordinator", "First coordinator"), BarColor.Good), new("change", new("Bytte av koordinator", "Byte av koordinator", "Change of coordinator"), BarColor.Watch)],
            StatisticsWords.NameOfService),
        new("load", new("Saker per koordinator", "Saker per koordinator", "Cases for each coordinator"), StatisticsWords.Service,
            [
                new("5", new("1–5 saker", "1–5 saker", "1–5 cases"), BarColor.Good),
                new("10", new("6–10 saker", "6–10 saker", "6–10 cases"), BarColor.Plain),
                new("20", new("11–20 saker", "11–20 saker", "11–20 cases"), BarColor.Watch),
                new("more", new("Mer enn 20 saker", "Meir enn 20 saker", "More than 20 cases"), BarColor.Bad),
            ],
            StatisticsWords.NameOfService) { IsOfDay = true },
    ];

    public override async Task<IReadOnlyList<Figure>> CountAsync(ReportScope s, CancellationToken cancellationToken)
    {
        var appointed = s.Db.CoordinatorPeriods.OutsideSpecialistHealth().Appointed();
        IReadOnlyList<Figure> changes = await appointed.Where(p => p.FromOn >= s.FromOn && p.FromOn <= s.ToOn).Join(s.Cases, p => p.CaseId, c => c.Id, (p, c) => new Counted<string, string>
        {
            Unit = c.Unit,
            Track = c.Track,
            Quarter = (p.FromOn.Month + 2) / 3,
            Row = p.Service,
            Column = appointed.Any(before => before.CaseId == p.CaseId && before.FromOn < p.FromOn) ? "change" : "first",
            Days = 0,
        }).CountAsync("changes", cancellationToken);
        if (!s.IsNow)
        {
            return changes;
        }

        var current = s.Db.CoordinatorPeriods.OutsideSpecialistHealth().InPlaceOn(s.ToOn);
        // A coordinator is one in each unit and track, so that narrowing to one of them gives the load within it.
        var loads = current.Join(s.Cases.Where(static c => c.State != CaseState.Closed), p => p.CaseId, c => c.Id, (p, c) => new { p.UserId, p.Service, c.Unit, c.Track })
            .GroupBy(static x => new { x.UserId, x.Service, x.Unit, x.Track }).Select(static g => new { g.Key.Service, g.Key.Unit, g.Key.Track, Cases = g.Count() });
        return
        [
            .. changes,
            .. await s.Cases.Where(c => Needing.Contains(c.State)).Select(c => new Counted<string, string>
            {
                Unit = c.Unit,
                Track = c.Track,
                Row = c.State == CaseState.CoordinatorOnly ? "only" : c.State == CaseState.Active || c.State == CaseState.UnderRevision ? "plan" : "making",
                Column = current.Any(p => p.CaseId == c.Id) ? "has" : "gap",
                Quarter = 0,
                Days = 0,
            }).CountAsync("gaps", cancellationToken),
            .. await loads.Select(x => new Counted<string, string>
            {
                Unit = x.Unit, Track = x.Track, Row = x.Service, Column = x.Cases <= 5 ? "5" : x.Cases <= 10 ? "10" : x.Cases <= 20 ? "20" : "more", Quarter = 0, Days = 0,
            }).CountAsync("load", cancellationToken),
        ];
    }
}
