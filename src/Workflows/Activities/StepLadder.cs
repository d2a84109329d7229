using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>The reminders and escalations of one task, as its inputs or its legal deadline describe them (L-91).</summary>
internal static class StepLadder
{
    private static readonly string[] Inputs = ["remindBefore", "remindEvery", "escalateAfter"];

    public static IEnumerable<Rung> Of(ActivityContext c, string? deadline, DateOnly dueOn, RuleBook rules)
    {
        var saysNothing = Inputs.All(input => c.Node.FindInput(input) is null);

        // Of other legal deadlines the flow that keeps them warns; the task beside would remind of the same once more.
        if (saysNothing && deadline is null or DeadlineKeys.PlanRevision && OfficeReminders.Of(c, deadline ?? ReminderFacts.Tasks) is { } office)
        {
            return Addressed(c, deadline, office.Rungs(dueOn, null));
        }

        if (saysNothing && deadline == DeadlineKeys.PlanRevision)
        {
            var steps = OfSteps(rules.For(NorwegianTime.DateOf(c.Now)).Deadline(deadline).Warnings.Select(step => (step, step.On(dueOn))), Role(c));
            return Addressed(c, deadline, steps.Select(rung => rung.Kind == RungKind.Remind ? rung with { Role = null } : rung));
        }

        var before = c.GetStrings("remindBefore").Where(text => !StepLength.IsNone(text)).Select(StepLength.Parse).OfType<StepLength>()
            .Select(length => new Rung($"before:{length}", RungKind.Remind, length.Before(dueOn)));
        var every = Optional(c, "remindEvery") is { } interval ? [new Rung("every", RungKind.Remind, interval.After(dueOn), Every: interval)] : Array.Empty<Rung>();
        var above = Optional(c, "escalateAfter") is { } patience ? [new Rung($"escalate:{patience}", RungKind.Escalate, patience.After(dueOn), Role(c))] : Array.Empty<Rung>();
        return Addressed(c, deadline, [.. before, .. every, .. above]);
    }

    /// <summary>The rungs with whom they go to and how, as the step says; how, where it does not, as the office says.</summary>
    public static IEnumerable<Rung> Addressed(ActivityContext c, string? deadline, IEnumerable<Rung> rungs)
    {
        var office = OfficeReminders.Of(c, deadline ?? ReminderFacts.Tasks);
        var remindTo = c.GetText("remindTo") is { Length: > 0 } role ? role : null;
        var remindBy = Channel(c, "remindBy", office?.RemindBy);
        var escalateBy = Channel(c, "escalateBy", office?.EscalateBy);
        return rungs.Select(rung => rung.Kind switch
        {
            RungKind.Remind => rung with { Role = remindTo ?? rung.Role, Channel = remindBy },
            RungKind.Escalate => rung with { Channel = escalateBy },
            _ => rung,
        });
    }

    /// <summary>A channel that the step names; else the one that counts otherwise.</summary>
    public static RungChannel Channel(ActivityContext c, string input, RungChannel? otherwise) =>
        Enum.TryParse<RungChannel>(c.GetText(input), out var named) ? named : otherwise ?? RungChannel.Both;

    /// <summary>The reminder series that a rule set gives a deadline.</summary>
    public static IEnumerable<Rung> OfSteps(IEnumerable<(WarningStep Step, DateOnly On)> steps, string role) => steps.Select(step => ToRung(step.Step, step.On, role));

    /// <summary>A length input that may say <c>none</c>.</summary>
    public static StepLength? Optional(ActivityContext c, string input, string? fallback = null)
    {
        var text = c.GetText(input) is { Length: > 0 } written ? written : fallback;
        return StepLength.IsNone(text) ? null : StepLength.Parse(text);
    }

    private static Rung ToRung(WarningStep step, DateOnly on, string role)
    {
        var length = new StepLength(Math.Abs(step.Offset), step.Unit);
        var kind = step.Kind == WarningKind.Escalate ? RungKind.Escalate : RungKind.Remind;
        var name = step.Repeats ? "every" : (kind == RungKind.Escalate ? "escalate:" : step.Offset > 0 ? "after:" : "before:") + length;
        return new Rung(name, kind, on, role, step.Repeats ? length : null);
    }

    private static string Role(ActivityContext c) => c.GetText("escalateTo") is { Length: > 0 } role ? role : Roles.OfficeLeader;
}
