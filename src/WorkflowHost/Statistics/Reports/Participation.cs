using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Statistics.Reports;

/// <summary>R-9: whether the person takes part in the own plan: own goals, the child's view, next of kin, interpreter (L-72, L-73).</summary>
internal sealed class Participation : Report
{
    public override string Number => "R-9";

    public override string Slug => "participation";

    public override LocalizedText Name => new("Medvirkning", "Medverknad", "Participation");

    public override LocalizedText Explanation => new(
        "Planer i bruk, slik gjeldende versjon er: om personen har satt minst ett mål selv, om det står hvordan barnet har fått medvirke, om pårørende bidrar, og om tolk er brukt da det trengtes.",
        "Planar i bruk, slik gjeldande versjon er: om personen har sett minst eitt mål sjølv, om det står korleis barnet har fått medverke, om pårørande bidreg, og om tolk er brukt då det trongst.",
        "Plans in use, as the version in force is: whether the person set at least one goal, whether it says how the child took part, whether next of kin contribute, and whether an interpreter was used where needed.");

    public override IReadOnlyList<TableShape> Tables { get; } =
    [
        new("aspects", new("Medvirkning i gjeldende planer", "Medverknad i gjeldande planar", "Participation in plans in force"), new("Medvirkning", "Medverknad", "Participation"),
            [new("yes", new("Ja", "Ja", "Yes"), BarColor.Good), new("no", new("Nei", "Nei", "No"), BarColor.Watch)],
            static key => key switch
            {
                "goal" => new("Personen har satt et mål selv", "Personen har sett eit mål sjølv", "The person set a goal"),
                "child" => new("Barnets medvirkning er beskrevet (under 18 år)", "Medverknaden til barnet er omtalt (under 18 år)", "The child's participation is described (under 18)"),
                "relatives" => new("Pårørende bidrar", "Pårørande bidreg", "Next of kin contribute"),
                _ => new("Tolk er brukt da det ble informert (de som trenger tolk)", "Tolk er brukt då det vart informert (dei som treng tolk)", "An interpreter was used when informing (those who need one)"),
            }) { Order = ["goal", "child", "relatives", "interpreter"], IsOfDay = true, RowsStandAlone = true, ShareOf = "yes" },
    ];

    public override async Task<IReadOnlyList<Figure>> CountAsync(ReportScope s, CancellationToken cancellationToken)
    {
        if (!s.IsNow)
        {
            return [];
        }

        var adultOn = s.ToOn.AddYears(-18);
        var inUse = s.PlansInUse
            .Join(s.Db.PlanVersions, p => p.CurrentVersionId, v => v.Id, (p, v) => new { p.CaseId, Version = v })
            .Join(s.Cases, x => x.CaseId, c => c.Id, (x, c) => new { x.Version, Case = c });
        var persons = inUse.Join(s.Db.Persons, x => x.Case.PersonId, p => p.Id, (x, p) => new { x.Version, x.Case, Person = p });
        return
        [
            .. await inUse.Select(x => new Counted<string, string> { Unit = x.Case.Unit, Track = x.Case.Track, Row = "goal", Column = x.Version.HasOwnGoal ? "yes" : "no", Quarter = 0, Days = 0 }).CountAsync("aspects", cancellationToken),
            .. await inUse.Select(x => new Counted<string, string> { Unit = x.Case.Unit, Track = x.Case.Track, Row = "relatives", Column = x.Version.HasRelatives ? "yes" : "no", Quarter = 0, Days = 0 })
                .CountAsync("aspects", cancellationToken),
            .. await persons.Where(x => x.Person.BornOn > adultOn)
                .Select(x => new Counted<string, string> { Unit = x.Case.Unit, Track = x.Case.Track, Row = "child", Column = x.Version.HasChildParticipation ? "yes" : "no", Quarter = 0, Days = 0 }).CountAsync("aspects", cancellationToken),
            .. await persons.Where(x => x.Person.InterpreterLanguage != null).Select(x => new Counted<string, string>
            {
                Unit = x.Case.Unit, Track = x.Case.Track, Row = "interpreter", Column = s.Db.InformationRecords.Any(i => i.CaseId == x.Case.Id && i.InterpreterUsed) ? "yes" : "no", Quarter = 0, Days = 0,
            }).CountAsync("aspects", cancellationToken),
        ];
    }
}
