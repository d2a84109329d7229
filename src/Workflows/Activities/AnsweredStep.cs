using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A human step of one task whose answers are its ports.</summary>
public abstract class AnsweredStep : HumanStep
{
    private protected AnsweredStep(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <summary>What an answered step gives on.</summary>
    private protected static LocalizedText Answer { get; } = new("Svaret", "Svaret", "The answer");

    /// <summary>The answers when they are fixed; the drawing may widen them only where <see cref="AnswersOf"/> says so.</summary>
    private protected abstract IReadOnlyList<TaskOutcome> Answers { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [.. Answers.Select(answer => answer.Value)];

    internal override LocalizedText OutcomeNoun { get; } = new("svaret", "svaret", "the answer");

    private protected override void Run(ActivityContext c) => Open(c, "", AnswersOf(c));

    private protected virtual IReadOnlyList<TaskOutcome> AnswersOf(ActivityContext c) => Answers;

    private protected sealed override void Answered(ActivityContext c, string key, TaskResult result, JsonNode? payload)
    {
        CheckAnswer(result.Outcome, AnswersOf(c));
        Record(c, result);
        c.SetOutput("Result", payload?.DeepClone());
        c.Complete(result.Outcome);
    }

    /// <summary>Issues what the answer means for the case.</summary>
    private protected abstract void Record(ActivityContext c, TaskResult result);
}
