using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Statistics.Reports;

/// <summary>R-4: how far those who were registered in a period have come, from the first signal to a plan that is revised on time.</summary>
/// <remarks>Sex is not recorded, and so not counted. A coordinator without consent to a plan belongs to R-8 (scenario 26).</remarks>
internal sealed class Funnel : Report
{
    private const string Interpreter = "interpreter";
    private const string InterpreterAndPlan = "interpreter-plan";
    private const string Own = "own";
    private const string OwnAndPlan = "own-plan";

    private static readonly ColumnShape[] ApprovedOrNot =
    [
        new("approved", new("Plan godkjent", "Plan godkjend", "Plan approved"), BarColor.Good), new("not", new("Ikke plan", "Ikkje plan", "No plan"), BarColor.Quiet),
    ];

    public override string Number => "R-4";

    public override string Slug => "funnel";

    public override LocalizedText Name => new("Fra første signal til plan", "Frå første signal til plan", "From the first signal to a plan");

    public override LocalizedText Explanation => new(
        "Personer som ble registrert i perioden, og hvor langt de har kommet. Den som har kommet til et steg, har også vært innom stegene før.",
        "Personar som vart registrerte i perioden, og kor langt dei har kome. Den som har kome til eit steg, har også vore innom stega før.",
        "Persons who were registered in the period, and how far they have come. Whoever has come to a step has been at the steps before it too.");

    public override IReadOnlyList<TableShape> Tables { get; } =
    [
        new("furthest", new("Hvor langt de kom", "Kor langt dei kom", "How far they came"), new("Steg", "Steg", "Step"),
            [new("here", new("Stanset her", "Stansa her", "Stopped here"))], NameOfStep) { Order = ["1", "2", "3", "4", "5", "6", "7", "8"], IsFunnel = true },
        new("track", new("Etter saksområde", "Etter saksområde", "By track"), new("Saksområde", "Saksområde", "Track"), ApprovedOrNot, StatisticsWords.NameOfTrack) { ShareOf = "approved" },
        new("age", new("Etter alder", "Etter alder", "By age"), new("Alder", "Alder", "Age"), ApprovedOrNot, NameOfAge) { Order = ["0", "18", "30", "50", "67"], ShareOf = "approved" },
        new("language", new("Etter språk", "Etter språk", "By language"), new("Språk", "Språk", "Language"), ApprovedOrNot, NameOfLanguage) { Order = ["interpreter", "own"], ShareOf = "approved" },
    ];

    public override bool IsHeavy => true;

