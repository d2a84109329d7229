using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Statistics.Reports;

/// <summary>R-2: participants of the qualification programme, who are all entitled (SOT § 33): with a plan in force, informed and declined, not informed (ST-3).</summary>
internal sealed class ProgrammeCoverage : Report
{
    public override string Number => "R-2";

    public override string Slug => "kvp";

    public override LocalizedText Name => new("Deltakere i kvalifiseringsprogrammet", "Deltakarar i kvalifiseringsprogrammet", "Participants of the qualification programme");

    public override LocalizedText Explanation => new(
        "Deltakere i kvalifiseringsprogrammet (KVP) har rett til individuell plan. Her ser du hvor mange som har en plan i bruk, hvor mange som har takket nei, og hvor mange det ikke er dokumentert at har fått informasjon.",
        "Deltakarar i kvalifiseringsprogrammet (KVP) har rett til individuell plan. Her ser du kor mange som har ein plan i bruk, kor mange som har takka nei, og kor mange det ikkje er dokumentert at har fått informasjon.",
        "Participants of the qualification programme (KVP) are entitled to an individual plan. Here you see how many have a plan in use, how many have declined, and for how many it is not documented that they were informed.");

    public override IReadOnlyList<TableShape> Tables { get; } =
    [
        new("coverage", new("Slik er det for deltakerne", "Slik er det for deltakarane", "How it is for the participants"), StatisticsWords.Unit,
            [
                new("plan", new("Plan i bruk", "Plan i bruk", "Plan in use"), BarColor.Good),
                new("underway", new("På vei mot plan", "På veg mot plan", "On the way to a plan"), BarColor.Plain),
                new("declined", new("Informert, takket nei", "Informert, takka nei", "Informed, declined"), BarColor.Quiet),
                new("informed", new("Informert, ikke svart", "Informert, ikkje svart", "Informed, no answer"), BarColor.Watch),
                new("none", new("Ikke informert", "Ikkje informert", "Not informed"), BarColor.Bad),
            ],
            StatisticsWords.NameOfUnit) { IsOfDay = true, ShareOf = "plan" },
    ];

    public override async Task<IReadOnlyList<Figure>> CountAsync(ReportScope s, CancellationToken cancellationToken)
    {
        if (!s.IsNow)
        {
            return [];
        }

        var inUse = s.PlansInUse;
        return await s.Cases.Where(c => c.State != CaseState.Closed && c.EntitlementBasis == EntitlementBasis.QualificationProgramme).Select(c => new Counted<string?, string>
        {
            Unit = c.Unit,
            Track = c.Track,
            Row = c.Unit,
            Column = inUse.Any(p => p.CaseId == c.Id) ? "plan"
                : c.State == CaseState.NotPursued || c.State == CaseState.CoordinatorOnly ? "declined"
                : s.Db.Requests.Any(r => r.CaseId == c.Id) || s.Db.InformationRecords.Any(i => i.CaseId == c.Id && i.Response == InformationResponse.WantsPlan) ? "underway"
                : s.Db.InformationRecords.Any(i => i.CaseId == c.Id) ? "informed"
                : "none",
            Quarter = 0,
            Days = 0,
        }).CountAsync("coverage", cancellationToken);
    }
}
