using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>An activity of the toolbox "Individuell plan". It decides what must be recorded and issues commands; the host does it in the transaction of the advance.</summary>
/// <remarks>Facts about the case are as the advance began: what an earlier activity of the same advance recorded is seen only by the next one.</remarks>
public abstract class DomainActivity : Activity
{
    /// <summary>What all type names of the toolbox begin with.</summary>
    public const string TypePrefix = "IndividualPlan.";

    private protected DomainActivity(Vocabulary vocabulary) => Vocabulary = vocabulary;

    /// <inheritdoc/>
    public sealed override string Type => TypePrefix + GetType().Name;

    /// <summary>How a toolbox shows the activity.</summary>
    public abstract ActivityInfo Info { get; }

    internal Vocabulary Vocabulary { get; }

    /// <summary>What a literal of an input may be, with what people read; null when it may be any text, or what the host knows (workflows).</summary>
    /// <param name="input">An input of this activity.</param>
    public IReadOnlyList<ChoiceInfo>? ChoicesOf(InputInfo input) => input.Choices ?? Vocabulary.ChoicesOf(input.Kind);

    /// <inheritdoc/>
    public sealed override void Execute(ActivityContext c) => Faulting(() => Run(c));

    /// <inheritdoc/>
    public sealed override void Resume(ActivityContext c, Wait wait, JsonNode? payload) => Faulting(() => Continue(c, wait, payload));

    /// <inheritdoc/>
    public override IEnumerable<LocalizedText> Validate(ActivityNode node) => InputCheck.Problems(node, Info.Inputs, Vocabulary);

    /// <inheritdoc/>
    public override LocalizedText InputLabel(string name) => Info.Inputs.FirstOrDefault(input => input.Name == name)?.Label ?? new(name, name, name);

    /// <inheritdoc/>
    public override LocalizedText OutcomeLabel(ActivityNode node, string outcome) =>
        Info.Outcomes.FirstOrDefault(known => known.Value == outcome)?.Label ?? new(outcome, outcome, outcome);

    private protected abstract void Run(ActivityContext c);

    private protected virtual void Continue(ActivityContext c, Wait wait, JsonNode? payload) => c.Complete();

    /// <summary>The Norwegian day of the advance.</summary>
    private protected static DateOnly Today(ActivityContext c) => NorwegianTime.DateOf(c.Now);

    private protected static string Require(ActivityContext c, string input) =>
        c.GetText(input) is { Length: > 0 } text ? text : throw new ActivityFaultException($"The input {input} is empty.");

    private protected static TChoice Choice<TChoice>(ActivityContext c, string input, TChoice fallback)
        where TChoice : struct, Enum =>
        c.GetText(input) is not { Length: > 0 } text ? fallback
        : Enum.TryParse<TChoice>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice
        : throw new ActivityFaultException($"The input {input} takes {string.Join(", ", Enum.GetNames<TChoice>())}, not '{text}'.");

    private protected static DateOnly? Date(ActivityContext c, string input) => TaskResult.DateOf(c.GetInput(input));

    private protected static StepLength? Length(ActivityContext c, string input) => c.GetText(input) is var text && StepLength.IsNone(text) ? null : StepLength.Parse(text);

    private protected static string? Subject(ActivityContext c) => c.GetText("subject") is { Length: > 0 } text ? text : null;

    private protected static TaskResult Source(ActivityContext c, string input = "source") => TaskResult.From(c.GetInput(input));

    /// <summary>The source of a recording step; faults when the drawing gives none, for then a variable is missing.</summary>
    private protected static TaskResult RequiredSource(ActivityContext c) =>
        c.GetInput("source") is { } node ? TaskResult.From(node) : throw new ActivityFaultException("The input source is empty: bind it to the result of the task whose answer is recorded.");

    private static void Faulting(Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or UnknownRuleException)
        {
            throw new ActivityFaultException(exception.Message, exception);
        }
    }
}
