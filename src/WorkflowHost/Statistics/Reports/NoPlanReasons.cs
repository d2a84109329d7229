using IndividualPlan.WorkflowHost.Coordinators;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Statistics.Reports;

/// <summary>R-6: why persons have no plan (§5.3), and whether something else coordinates services for them (§5.5).</summary>
internal sealed class NoPlanReasons : Report
{
    private const string Underway = "underway";

    private static readonly CaseState[] OnTheWay =
    [
        CaseState.Requested, CaseState.UnderAssessment, CaseState.Granted, CaseState.AwaitingConsent, CaseState.CoordinatorPending, CaseState.Mapping, CaseState.Drafting, CaseState.AwaitingApproval,
    ];

    private static readonly ColumnShape[] CoordinatedOrNot =
    [
        new("coordinated", new("Har annen samordning", "Har anna samordning", "Has other coordination"), BarColor.Plain),
        new("nothing", new("Har ingen samordning", "Har inga samordning", "Has no coordination"), BarColor.Bad),
    ];

    public override string Number => "R-6";

    public override string Slug => "no-plan";

    public override LocalizedText Name => new("Hvorfor ingen plan, og hva i stedet", "Kvifor ingen plan, og kva i staden", "Why no plan, and what instead");

    public override LocalizedText Explanation => new(
        "Personer i åpne saker som ikke har en plan i bruk: hovedgrunnen, og om noe annet samordner tjenestene for dem. Slik ser du forskjell på dem som har noe annet, og dem som ikke har noe.",
        "Personar i opne saker som ikkje har ein plan i bruk: hovudgrunnen, og om noko anna samordnar tenestene for dei. Slik ser du skilnad på dei som har noko anna, og dei som ikkje har noko.",
        "Persons in open cases who have no plan in use: the main reason, and whether something else coordinates services for them. So you can tell those who have something else from those who have nothing.");

    public override IReadOnlyList<TableShape> Tables { get; } =
    [
        new("main", new("Uten plan i dag, etter hovedgrunn", "Utan plan i dag, etter hovudgrunn", "Without a plan today, by main reason"), new("Hovedgrunn", "Hovudgrunn", "Main reason"), CoordinatedOrNot, NameOf)
        {
            IsOfDay = true, ShareOf = "nothing",
        },
        new("instead", new("Hva som samordner", "Kva som samordnar", "What coordinates"), new("Samordning", "Samordning", "Coordination"),
            [new("without", new("Uten plan", "Utan plan", "Without a plan"), BarColor.Plain), new("with", new("Ved siden av plan", "Ved sida av plan", "Beside a plan"), BarColor.Good)],
            static key => CoordinationNames.Of(Enum.Parse<CoordinationKind>(key))) { IsOfDay = true },
        new("recorded", new("Grunner skrevet ned i perioden", "Grunnar skrivne ned i perioden", "Reasons recorded in the period"), new("Grunn", "Grunn", "Reason"),
            [new("primary", new("Som hovedgrunn", "Som hovudgrunn", "As the main reason"), BarColor.Plain), new("also", new("Som grunn i tillegg", "Som grunn i tillegg", "As a further reason"), BarColor.Quiet)],
            NameOf),
    ];

    public override async Task<IReadOnlyList<Figure>> CountAsync(ReportScope s, CancellationToken cancellationToken)
    {
        IReadOnlyList<Figure> recorded = await s.Db.NoPlanReasons.Where(r => r.FromOn >= s.FromOn && r.FromOn <= s.ToOn)
            .Join(s.Cases, r => r.CaseId, c => c.Id, (r, c) => new Counted<NoPlanReasonCode, string>
            {
                Unit = c.Unit,
                Track = c.Track,
                Quarter = (r.FromOn.Month + 2) / 3,
                Row = r.Code,
                Column = r.IsPrimary ? "primary" : "also",
                Days = 0,
            }).CountAsync("recorded", cancellationToken);
        if (!s.IsNow)
        {
            return recorded;
        }

        var open = s.Cases.Where(c => c.State != CaseState.Closed);
        var (inUse, coordinating) = (s.PlansInUse, s.Db.CoordinatorPeriods.InPlaceOn(s.ToOn));
        var without = open.Where(c => !inUse.Any(p => p.CaseId == c.Id)).Select(c => new
        {
            Case = c,
            IsCoordinated = s.Db.Coordinations.Any(k => k.PersonId == c.PersonId && k.FromOn <= s.ToOn && (k.ToOn == null || k.ToOn >= s.ToOn))
                || coordinating.Any(p => p.CaseId == c.Id),
        });
        var standing = s.Db.NoPlanReasons.Where(r => r.IsPrimary && r.EndedOn == null);
        return
        [
            .. recorded,
            .. await without.Join(standing, x => x.Case.Id, r => r.CaseId, (x, r) => new Counted<NoPlanReasonCode, string>
            {
                Unit = x.Case.Unit, Track = x.Case.Track, Row = r.Code, Column = x.IsCoordinated ? "coordinated" : "nothing", Quarter = 0, Days = 0,
            }).CountAsync("main", cancellationToken),
            .. await without.Where(x => !standing.Any(r => r.CaseId == x.Case.Id)).Select(x => new Counted<string, string>
            {
                Unit = x.Case.Unit, Track = x.Case.Track, Row = OnTheWay.Contains(x.Case.State) ? Underway : "", Column = x.IsCoordinated ? "coordinated" : "nothing", Quarter = 0, Days = 0,
            }).CountAsync("main", cancellationToken),
            .. await s.Db.Coordinations.Where(k => k.FromOn <= s.ToOn && (k.ToOn == null || k.ToOn >= s.ToOn)).Join(open, k => k.PersonId, c => c.PersonId, (k, c) => new Counted<CoordinationKind, string>
            {
                Unit = c.Unit,
                Track = c.Track,
                Row = k.Kind,
                Column = inUse.Any(p => p.CaseId == c.Id) ? "with" : "without",
                Quarter = 0,
                Days = 0,
            }).CountAsync("instead", cancellationToken),
        ];
    }

    private static LocalizedText NameOf(string key) => key switch
    {
        "" => new("Ingen grunn er skrevet ned", "Ingen grunn er skriven ned", "No reason is recorded"),
        Underway => new("Planen er på vei", "Planen er på veg", "The plan is on its way"),
        _ => NoPlanReasonNames.Of(Enum.Parse<NoPlanReasonCode>(key)),
    };
}
