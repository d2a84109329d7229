using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Activities;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>An activity type: how it runs, resumes and is cancelled. One instance serves all executions, so it keeps no state of its own.</summary>
public abstract class Activity
{
    /// <summary>The type name in definitions, for instance <c>Elsa.Delay</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The version of the type in definitions.</summary>
    public virtual int Version => 1;

    /// <summary>Runs the activity. It must complete, fault, or open at least one wait; otherwise it stays for ever.</summary>
    /// <param name="c">The execution.</param>
    public abstract void Execute(ActivityContext c);

    /// <summary>Something that the activity waited for has come. It may complete, fault, or open further waits and stay.</summary>
    /// <param name="c">The execution.</param>
    /// <param name="wait">The wait; already closed.</param>
    /// <param name="payload">What came.</param>
    public virtual void Resume(ActivityContext c, Wait wait, JsonNode? payload) => c.Complete();

    /// <summary>The execution is cancelled. Its waits are closed by the engine; only further effects need undoing here.</summary>
    /// <param name="c">The execution.</param>
    public virtual void Cancel(ActivityContext c)
    {
    }

    /// <summary>
    /// What is wrong with how this activity is filled in and what to do about it, for the leader who draws; asked when a definition is published.
    /// The step's name is put before each text, so the texts begin in lower case.
    /// </summary>
    /// <param name="node">The activity in its definition.</param>
    public virtual IEnumerable<LocalizedText> Validate(ActivityNode node) => [];

    /// <summary>The outcomes that the activity can complete with, which are the ports drawn on it; empty for one that ends its branch.</summary>
    /// <param name="node">The activity in its definition.</param>
    public virtual IReadOnlyList<string> Outcomes(ActivityNode node) => ["Done"];

    /// <summary>What people call an outcome.</summary>
    /// <param name="node">The activity in its definition.</param>
    /// <param name="outcome">The outcome as definitions write it.</param>
    public virtual LocalizedText OutcomeLabel(ActivityNode node, string outcome) => ElsaWords.Outcome(outcome);

    /// <summary>What people call an input.</summary>
    /// <param name="name">The input's name, camelCase.</param>
    public virtual LocalizedText InputLabel(string name) => ElsaWords.Input(Type, name);

    /// <summary>What an outcome is when nothing better is said of it.</summary>
    internal static LocalizedText AnyOutcome { get; } = new("utfallet", "utfallet", "the outcome");

    /// <summary>What kind of thing the outcomes of this activity are, in definite form: answers, branches.</summary>
    internal virtual LocalizedText OutcomeNoun => AnyOutcome;

    /// <summary>Whether completing this activity ends the container that it stands in.</summary>
    internal virtual bool IsTerminal => false;

    /// <summary>Whether variables that scripts create live in this activity.</summary>
    internal virtual bool HoldsVariables => false;

    /// <summary>Inputs that are evaluated only when the activity asks; all others are evaluated before it runs.</summary>
    internal virtual IReadOnlyCollection<string> LazyInputs => [];

    /// <summary>A child that this activity scheduled has completed.</summary>
    /// <param name="c">This activity's execution.</param>
    /// <param name="child">The child; null when there was none to schedule.</param>
    /// <param name="outcomes">The ports it left by.</param>
    internal virtual void ChildCompleted(ActivityContext c, ActivityExecution? child, OutcomeSet outcomes)
    {
    }

    /// <summary>A child has been cancelled while this activity goes on.</summary>
    internal virtual void ChildCanceled(ActivityContext c, ActivityExecution child)
    {
    }

    /// <summary>A Break inside this activity asks the nearest loop to end.</summary>
    /// <returns>True when this activity is that loop.</returns>
    internal virtual bool BreakRequested(ActivityContext c) => false;

    /// <summary>A Complete inside this activity asks the nearest composite to end.</summary>
    /// <returns>True when this activity is that composite.</returns>
    internal virtual bool CompositeCompletionRequested(ActivityContext c, ActivityExecution sender, OutcomeSet outcomes) => false;
}
