namespace IndividualPlan.Workflows.Letters;

/// <summary>What people call the letter templates, when they choose one.</summary>
public static class LetterTemplateNames
{
    private static readonly Dictionary<string, LocalizedText> Names = new(StringComparer.Ordinal)
    {
        [LetterTemplateKey.Receipt] = new("Kvittering for henvendelse", "Kvittering for førespurnad", "Receipt of a request"),
        [LetterTemplateKey.ReceiptThirdParty] = new("Kvittering til andre enn personen", "Kvittering til andre enn personen", "Receipt to someone else than the person"),
        [LetterTemplateKey.AuthorizationMissing] = new("Fullmakt mangler", "Fullmakt manglar", "Authorization is missing"),
        [LetterTemplateKey.InformationOffer] = new("Informasjon om individuell plan", "Informasjon om individuell plan", "Information about individual plan"),
        [LetterTemplateKey.PreliminaryReply] = new("Foreløpig svar", "Førebels svar", "Preliminary reply"),
        [LetterTemplateKey.DelayNotice] = new("Melding om forsinkelse", "Melding om forseinking", "Notice of delay"),
        [LetterTemplateKey.DecisionGranted] = new("Vedtak: innvilget", "Vedtak: innvilga", "Decision: granted"),
        [LetterTemplateKey.DecisionRefused] = new("Vedtak: avslag", "Vedtak: avslag", "Decision: refused"),
        [LetterTemplateKey.DecisionDismissed] = new("Vedtak: avvist", "Vedtak: avvist", "Decision: dismissed"),
        [LetterTemplateKey.NotPursued] = new("Bekreftelse: ønsker ikke plan", "Stadfesting: ønskjer ikkje plan", "Confirmation: no plan wanted"),
        [LetterTemplateKey.RequestForwarded] = new("Henvendelsen er sendt videre", "Førespurnaden er send vidare", "The request is sent on"),
        [LetterTemplateKey.ConsentForm] = new("Skjema: samtykke til planen", "Skjema: samtykke til planen", "Form: consent to the plan"),
        [LetterTemplateKey.ConsentSharingForm] = new("Skjema: samtykke til å dele opplysninger", "Skjema: samtykke til å dele opplysningar", "Form: consent to share information"),
        [LetterTemplateKey.CoordinatorChanged] = new("Ny koordinator", "Ny koordinator", "A new coordinator"),
        [LetterTemplateKey.MeetingCall] = new("Innkalling til møte", "Innkalling til møte", "Call to a meeting"),
        [LetterTemplateKey.PlanForApproval] = new("Planen er klar til godkjenning", "Planen er klar til godkjenning", "The plan is ready for approval"),
        [LetterTemplateKey.TransferHandover] = new("Overføring: til den nye kommunen", "Overføring: til den nye kommunen", "Hand-over: to the new municipality"),
        [LetterTemplateKey.CoordinatorAppointed] = new("Koordinator er oppnevnt", "Koordinator er nemnd opp", "A coordinator is appointed"),
        [LetterTemplateKey.CoordinatorChangeRefused] = new("Bytte av koordinator: avslag", "Byte av koordinator: avslag", "Change of coordinator: refused"),
        [LetterTemplateKey.CoordinatorMissing] = new("Uten koordinator en tid", "Utan koordinator ei tid", "No coordinator for now"),
        [LetterTemplateKey.ParticipantInvitation] = new("Invitasjon til å delta i planen", "Invitasjon til å delta i planen", "Invitation to take part in the plan"),
        [LetterTemplateKey.PlanApproved] = new("Planen er godkjent", "Planen er godkjend", "The plan is approved"),
        [LetterTemplateKey.RevisionReminder] = new("Planen skal revideres", "Planen skal reviderast", "The plan is to be revised"),
        [LetterTemplateKey.AppealReceipt] = new("Kvittering for klage", "Kvittering for klage", "Receipt of an appeal"),
        [LetterTemplateKey.AppealDefects] = new("Mangler ved klagen", "Manglar ved klaga", "Defects of the appeal"),
        [LetterTemplateKey.AppealDismissed] = new("Klagen er avvist", "Klaga er avvist", "The appeal is dismissed"),
        [LetterTemplateKey.AppealUpheldCopy] = new("Vedtaket står: kopi av oversendelsen", "Vedtaket står: kopi av oversendinga", "The decision stands: copy of the forwarding"),
        [LetterTemplateKey.AppealForwarded] = new("Klagen er oversendt", "Klaga er oversend", "The appeal is forwarded"),
        [LetterTemplateKey.AppealReversed] = new("Vedtaket er omgjort", "Vedtaket er gjort om", "The decision is reversed"),
        [LetterTemplateKey.AppealBodyOutcome] = new("Klageinstansens avgjørelse", "Avgjerda frå klageinstansen", "The appeal body's decision"),
        [LetterTemplateKey.CaseCosts] = new("Dekning av sakskostnader", "Dekning av sakskostnader", "Case costs"),
        [LetterTemplateKey.Closing] = new("Saken er avsluttet", "Saka er avslutta", "The case is closed"),
        [LetterTemplateKey.Transfer] = new("Saken overføres", "Saka blir overført", "The case is handed over"),
        [LetterTemplateKey.PlanElsewhere] = new("Planen finnes et annet sted", "Planen finst ein annan stad", "The plan exists elsewhere"),
        [LetterTemplateKey.ParticipationEnded] = new("Deltakelsen er slutt", "Deltakinga er slutt", "Taking part is over"),
        [LetterTemplateKey.ConsentWithdrawn] = new("Samtykke er trukket", "Samtykke er trekt", "A consent is withdrawn"),
    };

    /// <summary>The name of a template.</summary>
    /// <param name="key">A key of <see cref="LetterTemplateKey"/>; the name of another key is the key.</param>
    public static LocalizedText Of(string key) => Names.GetValueOrDefault(key) ?? new(key, key, key);
}
