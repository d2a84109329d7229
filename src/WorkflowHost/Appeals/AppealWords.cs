using IndividualPlan.Workflows.Appeals;

namespace IndividualPlan.WorkflowHost.Appeals;

/// <summary>What people call appeals, how far they have come and how they ended.</summary>
internal static class AppealWords
{
    public static LocalizedText Type(AppealType type) => type switch
    {
        AppealType.EntitlementRefusal => new("Klage på vedtak om rett til plan", "Klage på vedtak om rett til plan", "Appeal over the right to a plan"),
        AppealType.Content => new("Klage på innholdet i planen", "Klage på innhaldet i planen", "Complaint over the content of the plan"),
        AppealType.Coordinator => new("Klage om koordinator", "Klage om koordinator", "Complaint over the coordinator"),
        _ => new("Klage på avvisning", "Klage på avvising", "Appeal over a dismissal"),
    };

    public static LocalizedText State(AppealState state) => state switch
    {
        AppealState.Received => new("Mottatt", "Motteken", "Received"),
        AppealState.FormalCheck => new("Prøves formelt", "Blir prøvd formelt", "Formal check"),
        AppealState.AwaitingCorrection => new("Venter på retting", "Ventar på retting", "Awaiting correction"),
        AppealState.UnderAssessment => new("Vurderes", "Blir vurdert", "Under assessment"),
        AppealState.ReversedByFirstInstance => new("Vedtaket er omgjort", "Vedtaket er gjort om", "The decision is reversed"),
        AppealState.Upheld => new("Vedtaket står, skal sendes", "Vedtaket står, skal sendast", "The decision stands, to be forwarded"),
        AppealState.Forwarded => new("Sendt klageinstansen", "Send til klageinstansen", "Sent to the appeal body"),
        AppealState.AtAppealBody => new("Hos klageinstansen", "Hos klageinstansen", "With the appeal body"),
        AppealState.Decided => new("Avgjort", "Avgjord", "Decided"),
        AppealState.Dismissed => new("Avvist", "Avvist", "Dismissed"),
        AppealState.Withdrawn => new("Trukket", "Trekt", "Withdrawn"),
        _ => new("Falt bort", "Fallen bort", "Lapsed"),
    };

    public static string Color(AppealState state) => state switch
    {
        AppealState.ReversedByFirstInstance or AppealState.Decided => "success",
        AppealState.Dismissed or AppealState.Withdrawn or AppealState.Lapsed => "neutral",
        AppealState.AwaitingCorrection => "warning",
        _ => "info",
    };

    public static LocalizedText Outcome(AppealOutcome outcome) => outcome switch
    {
        AppealOutcome.ReversedByFirstInstance => new("Omgjort av oss", "Gjort om av oss", "Reversed by us"),
        AppealOutcome.DismissedByFirstInstance => new("Avvist av oss", "Avvist av oss", "Dismissed by us"),
        AppealOutcome.Withdrawn => new("Trukket", "Trekt", "Withdrawn"),
        AppealOutcome.Upheld => new("Stadfestet av klageinstansen", "Stadfesta av klageinstansen", "Upheld by the appeal body"),
        AppealOutcome.Changed => new("Endret av klageinstansen", "Endra av klageinstansen", "Changed by the appeal body"),
        AppealOutcome.AnnulledAndRemitted => new("Opphevet og sendt tilbake", "Oppheva og send tilbake", "Annulled and sent back"),
        AppealOutcome.DismissedByAppealBody => new("Avvist av klageinstansen", "Avvist av klageinstansen", "Dismissed by the appeal body"),
        _ => new("Falt bort", "Fallen bort", "Lapsed"),
    };

    public static LocalizedText Extent(AppealExtent extent) => extent == AppealExtent.Full
        ? new("helt", "heilt", "fully")
        : new("delvis", "delvis", "partly");

    public static LocalizedText Answer(FormalAnswer answer) => answer switch
    {
        FormalAnswer.Met => new("Ja", "Ja", "Yes"),
        FormalAnswer.NotMet => new("Nei", "Nei", "No"),
        _ => new("Ikke svart", "Ikkje svart", "Not answered"),
    };

    public static LocalizedText Late(LateException exception) => exception switch
    {
        LateException.CannotBeBlamed => new("Klageren kan ikke lastes for det", "Klagaren kan ikkje lastast for det", "The appellant cannot be blamed"),
        LateException.SpecialReason => new("Særlige grunner", "Særlege grunnar", "Special reasons"),
        _ => new("Ingen grunn til unntak", "Ingen grunn til unntak", "No exception"),
    };

    public static LocalizedText Verdict(FormalVerdict verdict) => verdict switch
    {
        FormalVerdict.Incomplete => new("Ikke ferdig vurdert", "Ikkje ferdig vurdert", "Not complete"),
        FormalVerdict.Hear => new("Klagen behandles", "Klaga blir handsama", "The appeal is heard"),
        FormalVerdict.AskForCorrection => new("Klageren får rette mangler", "Klagaren får rette manglar", "The appellant may put defects right"),
        FormalVerdict.DismissNoStanding => new("Avvises: ikke klagerett", "Blir avvist: ikkje klagerett", "Dismissed: no right to appeal"),
        FormalVerdict.DismissLate => new("Avvises: for sent", "Blir avvist: for seint", "Dismissed: too late"),
        FormalVerdict.DismissPastAbsoluteLimit => new("Avvises: mer enn ett år siden vedtaket", "Blir avvist: meir enn eitt år sidan vedtaket", "Dismissed: more than a year since the decision"),
        _ => new("Avvises: mangler ble ikke rettet", "Blir avvist: manglar vart ikkje retta", "Dismissed: defects were not put right"),
    };
}
