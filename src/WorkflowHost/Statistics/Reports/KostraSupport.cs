using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Statistics.Reports;

/// <summary>R-1: of the persons with a case under the social services act in the year, for how many a plan was made (KOSTRA form 11F, field FAAT_INDIVIDUELL_PLAN; ST-1).</summary>
internal sealed class KostraSupport : Report
{
    public const string Made = "1";
    public const string NotMade = "2";

    /// <summary>Tracks under the social services act begin with this.</summary>
    private const string SocialTracks = "SOC-";

    public override string Number => "R-1";

    public override string Slug => "kostra";

    public override LocalizedText Name => new("Individuell plan etter sosialtjenesteloven (KOSTRA)", "Individuell plan etter sosialtenestelova (KOSTRA)", "Individual plan under the social services act (KOSTRA)");

    public override LocalizedText Explanation => new(
        "Personer som i året har hatt en sak etter sosialtjenesteloven, og om de har fått laget individuell plan. Det er feltet FAAT_INDIVIDUELL_PLAN i KOSTRA-skjema 11F: 1 er ja, 2 er nei. Hver person telles én gang.",
        "Personar som i året har hatt ei sak etter sosialtenestelova, og om dei har fått laga individuell plan. Det er feltet FAAT_INDIVIDUELL_PLAN i KOSTRA-skjema 11F: 1 er ja, 2 er nei. Kvar person blir talt éin gong.",
        "Persons who had a case under the social services act in the year, and whether an individual plan was made for them. It is the field FAAT_INDIVIDUELL_PLAN of KOSTRA form 11F: 1 is yes, 2 is no. Each person is counted once.");

    public override IReadOnlyList<TableShape> Tables { get; } =
    [
        new("made", new("Har personen fått plan?", "Har personen fått plan?", "Was a plan made for the person?"), StatisticsWords.Unit,
            [new(Made, new("Plan er laget (1)", "Plan er laga (1)", "A plan was made (1)"), BarColor.Good), new(NotMade, new("Plan er ikke laget (2)", "Plan er ikkje laga (2)", "No plan was made (2)"), BarColor.Quiet)],
            StatisticsWords.NameOfUnit) { ShareOf = Made },
    ];

    /// <summary>The latest case of each person who had one in the period.</summary>
    public static IQueryable<IpCase> CasesOf(ReportScope s) => s.Cases
        .Where(c => c.MergedIntoCaseId == null && c.Track.StartsWith(SocialTracks) && c.OpenedAt < s.EndsAt && (c.ClosedAt == null || c.ClosedAt >= s.BeginsAt))
        .Where(c => !s.Db.Cases.Any(o => o.PersonId == c.PersonId && o.OpenedAt > c.OpenedAt && o.OpenedAt < s.EndsAt && o.Track.StartsWith(SocialTracks) && o.MergedIntoCaseId == null));

    /// <summary>Cases of persons who have had a plan in the period: a version was fixed before its end, and the plan was not closed before it began.</summary>
    public static IQueryable<PersonId> PersonsWithPlan(ReportScope s) => s.Db.Plans
        .Where(p => (p.ClosedAt == null || p.ClosedAt >= s.BeginsAt) && s.Db.PlanVersions.Any(v => v.PlanId == p.Id && v.FixedAt < s.EndsAt)).Select(p => p.PersonId);

    public override Task<IReadOnlyList<Figure>> CountAsync(ReportScope s, CancellationToken cancellationToken)
    {
        var withPlan = PersonsWithPlan(s);
        return CasesOf(s).Select(c => new Counted<string?, string> { Unit = c.Unit, Track = c.Track, Row = c.Unit, Column = withPlan.Contains(c.PersonId) ? Made : NotMade, Quarter = 0, Days = 0 })
            .CountAsync("made", cancellationToken);
    }
}
