using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Sets the plan's next revision (D-17, L-87) and waits until it comes near or someone asks for one before (L-88).</summary>
/// <remarks>A stated date or interval beyond the rule's maximum is cut to the maximum, and one that does not lie ahead gives way to the default: the plan must never be left without a revision to come.</remarks>
public sealed class ScheduleRevision : DomainActivity
{
    private const string Due = "Due";
    private const string Requested = "Requested";
    private const string RequestEvent = "revision-requested";
    private static readonly ChoiceInfo[] Ports =
    [
        new(Due, new("Tiden er inne", "Tida er inne", "It is time")),
        new(Requested, new("Noen ber om revisjon", "Nokon bed om revisjon", "Someone asks for it")),
    ];

    internal ScheduleRevision(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Neste revisjon", "Neste revisjon", "Next revision"),
        new("Setter neste revisjonsdato og venter til den nærmer seg, eller til noen ber om revisjon.", "Set neste revisjonsdato og ventar til han nærmar seg, eller til nokon bed om revisjon.", "Sets the next revision date and waits until it comes near, or someone asks for a revision."),
        [
            ToolboxInputs.Length("interval", new("Så lenge til neste revisjon", "Så lenge til neste revisjon", "So long until the next revision")),
            ToolboxInputs.Length("openBefore", new("Går videre så lenge før", "Går vidare så lenge før", "Goes on so long before"), "P30D"),
            ToolboxInputs.OptionalSource with
            {
                Label = new("Svaret som sier når", "Svaret som seier når", "The answer that says when"),
            },
            ToolboxInputs.Day("countedFrom", new("Regnes fra", "Blir rekna frå", "Counted from"), new("La stå tomt for i dag.", "Lat stå tomt for i dag.", "Leave empty for today.")),
        ])
    {
        Outcomes = Ports,
        Result = new("Datoen, eller ønsket om revisjon", "Datoen, eller ønsket om revisjon", "The date, or the wish for a revision"),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [.. Ports.Select(port => port.Value)];

    private protected override void Run(ActivityContext c)
    {
        var from = Date(c, "countedFrom") ?? Today(c);
        var rules = Vocabulary.Rules.For(from);
        var computed = Next(c, from, rules.Deadline(DeadlineKeys.PlanRevision));
        var openBefore = Length(c, "openBefore") ?? new StepLength(30, PeriodUnit.Day);
        c.Issue(new SetNextRevision(computed, rules.Key));
        c.OpenWait(WaitKind.Timer, DeadlineKeys.PlanRevision, Rung.At(openBefore.Before(computed.EffectiveOn)), Due);
        c.OpenWait(WaitKind.Event, RequestEvent, tag: Requested);
        c.SetOutput("Result", Describe(computed));
    }

    private protected override void Continue(ActivityContext c, Wait wait, JsonNode? payload)
    {
        if (wait.Tag == Requested)
        {
            c.SetOutput("Result", new JsonObject { ["request"] = payload?.DeepClone() });
        }

        c.Complete(wait.Tag == Requested ? Requested : Due);
    }

    private static ComputedDeadline Next(ActivityContext c, DateOnly from, DeadlineRule rule)
    {
        var source = Source(c);
        var latest = rule.MaximumAmount is { } maximum ? DeadlineCalendar.RawEnd(from, maximum, rule.Unit) : DateOnly.MaxValue;
        var named = source.Date("nextRevisionOn")
            ?? (source.Number("revisionIntervalMonths") is { } months ? from.AddMonths(months) : (DateOnly?)null)
            ?? Length(c, "interval")?.After(from);

        return named is { } date && date > from
            ? DeadlineCalendar.Named(from, date < latest ? date : latest, rule)
            : DeadlineCalendar.Compute(from, rule);
    }

    private static JsonObject Describe(ComputedDeadline computed) => new()
    {
        ["nextRevisionOn"] = TaskResult.Iso(computed.EffectiveOn),
        ["rawOn"] = TaskResult.Iso(computed.RawOn),
        ["rolledBecause"] = computed.RolledBecause,
    };
}
