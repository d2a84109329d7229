using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Keeps a legal deadline and waits for a point of it, however far away. Warnings on the way are told to people; they are no ports.</summary>
public sealed class WaitForDeadline : DomainActivity
{
    private const string Reached = "Reached";
    private const string Settled = "Settled";
    private const string PointTag = "point";
    private const string Warnings = "warnings";
    private static readonly ChoiceInfo[] Ports =
    [
        new(Reached, new("Tidspunktet er nådd", "Tidspunktet er nådd", "The point is reached")),
        new(Settled, new("Fristen er holdt", "Fristen er halden", "The deadline is met")),
    ];

    internal WaitForDeadline(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    private static IReadOnlyList<ChoiceInfo> Points { get; } = Choices.Of<Point>(
        new(nameof(Point.LastWarning), new("Ved siste varsel", "Ved siste varsel", "At the last warning")),
        new(nameof(Point.ActBy), new("Siste arbeidsdag før den er ute", "Siste arbeidsdag før han er ute", "On the last working day before it is out")),
        new(nameof(Point.Effective), new("Dagen den er ute", "Dagen han er ute", "On the day it is out")),
        new(nameof(Point.AfterEffective), new("Når den er brutt", "Når han er broten", "When it is missed")));

    private enum Point
    {
        LastWarning,
        ActBy,
        Effective,
        AfterEffective,
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Vent på frist", "Vent på frist", "Wait for deadline"),
        new("Holder styr på en lovbestemt frist og venter til den nærmer seg eller er ute.", "Held styr på ein lovfesta frist og ventar til han nærmar seg eller er ute.", "Keeps a legal deadline and waits until it comes or is over."),
        [
            new("deadline", InputKind.Deadline, true) { Label = new("Frist", "Frist", "Deadline") },
            new("point", InputKind.Choice, Choices: Points, Default: nameof(Point.Effective)) { Label = new("Går videre", "Går vidare", "Goes on") },
            new("warnBefore", InputKind.Lengths)
            {
                Label = new("Varsler før fristen", "Varsel før fristen", "Warnings before it is out"),
                Help = new(
                    "Én per linje, for eksempel «3 arbeidsdager». Tomt gir de faste varslene.", "Éi per linje, til dømes «3 arbeidsdagar». Tomt gjev dei faste varsla.",
                    "One per line, for example “3 working days”. Empty gives the usual ones."),
            },
            new("warnRole", InputKind.Role, Default: Roles.CaseManager) { Label = new("Hvem som varsles", "Kven som blir varsla", "Who is warned") },
            ToolboxInputs.Channel("warnBy", new("Varsler gis", "Varsel blir gitt", "Warnings are given")),
            ToolboxInputs.Length("length", new("Annen lengde enn loven sier", "Anna lengd enn lova seier", "Another length than the law's")),
            ToolboxInputs.Day("startsOn", new("Regnes fra", "Blir rekna frå", "Counted from"), new("La stå tomt for det loven sier.", "Lat stå tomt for det lova seier.", "Leave empty for what the law says.")),
            ToolboxInputs.Day("endsOn", new("Løper ut på en bestemt dato", "Går ut på ein bestemt dato", "Ends on a certain date")),
            ToolboxInputs.Subject,
        ])
    {
        Outcomes = Ports,
        Result = new("Fristens datoer", "Datoane til fristen", "The deadline's dates"),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [.. Ports.Select(port => port.Value)];

    private protected override void Run(ActivityContext c)
    {
        var key = Require(c, "deadline");
        var startedOn = Date(c, "startsOn") ?? DeadlineStart.Of(key, CaseFactsReader.Of(c), Today(c));
        var rules = Vocabulary.Rules.For(startedOn);
        var computed = Compute(c, startedOn, rules.Deadline(key));
        var subject = Subject(c);
        c.Issue(new TrackDeadline(computed, rules.Key, c.GetText("startEvent") is { Length: > 0 } startEvent ? startEvent : DeadlineStart.EventOf(key), subject));
        c.Local["result"] = new JsonObject
        {
            ["key"] = key,
            ["startedOn"] = TaskResult.Iso(startedOn),
            ["rawOn"] = TaskResult.Iso(computed.RawOn),
            ["effectiveOn"] = TaskResult.Iso(computed.EffectiveOn),
            ["actByOn"] = TaskResult.Iso(computed.ActByOn),
        };
        var warnings = WarningRungs(c, rules.Deadline(key), computed).ToList();
        var pointAt = Choice(c, "point", Point.Effective) switch
        {
            Point.ActBy => Rung.At(computed.ActByOn),
            Point.LastWarning => Rung.At(warnings.Where(warning => warning.Kind == RungKind.Remind).Select(warning => (DateOnly?)warning.On).Max() ?? computed.ActByOn),
            Point.AfterEffective => NorwegianTime.EndOf(computed.EffectiveOn),
            _ => Rung.At(computed.EffectiveOn),
        };
        c.OpenWait(WaitKind.Timer, key, pointAt, PointTag);

        // The step goes on at its point: what lies after it is never told by this step, and is not to be shown as if it were.
        RungLadder.Begin(c, Warnings, warnings.Where(warning => warning.DueAt <= pointAt));
    }

    /// <summary>A warning whose day has come is told also when the point comes at the same instant, whichever timer fires first.</summary>
    private protected override void Continue(ActivityContext c, Wait wait, JsonNode? payload)
    {
        var key = Require(c, "deadline");
        var startedOn = TaskResult.DateOf(c.Local["result"]?["startedOn"]) ?? Today(c);
        var subject = Subject(c);
        var state = CaseFactsReader.Of(c).Deadline(key, subject) is { } fact && fact.StartedOn == startedOn ? fact.State : DeadlineState.Running;
        if ((RungLadder.Of(c, wait) ?? RungLadder.Named(c, Warnings)) is var ladder && state == DeadlineState.Running)
        {
            foreach (var rung in ladder.Climb(wait))
            {
                c.Issue(new WarnDeadline(key, subject, startedOn, rung.FullName, rung.On, rung.Role ?? Roles.CaseManager) { Channel = rung.Channel });
            }
        }

        if (wait.Tag != PointTag)
        {
            return;
        }

        if (Choice(c, "point", Point.Effective) == Point.AfterEffective && state == DeadlineState.Running)
        {
            c.Issue(new MissDeadline(key, subject, startedOn));
        }

        c.SetOutput("Result", c.Local["result"]?.DeepClone());
        c.Complete(state is DeadlineState.Met or DeadlineState.Stopped ? Settled : Reached);
    }

    private static ComputedDeadline Compute(ActivityContext c, DateOnly startedOn, DeadlineRule rule)
    {
        if (Date(c, "endsOn") is { } endsOn)
        {
            return DeadlineCalendar.Named(startedOn, endsOn, rule);
        }

        return Length(c, "length") is not { } length ? DeadlineCalendar.Compute(startedOn, rule)
            : length.Unit == rule.Unit ? DeadlineCalendar.Compute(startedOn, rule, length.Amount)
            : DeadlineCalendar.Named(startedOn, length.After(startedOn), rule);
    }

    /// <summary>Whom and how, beside when. How is as the step says; where it does not, as the office says.</summary>
    private static IEnumerable<Rung> WarningRungs(ActivityContext c, DeadlineRule rule, ComputedDeadline computed)
    {
        var office = OfficeReminders.Of(c, rule.Key);
        return Days(c, rule, computed, office)
            .Select(rung => rung with { Channel = StepLadder.Channel(c, "warnBy", rung.Kind == RungKind.Escalate ? office?.EscalateBy : office?.RemindBy) });
    }

    /// <summary>What is counted in working days is counted from the day by which to act, as <see cref="ComputedDeadline.Warnings"/> does it, so that a last day on a Sunday is not warned of too late.</summary>
    private static IEnumerable<Rung> Days(ActivityContext c, DeadlineRule rule, ComputedDeadline computed, OfficeReminders? office)
    {
        var role = c.GetText("warnRole") is { Length: > 0 } text ? text : Roles.CaseManager;
        if (c.Node.FindInput("warnBefore") is null && office is not null)
        {
            return office.Rungs(computed.EffectiveOn, role, computed.ActByOn);
        }

        if (c.Node.FindInput("warnBefore") is null)
        {
            return StepLadder.OfSteps(computed.Warnings(rule), Roles.OfficeLeader).Select(rung => rung.Kind == RungKind.Remind ? rung with { Role = role } : rung);
        }

        return c.GetStrings("warnBefore").Where(text => !StepLength.IsNone(text)).Select(StepLength.Parse).OfType<StepLength>()
            .Select(length => new Rung($"before:{length}", RungKind.Remind, length.Before(length.Unit == PeriodUnit.WorkingDay ? computed.ActByOn : computed.EffectiveOn), role));
    }
}
