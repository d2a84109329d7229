namespace IndividualPlan.Workflows.Cases;

/// <summary>What people call the reasons of domain §5.3, and the short code by which drawings and reports know them.</summary>
public static class NoPlanReasonNames
{
    /// <summary>The short code, such as <c>N03</c>.</summary>
    public static string Short(NoPlanReasonCode code) => code.ToString()[..3];

    /// <summary>The reason in words, as it stands in a list.</summary>
    public static LocalizedText Of(NoPlanReasonCode code) => code switch
    {
        NoPlanReasonCode.N01NotIdentified => new("Ingen har vurdert retten", "Ingen har vurdert retten", "Nobody has assessed entitlement"),
        NoPlanReasonCode.N02NotInformed => new("Personen er ikke informert", "Personen er ikkje informert", "The person is not told"),
        NoPlanReasonCode.N03InformedDeclined => new("Personen ønsker ikke plan", "Personen ønskjer ikkje plan", "The person does not want a plan"),
        NoPlanReasonCode.N04InformedUndecided => new("Personen vil tenke på det", "Personen vil tenkje på det", "The person wants time"),
        NoPlanReasonCode.N05PrefersCoordinatorOnly => new("Personen vil bare ha koordinator", "Personen vil berre ha koordinator", "The person wants a coordinator only"),
        NoPlanReasonCode.N06PrefersOtherForm => new("Personen foretrekker en annen form", "Personen vil heller ha ei anna form", "The person prefers another form"),
        NoPlanReasonCode.N07OtherPlanCovers => new("En annen plan dekker behovet", "Ein annan plan dekkjer behovet", "Another plan covers the need"),
        NoPlanReasonCode.N08AlreadyCoordinated => new("Et annet team koordinerer", "Eit anna team koordinerer", "Another team coordinates"),
        NoPlanReasonCode.N09NotEntitledSingleService => new("Bare én tjeneste", "Berre éi teneste", "Only one service"),
        NoPlanReasonCode.N10NotEntitledShortTerm => new("Behovet er ikke langvarig", "Behovet er ikkje langvarig", "The need is not long-lasting"),
        NoPlanReasonCode.N11AwaitingClarification => new("Noe må avklares først", "Noko må avklarast først", "A clarification is pending"),
        NoPlanReasonCode.N12NoCoordinatorAvailable => new("Ingen koordinator er ledig", "Ingen koordinator er ledig", "No coordinator is available"),
        NoPlanReasonCode.N13StaffLackKnowledge => new("Ansatte er usikre på regler eller metode", "Tilsette er usikre på reglar eller metode", "Staff are unsure of rules or method"),
        NoPlanReasonCode.N14ResponsibilityUnclear => new("Ansvaret er uklart", "Ansvaret er uklart", "Responsibility is unclear"),
        NoPlanReasonCode.N15OtherServiceDeclines => new("En annen tjeneste deltar ikke", "Ei anna teneste deltek ikkje", "Another service does not take part"),
        NoPlanReasonCode.N16ConsentToShareMissing => new("Samtykke til å dele mangler", "Samtykke til å dele manglar", "Consent to share is missing"),
        NoPlanReasonCode.N17ToolBarrier => new("Innlogging eller verktøy hindrer", "Innlogging eller verktøy hindrar", "Login or tool is in the way"),
        NoPlanReasonCode.N18CompetingPriorities => new("Andre oppgaver går foran", "Andre oppgåver går føre", "Other duties go first"),
        NoPlanReasonCode.N19SeenAsFormality => new("Planen oppfattes som formalitet", "Planen blir oppfatta som formalitet", "The plan is seen as a formality"),
        NoPlanReasonCode.N20BothReluctant => new("Verken person eller fagperson driver det", "Verken person eller fagperson driv det", "Neither person nor professional drives it"),
        NoPlanReasonCode.N21NotReachableOrNotContributing => new("Personen er ikke å få tak i, eller medvirker ikke", "Personen er ikkje å få tak i, eller medverkar ikkje", "The person cannot be reached or does not contribute"),
        NoPlanReasonCode.N22LanguageBarrier => new("Språk er et hinder", "Språk er eit hinder", "Language is a barrier"),
        NoPlanReasonCode.N23CapacityToConsentUnclear => new("Uklart om personen kan samtykke", "Uklart om personen kan samtykkje", "Capacity to consent is unclear"),
        NoPlanReasonCode.N24PlanExistsElsewhere => new("Planen finnes et annet sted", "Planen finst ein annan stad", "The plan exists elsewhere"),
        NoPlanReasonCode.N25MovedOrDead => new("Personen har flyttet eller er død", "Personen har flytta eller er død", "The person has moved or died"),
        NoPlanReasonCode.N26DutySuspended => new("Plikten er satt til side", "Plikta er sett til side", "The duty is suspended"),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
    };
}
