using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;

namespace IndividualPlan.WorkflowHost.Statistics.Reports;

/// <summary>R-5: how long it took from request to decision, and whether the person was told in time (D-1, L-30).</summary>
internal sealed class HandlingTime : Report
{
    public override string Number => "R-5";

    public override string Slug => "time";

    public override LocalizedText Name => new("Tid fra henvendelse til vedtak", "Tid frå førespurnad til vedtak", "Time from request to decision");

    public override LocalizedText Explanation => new(
        "Vedtak om rett til plan som ble fattet i perioden, og hvor lenge personen ventet. Fristen er én måned: innen da skal personen ha vedtaket eller et foreløpig svar.",
        "Vedtak om rett til plan som vart fatta i perioden, og kor lenge personen venta. Fristen er éin månad: innan da skal personen ha vedtaket eller eit førebels svar.",
        "Decisions on the right to a plan made in the period, and how long the person waited. The limit is one month: by then the person shall have the decision or a preliminary reply.");

    public override IReadOnlyList<TableShape> Tables { get; } =
    [
        new("decided", new("Kom svaret i tide?", "Kom svaret i tide?", "Did the answer come in time?"), new("Saksområde", "Saksområde", "Track"),
            [
                new("month", new("Vedtak innen en måned", "Vedtak innan ein månad", "Decision within a month"), BarColor.Good),
                new("reply", new("Foreløpig svar i tide", "Førebels svar i tide", "Preliminary reply in time"), BarColor.Watch),
                new("late", new("Verken vedtak eller svar i tide", "Verken vedtak eller svar i tide", "Neither in time"), BarColor.Bad),
            ],
            StatisticsWords.NameOfTrack)
        {
            ShareOf = "month",
            Days = new("Dager fra henvendelse til vedtak", "Dagar frå førespurnad til vedtak", "Days from request to decision"),
        },
    ];

    public override Task<IReadOnlyList<Figure>> CountAsync(ReportScope s, CancellationToken cancellationToken) => s.Db.Decisions
        .Where(d => d.Subject == DecisionSubject.Entitlement && d.MadeOn >= s.FromOn && d.MadeOn <= s.ToOn && d.Outcome != DecisionOutcome.NotPursued && d.Outcome != DecisionOutcome.Forwarded)
        .Join(s.Cases, d => d.CaseId, c => c.Id, (d, c) => new { Case = c, MadeOn = d.MadeOn!.Value })
        .Join(s.Db.Deadlines.Where(x => x.Key == DeadlineKeys.PreliminaryReply), d => d.Case.Id, x => x.CaseId, (d, x) => new { d.Case, d.MadeOn, Clock = x })
        .Where(x => x.Clock.StartedOn <= x.MadeOn && !s.Db.Deadlines.Any(
            later => later.CaseId == x.Case.Id && later.Key == DeadlineKeys.PreliminaryReply && later.StartedOn > x.Clock.StartedOn && later.StartedOn <= x.MadeOn))
        .Select(x => new Counted<string, string>
        {
            Unit = x.Case.Unit,
            Track = x.Case.Track,
            Quarter = (x.MadeOn.Month + 2) / 3,
            Row = x.Case.Track,
            Column = x.MadeOn <= x.Clock.EffectiveOn ? "month" : x.Clock.MetOn != null && x.Clock.MetOn <= x.Clock.EffectiveOn ? "reply" : "late",
            Days = DayCount.Between(x.Clock.StartedOn, x.MadeOn),
        }).CountAsync("decided", cancellationToken);
}
