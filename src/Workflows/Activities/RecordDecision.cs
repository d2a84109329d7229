using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Takes a decision one step on: drafted, sent back, made, notified (L-42 to L-46). A second person is needed where the rule set says so.</summary>
/// <remarks>Notifying starts the appeal deadline from the day of arrival and the absolute limit from the day the decision was made, and meets the one-month clock.</remarks>
public sealed class RecordDecision : DomainActivity
{
    private static readonly Dictionary<string, DecisionSubject> Kinds = new(StringComparer.Ordinal)
    {
        ["Entitlement"] = DecisionSubject.Entitlement,
        ["Coordinator"] = DecisionSubject.Coordinator,
        ["Ending"] = DecisionSubject.PlanEnding,
        ["AppealDismissal"] = DecisionSubject.AppealDismissal,
        ["Reversal"] = DecisionSubject.OwnReversal,
    };

    private static readonly ChoiceInfo[] KindChoices =
    [
        new("Entitlement", new("Rett til plan", "Rett til plan", "The right to a plan")),
        new("Coordinator", new("Koordinator", "Koordinator", "Coordinator")),
        new("Ending", new("Avslutning av planen", "Avslutning av planen", "Ending of the plan")),
        new("AppealDismissal", new("Avvisning av klage", "Avvising av klage", "Dismissal of an appeal")),
        new("Reversal", new("Omgjøring av eget vedtak", "Omgjering av eige vedtak", "Reversal of an own decision")),
    ];

    internal RecordDecision(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Registrer vedtak", "Registrer vedtak", "Record decision"),
        new("Registrerer utkast, vedtak eller underretning.", "Registrerer utkast, vedtak eller underretning.", "Records a draft, a decision or its notice."),
        [
            new("stage", InputKind.Choice, true, Choices.DecisionStages) { Label = new("Hva som skjer med vedtaket", "Kva som skjer med vedtaket", "What happens to the decision") },
            new("kind", InputKind.Choice, Choices: KindChoices, Default: "Entitlement") { Label = new("Hva vedtaket gjelder", "Kva vedtaket gjeld", "What the decision is about") },
            new("outcome", InputKind.Choice, Choices: Choices.DecisionOutcomes)
            {
                Label = new("Utfall", "Utfall", "Outcome"),
                Help = new("La stå tomt når svaret på oppgaven sier det.", "Lat stå tomt når svaret på oppgåva seier det.", "Leave empty when the task's answer says it."),
            },
            ToolboxInputs.OptionalSource,
            ToolboxInputs.Subject,
        ])
    {
        Result = new("Utfall, og om en til må godkjenne", "Utfall, og om ein til må godkjenne", "Outcome, and whether a second person must approve"),
    };

    private protected override void Run(ActivityContext c)
    {
        Require(c, "stage");
        var stage = Choice(c, "stage", DecisionStage.Draft);
        var kind = c.GetText("kind") is not { Length: > 0 } text ? DecisionSubject.Entitlement
            : Kinds.TryGetValue(text, out var known) ? known
            : throw new ActivityFaultException($"The input kind takes {string.Join(", ", Kinds.Keys)}, not '{text}'.");
        var result = Source(c);
        var outcome = c.GetText("outcome") is { Length: > 0 } ? Choice(c, "outcome", DecisionOutcome.Granted) : result.Choice<DecisionOutcome>("outcome");
        if (outcome is null && stage == DecisionStage.Draft)
        {
            throw new ActivityFaultException("No outcome is given, neither by the input outcome nor by the field outcome of the source.");
        }

        c.Issue(new AdvanceDecision(stage, kind, outcome, Subject(c), result));
        c.SetOutput("Result", new JsonObject
        {
            ["outcome"] = outcome?.ToString(),
            ["kind"] = kind.ToString(),
            ["needsApproval"] = outcome is { } decided && NeedsSecondPerson(Today(c), kind, decided),
        });
        c.Complete();
    }

    private bool NeedsSecondPerson(DateOnly today, DecisionSubject about, DecisionOutcome outcome) =>
        Vocabulary.Rules.For(today).Decision.FourEyes is var rules && (rules.Contains(outcome.ToString()) || rules.Contains(about.ToString()));
}
