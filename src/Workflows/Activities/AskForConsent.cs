using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Asks for one of the two consents, to having a plan or to sharing confidential information with a service, and records the answer (L-49 to L-53). The form to sign may go out with the question.</summary>
public sealed class AskForConsent : AnsweredStep
{
    private const string Given = "Given";
    private const string Refused = "Refused";
    private const string NotAnswered = "NotAnswered";
    private static readonly ChoiceInfo[] Ports =
    [
        new(Given, new("Gitt", "Gitt", "Given")),
        new(Refused, new("Avslått", "Avslått", "Refused")),
        new(NotAnswered, new("Ikke besvart", "Ikkje svart på", "Not answered")),
    ];

    private static readonly TaskOutcome[] Offered = [.. Ports.Select(port => new TaskOutcome(port.Value, port.Label.Nb))];

    internal AskForConsent(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Spør om samtykke", "Spør om samtykke", "Ask for consent"),
        new("Ber om samtykke til planen, eller til å dele opplysninger med en tjeneste, og lagrer svaret.", "Bed om samtykke til planen, eller til å dele opplysningar med ei teneste, og lagrar svaret.", "Asks for consent to the plan, or to sharing information with a service, and records the answer."),
        [
            ToolboxInputs.ConsentType,
            ToolboxInputs.RecipientService,
            .. MainInputs,
            ToolboxInputs.Length("giveUpAfter", new("Regnes som ubesvart så lenge etter fristen", "Blir rekna som ikkje svart på så lenge etter fristen", "Counts as not answered when late by")),
            .. FollowUpInputs,
            new("participant", InputKind.Expression)
            {
                Label = new("Deltakeren det gjelder", "Deltakaren det gjeld", "The participant it is about"),
                Help = new("Deltakerens id fra en variabel.", "Id-en til deltakaren frå ein variabel.", "The participant's id from a variable."),
            },
            ToolboxInputs.Letter,
        ])
    {
        Outcomes = Ports,
        Result = Answer,
    };

    private protected override StepDefaults Defaults { get; } = new("Innhent samtykke", Roles.CaseManager, "consent");

    private protected override IReadOnlyList<TaskOutcome> Answers => Offered;

    private protected override void Run(ActivityContext c)
    {
        var patience = Length(c, "giveUpAfter");
        var participant = c.GetText("participant");
        Open(c, "", Offered, subjectId: participant, rungs: dueOn =>
        [
            .. StepLadder.Of(c, c.GetText("deadline"), dueOn, Vocabulary.Rules),
            .. patience is null ? Array.Empty<Rung>() : [new Rung("give-up", RungKind.GiveUp, patience.After(dueOn))],
        ]);
        if (c.GetText("letter") is { Length: > 0 } letter)
        {
            var details = new JsonObject { ["recipientService"] = c.GetText("recipientService") };
            c.Issue(new QueueLetter(letter, LetterAddressee.Person, LetterRoute.Automatic, participant is { Length: > 0 } ? participant : null, details, null));
        }
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