    public override async Task<IReadOnlyList<Figure>> CountAsync(ReportScope s, CancellationToken cancellationToken)
    {
        var (adultOn, thirtyOn, fiftyOn, pensionOn) = (s.ToOn.AddYears(-18), s.ToOn.AddYears(-30), s.ToOn.AddYears(-50), s.ToOn.AddYears(-67));
        var persons = s.Cases.Where(c => c.MergedIntoCaseId == null && c.OpenedAt >= s.BeginsAt && c.OpenedAt < s.EndsAt)
            .Select(c => new
            {
                Case = c,
                Quarter = c.OpenedAt < s.SecondQuarterAt ? 1 : c.OpenedAt < s.ThirdQuarterAt ? 2 : c.OpenedAt < s.FourthQuarterAt ? 3 : 4,
                IsApproved = s.Db.PlanVersions.Any(v => v.CaseId == c.Id),
            });

        var steps = persons.Select(x => new
        {
            x.Case,
            x.Quarter,
            x.IsApproved,
            HasConsented = s.Db.Consents.Any(k => k.CaseId == x.Case.Id && k.Type == ConsentType.Plan && (k.State == ConsentState.Given || k.State == ConsentState.Withdrawn || k.State == ConsentState.Lapsed)),
            Wanted = s.Db.Requests.Any(r => r.CaseId == x.Case.Id) || s.Db.InformationRecords.Any(i => i.CaseId == x.Case.Id && i.Response == InformationResponse.WantsPlan),
        }).Select(x => new Counted<string, string>
        {
            Unit = x.Case.Unit,
            Track = x.Case.Track,
            Quarter = x.Quarter,
            Row = x.IsApproved ? (s.Db.Revisions.Any(r => r.CaseId == x.Case.Id && r.State == RevisionState.Completed && r.CompletedOn <= r.DueOn) ? "8" : "7")
                : x.HasConsented ? (s.Db.CoordinatorPeriods.Any(p => p.CaseId == x.Case.Id && (p.State == CoordinatorState.Appointed || p.State == CoordinatorState.Ended)) ? "6" : "5")
                : x.Wanted ? (x.Case.EntitlementBasis != null
                    || s.Db.Decisions.Any(d => d.CaseId == x.Case.Id && d.Subject == DecisionSubject.Entitlement && d.Outcome == DecisionOutcome.Granted && d.MadeOn != null) ? "4" : "3")
                : s.Db.InformationRecords.Any(i => i.CaseId == x.Case.Id) ? "2"
                : "1",
            Column = "here",
            Days = 0,
        });

        // Age and language in one question, as each of them reads all persons.
        var kinds = persons.Join(s.Db.Persons, x => x.Case.PersonId, p => p.Id, (x, p) => new { x.Case, x.Quarter, x.IsApproved, Person = p }).Select(x => new Counted<string, string>
        {
            Unit = x.Case.Unit,
            Track = x.Case.Track,
            Quarter = x.Quarter,
            Row = x.Person.BornOn > adultOn ? "0" : x.Person.BornOn > thirtyOn ? "18" : x.Person.BornOn > fiftyOn ? "30" : x.Person.BornOn > pensionOn ? "50" : "67",
            Column = x.Person.InterpreterLanguage != null || s.Db.InformationRecords.Any(i => i.CaseId == x.Case.Id && i.InterpreterUsed)
                ? (x.IsApproved ? InterpreterAndPlan : Interpreter)
                : (x.IsApproved ? OwnAndPlan : Own),
            Days = 0,
        });

        var reached = await steps.CountAsync("furthest", cancellationToken);
        var counted = await kinds.CountAsync("age", cancellationToken);
        return
        [
            .. reached,
            .. reached.Select(f => f with { Table = "track", Row = f.Track, Column = f.Row is "7" or "8" ? "approved" : "not" }),
            .. counted.Select(static f => f with { Column = f.Column is InterpreterAndPlan or OwnAndPlan ? "approved" : "not" }),
            .. counted.Select(static f => f with
            {
                Table = "language", Row = f.Column is InterpreterAndPlan or Interpreter ? "interpreter" : "own", Column = f.Column is InterpreterAndPlan or OwnAndPlan ? "approved" : "not",
            }),
        ];
    }

    private static LocalizedText NameOfStep(string key) => key switch
    {
        "1" => new("Registrert", "Registrert", "Registered"),
        "2" => new("Informert", "Informert", "Informed"),
        "3" => new("Ønsker plan", "Ønskjer plan", "Wants a plan"),
        "4" => new("Har fått retten avklart", "Har fått retten avklart", "The right is settled"),
        "5" => new("Har samtykket", "Har samtykt", "Has consented"),
        "6" => new("Har fått koordinator", "Har fått koordinator", "Has a coordinator"),
        "7" => new("Plan er godkjent", "Plan er godkjend", "A plan is approved"),
        _ => new("Planen er revidert i tide", "Planen er revidert i tide", "The plan was revised on time"),
    };

    private static LocalizedText NameOfAge(string key) => key switch
    {
        "0" => new("Under 18 år", "Under 18 år", "Under 18"),
        "18" => new("18–29 år", "18–29 år", "18–29"),
        "30" => new("30–49 år", "30–49 år", "30–49"),
        "50" => new("50–66 år", "50–66 år", "50–66"),
        _ => new("67 år og eldre", "67 år og eldre", "67 and older"),
    };

    private static LocalizedText NameOfLanguage(string key) => key == "interpreter"
        ? new("Trenger tolk", "Treng tolk", "Needs an interpreter")
        : new("Trenger ikke tolk", "Treng ikkje tolk", "Needs no interpreter");
}
