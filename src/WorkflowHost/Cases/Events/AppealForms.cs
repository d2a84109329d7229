using IndividualPlan.WorkflowHost.Appeals;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Decisions;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Cases.Events;

/// <summary>Reports about appeals (L-92, L-93): one has come, has been put right, is withdrawn.</summary>
internal static class AppealForms
{
    public static readonly IReadOnlyList<EventForm> All =
    [
        new(
            "appeal-received", EventGroup.Appeal, new("Registrer en klage", "Registrer ei klage", "Register an appeal"),
            new("Klagen får en kvittering og prøves formelt. En annen enn den som fattet vedtaket, vurderer den på nytt.",
                "Klaga får ei kvittering og blir prøvd formelt. Ein annan enn den som fatta vedtaket, vurderer ho på nytt.",
                "The appeal gets a receipt and is checked formally. Someone other than whoever made the decision assesses it anew."),
            new("Klagen er registrert. Neste steg er å prøve den formelt.", "Klaga er registrert. Neste steg er å prøve ho formelt.", "The appeal is registered. The next step is the formal check."),
            [
                new("decisionId", EventFieldKind.Choice, new("Hva klages det på?", "Kva blir det klaga på?", "What is appealed?")) { Choices = Subjects },
                new("points", EventFieldKind.Choices, new("Punkter i planen det klages på", "Punkt i planen det blir klaga på", "Points of the plan that are complained about"))
                {
                    Choices = static (subjects, language) => subjects.HasApprovedPlan ? [.. ContentPoint.All.Select(letter => new Choice(letter, ContentPoint.Lettered(letter).In(language)))] : [],
                    Hint = new("Bare når klagen gjelder innholdet i planen.", "Berre når klaga gjeld innhaldet i planen.", "Only when the complaint is about the content of the plan."),
                    IsOptional = true,
                },
                new("receivedOn", EventFieldKind.PastDate, new("Mottatt", "Motteken", "Received")),
                new("postmarkedOn", EventFieldKind.PastDate, new("Poststemplet", "Poststempla", "Postmarked"))
                {
                    Hint = new("Er klagen sendt i posten, avgjør denne datoen om den kom i tide.", "Er klaga send i posten, avgjer denne datoen om ho kom i tide.", "For an appeal by post this date decides whether it came in time."),
                    IsOptional = true,
                    Preset = "",
                },
                new("channel", EventFieldKind.Choice, new("Hvordan kom klagen?", "Korleis kom klaga?", "How did the appeal come?")) { Choices = Channels },
                new("appellant", EventFieldKind.Choice, new("Hvem klager?", "Kven klagar?", "Who appeals?"))
                {
                    Choices = static (_, language) => [.. new[] { RequesterRole.Person, RequesterRole.Parent, RequesterRole.Guardian, RequesterRole.Representative, RequesterRole.Relative }
                        .Select(r => new Choice(r.ToString(), Capital(RequestWords.Requester(r).In(language))))],
                    Preset = nameof(RequesterRole.Person),
                },
                new("isSigned", EventFieldKind.Flag, new("Klagen er underskrevet, eller sendt med sikker innlogging", "Klaga er underskriven, eller send med sikker innlogging", "The appeal is signed, or sent by secure sign-in")) { IsOptional = true },
                new("grounds", EventFieldKind.LongText, new("Hva klageren skriver", "Kva klagaren skriv", "What the appellant writes")) { IsOptional = true },
                new("wantedChange", EventFieldKind.LongText, new("Hva klageren vil ha endret", "Kva klagaren vil ha endra", "What the appellant wants changed")) { IsOptional = true },
            ])
        { Fits = static s => s.Decisions.Count > 0 || s.HasApprovedPlan },
        new(
            "appeal-corrected", EventGroup.Appeal, new("Registrer at en klage er rettet", "Registrer at ei klage er retta", "Register that an appeal is put right"),
            new("Klagen regnes som kommet den dagen den først kom, og prøves videre.", "Klaga blir rekna som komen den dagen ho først kom, og blir prøvd vidare.", "The appeal counts from the day on which it first came, and is checked further."),
            new("Rettingen er registrert.", "Rettinga er registrert.", "The correction is registered."),
            [
                new("appealId", EventFieldKind.Choice, new("Hvilken klage?", "Kva for ei klage?", "Which appeal?")) { Choices = Open },
                new("receivedOn", EventFieldKind.PastDate, new("Rettet klage mottatt", "Retta klage motteken", "Corrected appeal received")),
                new("isSigned", EventFieldKind.Flag, new("Klagen er nå underskrevet", "Klaga er no underskriven", "The appeal is now signed")) { IsOptional = true },
            ])
        { Fits = static s => s.Appeals.Any(static a => a.State == AppealState.AwaitingCorrection) },
        new(
            "appeal-withdrawn", EventGroup.Appeal, new("Registrer at en klage er trukket", "Registrer at ei klage er trekt", "Register that an appeal is withdrawn"),
            new("Behandlingen av klagen stanser. Det kan klages på nytt så lenge klagefristen løper.", "Handsaminga av klaga stansar. Det kan klagast på nytt så lenge klagefristen går.", "The handling of the appeal stops. A new appeal can be made while the time limit runs."),
            new("Klagen er registrert som trukket.", "Klaga er registrert som trekt.", "The appeal is registered as withdrawn."),
            [new("appealId", EventFieldKind.Choice, new("Hvilken klage?", "Kva for ei klage?", "Which appeal?")) { Choices = Open }])
        {
            Fits = static s => s.Appeals.Count > 0,
            Confirm = new("Klageren har selv sagt at klagen trekkes", "Klagaren har sjølv sagt at klaga blir trekt", "The appellant has said that the appeal is withdrawn"),
        },
    ];

    /// <summary>Decisions by what they decided and when; the plan's content and the lack of a coordinator are complained about without one (L-62, L-102).</summary>
    private static IReadOnlyList<Choice> Subjects(EventSubjects subjects, string language) =>
    [
        .. subjects.Decisions.Select(d => new Choice(
            d.Id.ToString(), $"{DecisionWords.Subject(d.Subject).In(language)}: {DecisionWords.Outcome(d.Outcome).In(language).ToLowerInvariant()}{(d.MadeOn is { } on ? $", {Dates.Show(on, language)}" : "")}")),
        .. subjects.HasApprovedPlan ? new[] { new Choice(EventForm.TypePrefix + nameof(AppealType.Content), T("Innholdet i planen", "Innhaldet i planen", "The content of the plan").In(language)) } : [],
        new Choice(EventForm.TypePrefix + nameof(AppealType.Coordinator), T("At ingen koordinerer", "At ingen koordinerer", "That nobody coordinates").In(language)),
    ];

    private static IReadOnlyList<Choice> Open(EventSubjects subjects, string language) =>
        [.. subjects.Appeals.Select(a => new Choice(a.Id.ToString(), $"{AppealWords.Type(a.Type).In(language)}, {Dates.Show(a.ReceivedOn, language)}"))];

    private static IReadOnlyList<Choice> Channels(EventSubjects subjects, string language) =>
        [.. Enum.GetValues<RequestChannel>().Select(c => new Choice(c.ToString(), Capital(RequestWords.Channel(c).In(language))))];

    private static LocalizedText T(string nb, string nn, string en) => new(nb, nn, en);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
