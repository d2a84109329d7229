using IndividualPlan.WorkflowHost.Office;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Appeals;

namespace IndividualPlan.WorkflowHost.Statistics.Reports;

/// <summary>R-10: appeals by type and track, what came of them at each stage, and how long that took (D-12, D-13).</summary>
internal sealed class AppealOutcomes : Report
{
    public override string Number => "R-10";

    public override string Slug => "appeals";

    public override LocalizedText Name => new("Klager", "Klager", "Appeals");

    public override LocalizedText Explanation => new(
        "Klager som kom inn i perioden, etter hva de gjelder og hva som ble resultatet. Tiden er for klager som ble sendt videre eller avgjort i perioden.",
        "Klager som kom inn i perioden, etter kva dei gjeld og kva som vart resultatet. Tida er for klager som vart sende vidare eller avgjorde i perioden.",
        "Appeals received in the period, by what they concern and what came of them. The time is of appeals that were forwarded or decided in the period.");

    public override IReadOnlyList<TableShape> Tables { get; } =
    [
        new("outcomes", new("Resultat", "Resultat", "Outcome"), new("Klagen gjelder", "Klaga gjeld", "The appeal concerns"),
            [
                new("", new("Ikke avgjort ennå", "Ikkje avgjord enno", "Not decided yet"), BarColor.Quiet),
                new(nameof(AppealOutcome.ReversedByFirstInstance), new("Omgjort av oss", "Gjort om av oss", "Reversed by us"), BarColor.Good),
                new(nameof(AppealOutcome.DismissedByFirstInstance), new("Avvist av oss", "Avvist av oss", "Dismissed by us"), BarColor.Watch),
                new(nameof(AppealOutcome.Changed), new("Endret av klageinstansen", "Endra av klageinstansen", "Changed by the appeal body"), BarColor.Good),
                new(nameof(AppealOutcome.AnnulledAndRemitted), new("Opphevet og sendt tilbake", "Oppheva og send tilbake", "Annulled and remitted"), BarColor.Watch),
                new(nameof(AppealOutcome.Upheld), new("Stadfestet", "Stadfesta", "Upheld"), BarColor.Plain),
                new(nameof(AppealOutcome.DismissedByAppealBody), new("Avvist av klageinstansen", "Avvist av klageinstansen", "Dismissed by the appeal body"), BarColor.Watch),
                new(nameof(AppealOutcome.Withdrawn), new("Trukket", "Trekt", "Withdrawn"), BarColor.Quiet),
                new(nameof(AppealOutcome.Lapsed), new("Falt bort", "Fallen bort", "Lapsed"), BarColor.Quiet),
            ],
            static key => OfficeWords.Appeal(Enum.Parse<AppealType>(key))),
        new("deadline", new("Kom klagen i tide?", "Kom klaga i tide?", "Did the appeal come in time?"), new("Saksområde", "Saksområde", "Track"),
            [
                new("True", new("I tide", "I tide", "In time"), BarColor.Good), new("False", new("For sent", "For seint", "Late"), BarColor.Bad),
                new("", new("Ikke prøvd ennå", "Ikkje prøvd enno", "Not examined yet"), BarColor.Quiet),
            ],
            StatisticsWords.NameOfTrack),
        new("stages", new("Tid i hver instans", "Tid i kvar instans", "Time at each stage"), new("Instans", "Instans", "Stage"), [new("done", new("Ferdig", "Ferdig", "Done"))],
            static key => key == "first" ? new("Hos oss, til klagen ble sendt videre", "Hos oss, til klaga vart send vidare", "With us, until forwarded") : new("Hos klageinstansen", "Hos klageinstansen", "With the appeal body"))
        {
            Order = ["first", "body"], RowsStandAlone = true, Days = new("Dager", "Dagar", "Days"),
        },
    ];

    public override async Task<IReadOnlyList<Figure>> CountAsync(ReportScope s, CancellationToken cancellationToken)
    {
        var appeals = s.Db.Appeals.Join(s.Cases, a => a.CaseId, c => c.Id, (a, c) => new { Appeal = a, Case = c });
        var received = appeals.Where(x => x.Appeal.ReceivedOn >= s.FromOn && x.Appeal.ReceivedOn <= s.ToOn)
            .Select(x => new { x.Appeal, x.Case, Quarter = (x.Appeal.ReceivedOn.Month + 2) / 3 });
        return
        [
            .. await received.Select(x => new Counted<AppealType, AppealOutcome?> { Unit = x.Case.Unit, Track = x.Case.Track, Quarter = x.Quarter, Row = x.Appeal.Type, Column = x.Appeal.Outcome, Days = 0 })
                .CountAsync("outcomes", cancellationToken),
            .. await received.Select(x => new Counted<string, bool?> { Unit = x.Case.Unit, Track = x.Case.Track, Quarter = x.Quarter, Row = x.Case.Track, Column = x.Appeal.CameInTime, Days = 0 })
                .CountAsync("deadline", cancellationToken),
            .. await appeals.Where(x => x.Appeal.ForwardedOn >= s.FromOn && x.Appeal.ForwardedOn <= s.ToOn).Select(x => new Counted<string, string>
            {
                Unit = x.Case.Unit,
                Track = x.Case.Track,
                Quarter = (x.Appeal.ForwardedOn!.Value.Month + 2) / 3,
                Row = "first",
                Column = "done",
                Days = DayCount.Between(x.Appeal.ReceivedOn, x.Appeal.ForwardedOn!.Value),
            }).CountAsync("stages", cancellationToken),
            .. await appeals.Where(x => x.Appeal.ForwardedOn != null && x.Appeal.AppealBodyDecidedOn >= s.FromOn && x.Appeal.AppealBodyDecidedOn <= s.ToOn).Select(x => new Counted<string, string>
            {
                Unit = x.Case.Unit,
                Track = x.Case.Track,
                Quarter = (x.Appeal.AppealBodyDecidedOn!.Value.Month + 2) / 3,
                Row = "body",
                Column = "done",
                Days = DayCount.Between(x.Appeal.ForwardedOn!.Value, x.Appeal.AppealBodyDecidedOn!.Value),
            }).CountAsync("stages", cancellationToken),
        ];
    }
}
