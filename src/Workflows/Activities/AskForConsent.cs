using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Asks for one of the two consents, to having a plan or to sharing confidential information with a service, and records the answer (L-49 to L-53).</summary>
public sealed class AskForConsent : AnsweredStep
{
    private const string Given = "Given";
    private const string Refused = "Refused";
    private const string NotAnswered = "NotAnswered";
    private static readonly TaskOutcome[] Ports = [new(Given, "Gitt"), new(Refused, "Avslått"), new(NotAnswered, "Ikke besvart")];

    internal AskForConsent(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Spør om samtykke", "Spør om samtykke", "Ask for consent"),
        new("Ber om samtykke til planen, eller til å dele opplysninger med en tjeneste, og lagrer svaret.", "Bed om samtykke til planen, eller til å dele opplysningar med ei teneste, og lagrar svaret.", "Asks for consent to the plan, or to sharing information with a service, and records the answer."),
        [
            new("consentType", InputKind.Choice, Choices: Enum.GetNames<ConsentType>(), Default: nameof(ConsentType.Plan)),
            new("recipientService", InputKind.Text),
            new("participant", InputKind.Expression),
            new("giveUpAfter", InputKind.Length),
            .. StepInputs,
        ]);

    private protected override StepDefaults Defaults { get; } = new("Innhent samtykke", Roles.CaseManager, "consent");

    private protected override IReadOnlyList<TaskOutcome> Answers => Ports;

    private protected override void Run(ActivityContext c)
    {
        var patience = Length(c, "giveUpAfter");
        Open(c, "", Ports, subjectId: c.GetText("participant"), rungs: dueOn =>
        [
            .. StepLadder.Of(c, c.GetText("deadline"), dueOn, Vocabulary.Rules),
            .. patience is null ? Array.Empty<Rung>() : [new Rung("give-up", RungKind.GiveUp, patience.After(dueOn))],
        ]);
    }

    private protected override void Record(ActivityContext c, TaskResult result)
    {
        if (result.Outcome != NotAnswered)
        {
            c.Issue(new RecordConsent(
                Choice(c, "consentType", ConsentType.Plan), result.Outcome == Given, c.GetText("recipientService"), c.GetText("participant"), result));
        }
    }

    private protected override void GaveUp(ActivityContext c, string key)
    {
        c.SetOutput("Result", new JsonObject { ["outcome"] = NotAnswered });
        c.Complete(NotAnswered);
    }
}
