using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Asks each invited participant to confirm what it contributes, one task each, and makes the case's cooperation agreement of the answers (L-81 to L-84).</summary>
public sealed class AgreeCooperation : HumanStep
{
    private const string AllConfirmed = "AllConfirmed";
    private const string SomeDeclined = "SomeDeclined";
    private const string NoParticipants = "NoParticipants";
    private const string Confirmed = "Confirmed";
    private static readonly ChoiceInfo[] Ports =
    [
        new(AllConfirmed, new("Alle har bekreftet", "Alle har stadfesta", "All have confirmed")),
        new(SomeDeclined, new("Noen takket nei", "Nokon takka nei", "Some declined")),
        new(NoParticipants, new("Ingen deltakere", "Ingen deltakarar", "No participants")),
    ];

    private static readonly TaskOutcome[] Answers = [new(Confirmed, "Bekreftet"), new("Declined", "Takker nei")];

    internal AgreeCooperation(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Samarbeidsavtale", "Samarbeidsavtale", "Cooperation agreement"),
        new("Hver inviterte deltaker bekrefter sitt bidrag; svarene blir samarbeidsavtalen.", "Kvar inviterte deltakar stadfestar bidraget sitt; svara blir samarbeidsavtalen.", "Each invited participant confirms its contribution; the answers become the cooperation agreement."),
        [
            .. MainInputs,
            ToolboxInputs.Length("remindAfter", new("Påminnes så lenge etter fristen", "Blir minna på så lenge etter fristen", "Reminded when late by"), "P0D"),
            ToolboxInputs.Length("leaderAfter", new("Deltakerens leder varsles så lenge etter fristen", "Leiaren til deltakaren blir varsla så lenge etter fristen", "The participant's leader is told when late by"), "P7D"),
            ToolboxInputs.Length("unitAfter", new("Koordinerende enhet varsles så lenge etter fristen", "Koordinerande eining blir varsla så lenge etter fristen", "The coordinating unit is told when late by"), "P14D"),
            ToolboxInputs.Length("municipalityAfter", new("Kommunens ledelse varsles så lenge etter fristen", "Leiinga i kommunen blir varsla så lenge etter fristen", "The municipality's management is told when late by"), "P28D"),
            .. FollowUpInputs,
            new("participants", InputKind.Expression)
            {
                Label = new("Bare disse deltakerne", "Berre desse deltakarane", "Only these participants"),
                Help = new("La stå tomt for alle som er invitert.", "Lat stå tomt for alle som er inviterte.", "Leave empty for everyone who is invited."),
            },
            ToolboxInputs.Letter,
        ])
    {
        Outcomes = Ports,
        Result = new("Hvem som sa ja og nei", "Kven som sa ja og nei", "Who said yes and no"),
    };

    private protected override StepDefaults Defaults { get; } = new("Bekreft deltakelse og bidrag", Roles.Participant, "confirm-participation", "P14D");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [.. Ports.Select(port => port.Value)];

    private protected override void Run(ActivityContext c)
    {
        var invited = Invited(c);
        if (invited.Count == 0)
        {
            Finish(c, NoParticipants);
            return;
        }

        c.Local["left"] = invited.Count;
        c.Local["yes"] = new JsonArray();
        c.Local["no"] = new JsonArray();
        var letter = c.GetText("letter");
        foreach (var participant in invited)
        {
            var id = TaskResult.TextOf(participant["participantId"]) ?? throw new ActivityFaultException("A participant among the case facts has no id.");
            var isObliged = TaskResult.TextOf(participant["isObliged"]) != "false";
            Open(c, id, Answers, TaskResult.TextOf(participant["contactUserId"]), id, dueOn => StepLadder.Addressed(c, null, Ladder(c, dueOn, isObliged)));
            if (letter is { Length: > 0 })
            {
                c.Issue(new QueueLetter(letter, LetterAddressee.Participant, LetterRoute.Automatic, id, [], null));
            }
        }
    }

    private protected override void Answered(ActivityContext c, string key, TaskResult result, JsonNode? payload)
    {
        CheckAnswer(result.Outcome, Answers);
        c.Issue(new RecordParticipation(key, result.Outcome == Confirmed, result));
        ((JsonArray)c.Local[result.Outcome == Confirmed ? "yes" : "no"]!).Add(key);
        var left = c.Local["left"]!.GetValue<int>() - 1;
        c.Local["left"] = left;
        if (left > 0)
        {
            return;
        }

        if (((JsonArray)c.Local["yes"]!).Count > 0)
        {
            c.Issue(new RecordAgreement());
        }

        Finish(c, ((JsonArray)c.Local["no"]!).Count == 0 ? AllConfirmed : SomeDeclined);
    }

    private static void Finish(ActivityContext c, string port)
    {
        c.SetOutput("Result", new JsonObject
        {
            ["confirmed"] = c.Local["yes"]?.DeepClone() ?? new JsonArray(),
            ["declined"] = c.Local["no"]?.DeepClone() ?? new JsonArray(),
        });
        c.Complete(port);
    }

    private static List<JsonObject> Invited(ActivityContext c)
    {
        var participants = CaseFactsReader.Of(c).Participants;
        var chosen = c.GetInput("participants") is null ? null : c.GetStrings("participants");
        return
        [
            .. chosen is null
                ? participants.Where(participant => TaskResult.TextOf(participant["status"]) == "Invited")
                : chosen.Select(id => participants.FirstOrDefault(participant => TaskResult.TextOf(participant["participantId"]) == id) ?? new JsonObject { ["participantId"] = id }),
        ];
    }

    /// <summary>L-84: only a service that must take part can be led up the ladder; a voluntary one is reminded and may decline freely.</summary>
    private static IEnumerable<Rung> Ladder(ActivityContext c, DateOnly dueOn, bool isObliged)
    {
        if (StepLadder.Optional(c, "remindAfter", "P0D") is { } remind)
        {
            yield return new Rung("remind", RungKind.Remind, remind.After(dueOn));
        }

        if (!isObliged)
        {
            yield break;
        }

        foreach (var (name, input, fallback, role) in new[]
        {
            ("leader", "leaderAfter", "P7D", Roles.OfficeLeader),
            ("unit", "unitAfter", "P14D", Roles.CoordinatingUnit),
            ("municipality", "municipalityAfter", "P28D", Roles.OfficeLeader),
        })
        {
            if (StepLadder.Optional(c, input, fallback) is { } patience)
            {
                yield return new Rung(name, RungKind.Escalate, patience.After(dueOn), role);
            }
        }
    }
}
