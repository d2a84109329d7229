using IndividualPlan.Workflows.Consents;

namespace IndividualPlan.WorkflowHost.Statistics.Reports;

/// <summary>R-11: consents by what they are to, and how they stand.</summary>
internal sealed class ConsentStates : Report
{
    private static readonly ColumnShape[] States =
    [
        new("given", new("Gjelder", "Gjeld", "In force"), BarColor.Good), new("asked", new("Venter på svar", "Ventar på svar", "Awaiting an answer"), BarColor.Plain),
        new("lapsed", new("Gått ut", "Gått ut", "Lapsed"), BarColor.Watch), new("withdrawn", new("Trukket", "Trekt", "Withdrawn"), BarColor.Quiet), new("refused", new("Personen sa nei", "Personen sa nei", "Refused"), BarColor.Bad),
    ];

    public override string Number => "R-11";

    public override string Slug => "consents";

    public override LocalizedText Name => new("Samtykker", "Samtykke", "Consents");

    public override LocalizedText Explanation => new(
        "Samtykker i saker som er åpne i dag: til planen, til å dele taushetsbelagte opplysninger og til overføring. Hvert samtykke telles én gang.",
        "Samtykke i saker som er opne i dag: til planen, til å dele opplysningar under teieplikt og til overføring. Kvart samtykke blir talt éin gong.",
        "Consents in cases that are open today: to the plan, to sharing confidential information and to handing over. Each consent is counted once.");

    public override IReadOnlyList<TableShape> Tables { get; } =
    [
        new("types", new("Etter hva det samtykkes til", "Etter kva det blir samtykt til", "By what is consented to"), new("Samtykke til", "Samtykke til", "Consent to"), States,
            static key => Enum.Parse<ConsentType>(key) switch
            {
                ConsentType.Plan => new("Planen", "Planen", "The plan"),
                ConsentType.Sharing => new("Å dele opplysninger", "Å dele opplysningar", "Sharing information"),
                _ => new("Overføring til annen kommune", "Overføring til annan kommune", "Handing over to another municipality"),
            }) { Order = [nameof(ConsentType.Plan), nameof(ConsentType.Sharing), nameof(ConsentType.Transfer)], IsOfDay = true },
        new("recipients", new("Deling, etter tjenesten som får opplysningene", "Deling, etter tenesta som får opplysningane", "Sharing, by the service that receives"), StatisticsWords.Service, States, StatisticsWords.NameOfService) { IsOfDay = true },
    ];

    public override async Task<IReadOnlyList<Figure>> CountAsync(ReportScope s, CancellationToken cancellationToken)
    {
        if (!s.IsNow)
        {
            return [];
        }

        var consents = s.Db.Consents.Join(s.Cases.Where(static c => c.State != Workflows.Cases.CaseState.Closed), k => k.CaseId, c => c.Id, (k, c) => new
        {
            c.Unit,
            c.Track,
            k.Type,
            k.RecipientService,
            State = k.State == ConsentState.Asked ? "asked" : k.State == ConsentState.Refused ? "refused" : k.State == ConsentState.Withdrawn ? "withdrawn"
                : k.State == ConsentState.Lapsed || (k.ToOn != null && k.ToOn < s.ToOn) ? "lapsed" : "given",
        });
        return
        [
            .. await consents.Select(x => new Counted<ConsentType, string> { Unit = x.Unit, Track = x.Track, Row = x.Type, Column = x.State, Quarter = 0, Days = 0 }).CountAsync("types", cancellationToken),
            .. await consents.Where(x => x.Type == ConsentType.Sharing).Select(x => new Counted<string?, string> { Unit = x.Unit, Track = x.Track, Row = x.RecipientService, Column = x.State, Quarter = 0, Days = 0 })
                .CountAsync("recipients", cancellationToken),
        ];
    }
}
