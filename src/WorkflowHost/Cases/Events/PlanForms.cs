using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Consents;
using IndividualPlan.WorkflowHost.Coordinators;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Plans;
using RoleNames = IndividualPlan.WorkflowHost.Auth.RoleNames;

namespace IndividualPlan.WorkflowHost.Cases.Events;

/// <summary>Reports about consents, meetings, revision and coordinators.</summary>
internal static class PlanForms
{
    private static readonly CoordinatorEndReason[] ReasonsToLeave =
        [CoordinatorEndReason.LeftJob, CoordinatorEndReason.LongAbsence, CoordinatorEndReason.ServiceEnded, CoordinatorEndReason.Conflict, CoordinatorEndReason.Moved];

    private static readonly EventField Wish = new("wish", EventFieldKind.LongText, new("Ønsket, med personens egne ord", "Ønsket, med personens eigne ord", "The wish, in the person's own words"));

    public static readonly IReadOnlyList<EventForm> All =
    [
        new(
            "consent-withdrawn", EventGroup.Plan, new("Trekk tilbake et samtykke", "Trekk tilbake eit samtykke", "Withdraw a consent"),
            new("Det samtykket åpnet for, stenges med en gang. Trekkes samtykket til planen, stanser arbeidet med den, og personen spørres om koordinator uten plan.",
                "Det samtykket opna for, blir stengt med ein gong. Blir samtykket til planen trekt, stansar arbeidet med han, og personen blir spurd om koordinator utan plan.",
                "What the consent opened is closed at once. If the consent to the plan is withdrawn, work on it stops, and the person is asked about a coordinator without a plan."),
            new("Samtykket er trukket tilbake. Det det åpnet for, er stengt.", "Samtykket er trekt tilbake. Det det opna for, er stengt.", "The consent is withdrawn. What it opened is closed."),
            [
                new("consentId", EventFieldKind.Choice, new("Hvilket samtykke?", "Kva for eit samtykke?", "Which consent?"))
                {
                    Choices = static (subjects, language) => [.. subjects.Consents.Select(c => new Choice(
                        c.Id.ToString(), $"{ConsentWords.Type(c.Type).In(language)}{(c.RecipientService is { } service ? $": {RoleNames.Service(service).In(language)}" : "")}", ConsentWords.Meaning(c.Type).In(language)))],
                },
            ])
        {
            Fits = static s => s.IsOpen && s.Consents.Count > 0,
            Confirm = new("Den som ga samtykket, vil trekke det", "Den som gav samtykket, vil trekkje det", "Whoever gave the consent wants to withdraw it"),
        },
        new(
            "revision-requested", EventGroup.Plan, new("Be om revisjon av planen", "Be om revisjon av planen", "Ask for a revision of the plan"),
            new("Koordinatoren får en oppgave med å evaluere planen sammen med personen, før den planlagte datoen.", "Koordinatoren får ei oppgåve med å evaluere planen saman med personen, før den planlagde datoen.", "The coordinator gets the task of evaluating the plan with the person, before the planned date."),
            new("Ønsket om revisjon er registrert. Koordinatoren har fått oppgaven.", "Ønsket om revisjon er registrert. Koordinatoren har fått oppgåva.", "The wish for a revision is registered. The coordinator has got the task."),
            [
                new("trigger", EventFieldKind.Choice, new("Hva er grunnen?", "Kva er grunnen?", "What is the ground?"))
                {
                    Choices = static (_, language) => [.. Enum.GetValues<RevisionTrigger>().Except([RevisionTrigger.Planned]).Select(t => new Choice(t.ToString(), PlanWords.Trigger(t).In(language)))],
                },
            ])
        { Fits = static s => s.HasApprovedPlan && s.State == CaseState.Active, Reason = new("Hva er endret?", "Kva er endra?", "What has changed?") },
        new(
            "meeting-called", EventGroup.Plan, new("Kall inn til møte om planen", "Kall inn til møte om planen", "Call to a meeting about the plan"),
            new("Personen og de du velger, får brev med innkallingen. På møtedagen får koordinatoren en oppgave med å skrive referat.", "Personen og dei du vel, får brev med innkallinga. På møtedagen får koordinatoren ei oppgåve med å skrive referat.", "The person and those you choose get a letter with the call. On the day of the meeting the coordinator gets the task of writing the minutes."),
            new("Innkallingen er skrevet og går ut.", "Innkallinga er skriven og går ut.", "The call is written and goes out."),
            [
                new("meetingOn", EventFieldKind.Date, new("Når er møtet?", "Når er møtet?", "When is the meeting?")),
                new("meetingTime", EventFieldKind.Text, new("Klokkeslett", "Klokkeslett", "Time of day")) { IsOptional = true, Hint = new("For eksempel 13.00.", "Til dømes 13.00.", "For example 13.00.") },
                new("meetingPlace", EventFieldKind.Text, new("Sted", "Stad", "Place"))
                {
                    IsOptional = true,
                    Hint = new("Skriv «digitalt» når møtet er på nett. Stedet står ikke i brevet når adressen er beskyttet; da sier koordinatoren fra.", "Skriv «digitalt» når møtet er på nett. Staden står ikkje i brevet når adressa er verna; då seier koordinatoren frå.", "Write “online” when the meeting is on the net. When the address is protected the place is not in the letter; then the coordinator tells it."),
                },
                new("meetingTopic", EventFieldKind.LongText, new("Hva skal møtet handle om?", "Kva skal møtet handle om?", "What is the meeting about?")) { IsOptional = true },
                new("participants", EventFieldKind.Choices, new("Hvem andre kalles inn?", "Kven andre blir kalla inn?", "Who else is called?"))
                {
                    IsOptional = true,
                    Hint = new("Personen bestemmer hvem som skal være med.", "Personen bestemmer kven som skal vere med.", "The person decides who is to be there."),
                    Choices = static (subjects, language) => [.. subjects.Participants.Select(p => new Choice(p.Id.ToString(), RoleNames.Service(p.Service).In(language)))],
                },
            ])
        { Fits = static s => s.IsOpen && s.HasCoordinator, Reason = new("Merknad til historikken", "Merknad til historikken", "Note for the history") },
        new(
            "coordinator-change-requested", EventGroup.Coordinator, new("Meld ønske om en annen koordinator", "Meld ønske om ein annan koordinator", "Report a wish for another coordinator"),
            new("Koordinerende enhet tar stilling til ønsket og svarer personen med begrunnelse.", "Koordinerande eining tek stilling til ønsket og svarer personen med grunngiving.", "The coordinating unit decides on the wish and answers the person with reasons."),
            new("Ønsket er registrert. Koordinerende enhet har fått oppgaven.", "Ønsket er registrert. Koordinerande eining har fått oppgåva.", "The wish is registered. The coordinating unit has got the task."),
            [Wish])
        { Fits = static s => s.IsOpen && s.HasCoordinator },
        new(
            "coordinator-requested", EventGroup.Coordinator, new("Meld ønske om koordinator", "Meld ønske om koordinator", "Report a wish for a coordinator"),
            new("Koordinerende enhet får en oppgave med å oppnevne en. Retten til koordinator gjelder også uten plan.", "Koordinerande eining får ei oppgåve med å nemne opp ein. Retten til koordinator gjeld òg utan plan.", "The coordinating unit gets the task of appointing one. The right to a coordinator holds without a plan too."),
            new("Ønsket om koordinator er registrert.", "Ønsket om koordinator er registrert.", "The wish for a coordinator is registered."),
            [Wish])
        { Fits = static s => s.IsOpen && !s.HasCoordinator },
        new(
            "coordinator-left", EventGroup.Coordinator, new("Meld at koordinatoren slutter", "Meld at koordinatoren sluttar", "Report that the coordinator leaves"),
            new("Koordinerende enhet må ha en ny på plass før siste dag. Oppgavene og beskjeden følger med til den nye.", "Koordinerande eining må ha ein ny på plass før siste dag. Oppgåvene og beskjeden følgjer med til den nye.", "The coordinating unit must have another in place before the last day. Tasks and note go to the successor."),
            new("Registrert. Koordinerende enhet har fått i oppgave å oppnevne en ny.", "Registrert. Koordinerande eining har fått i oppgåve å nemne opp ein ny.", "Registered. The coordinating unit has got the task of appointing another."),
            [
                new("lastDayOn", EventFieldKind.Date, new("Siste dag", "Siste dag", "Last day")),
                new("endReason", EventFieldKind.Choice, new("Hvorfor slutter koordinatoren?", "Kvifor sluttar koordinatoren?", "Why does the coordinator leave?"))
                {
                    Choices = static (_, language) => [.. ReasonsToLeave.Select(r => new Choice(r.ToString(), CoordinatorWords.Ended(r).In(language)))],
                },
                new("handoverNote", EventFieldKind.LongText, new("Beskjed til den som tar over", "Beskjed til den som tek over", "Note to the successor")) { IsOptional = true },
            ])
        { Fits = static s => s.IsOpen && s.HasCoordinator, Reason = new("Mer om grunnen", "Meir om grunnen", "More about the reason") },
    ];
}
