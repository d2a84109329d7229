using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>What people call the states of a case, and what stands around it.</summary>
internal static class CaseNames
{
    public static LocalizedText State(CaseState state) => state switch
    {
        CaseState.Identified => new("Mulig behov", "Mogleg behov", "Possible need"),
        CaseState.InformationGiven => new("Informert om plan", "Informert om plan", "Informed about the plan"),
        CaseState.Requested => new("Henvendelse mottatt", "Førespurnad motteken", "Request received"),
        CaseState.UnderAssessment => new("Til vurdering", "Til vurdering", "Under assessment"),
        CaseState.Granted => new("Innvilget", "Innvilga", "Granted"),
        CaseState.Refused => new("Avslått", "Avslått", "Refused"),
        CaseState.Dismissed => new("Avvist", "Avvist", "Dismissed"),
        CaseState.NotPursued => new("Ikke ønsket", "Ikkje ønskt", "Not wanted"),
        CaseState.AwaitingConsent => new("Venter på samtykke", "Ventar på samtykke", "Awaiting consent"),
        CaseState.CoordinatorPending => new("Venter på koordinator", "Ventar på koordinator", "Awaiting a coordinator"),
        CaseState.CoordinatorOnly => new("Koordinator uten plan", "Koordinator utan plan", "Coordinator without a plan"),
        CaseState.Mapping => new("Kartlegging", "Kartlegging", "Mapping"),
        CaseState.Drafting => new("Planen skrives", "Planen blir skriven", "The plan is being written"),
        CaseState.AwaitingApproval => new("Planen venter på godkjenning", "Planen ventar på godkjenning", "The plan awaits approval"),
        CaseState.Active => new("Planen er i bruk", "Planen er i bruk", "The plan is in use"),
        CaseState.UnderRevision => new("Planen revideres", "Planen blir revidert", "The plan is being revised"),
        CaseState.Suspended => new("Satt på pause", "Sett på pause", "Paused"),
        CaseState.TransferPending => new("Overføres", "Blir overført", "Being handed over"),
        _ => new("Avsluttet", "Avslutta", "Closed"),
    };

    /// <summary>Colour of the state's tag; the words say it.</summary>
    public static string Color(CaseState state) => state switch
    {
        CaseState.Active or CaseState.CoordinatorOnly => "success",
        CaseState.Suspended or CaseState.TransferPending => "warning",
        CaseState.Refused or CaseState.Dismissed or CaseState.NotPursued or CaseState.Closed => "neutral",
        _ => "info",
    };

    public static LocalizedText Closed(CloseReason reason) => reason switch
    {
        CloseReason.ConsentWithdrawn => new("Samtykket er trukket", "Samtykket er trekt", "The consent is withdrawn"),
        CloseReason.NeedEnded => new("Behovet er slutt", "Behovet er slutt", "The need has ended"),
        CloseReason.Moved => new("Personen har flyttet", "Personen har flytta", "The person has moved"),
        CloseReason.Deceased => new("Personen er død", "Personen er død", "The person has died"),
        CloseReason.KvpEnded => new("Kvalifiseringsprogrammet er slutt", "Kvalifiseringsprogrammet er slutt", "The qualification programme has ended"),
        CloseReason.NotContributing => new("Personen medvirker ikke", "Personen medverkar ikkje", "The person does not contribute"),
        CloseReason.Merged => new("Saken er slått sammen med en annen", "Saka er slått saman med ei anna", "The case is merged with another"),
        CloseReason.ServiceDutySuspended => new("Plikten er satt til side ved forskrift", "Plikta er sett til side ved forskrift", "A regulation suspends the duty"),
        CloseReason.NotEntitled => new("Personen har ikke rett til plan", "Personen har ikkje rett til plan", "The person is not entitled"),
        _ => new("Personen ønsker det ikke", "Personen ønskjer det ikkje", "The person does not want it"),
    };

    public static LocalizedText Paused(SuspensionReason reason) => reason switch
    {
        SuspensionReason.HospitalStay => new("Sykehusopphold", "Sjukehusopphald", "Stay in hospital"),
        SuspensionReason.Imprisonment => new("Fengselsopphold", "Fengselsopphald", "Imprisonment"),
        SuspensionReason.Unreachable => new("Personen er ikke å få tak i", "Personen er ikkje å få tak i", "The person cannot be reached"),
        SuspensionReason.KvpInterrupted => new("Kvalifiseringsprogrammet er avbrutt", "Kvalifiseringsprogrammet er avbrote", "The qualification programme is interrupted"),
        _ => new("Noe må avklares først", "Noko må avklarast først", "Something must be clarified first"),
    };

    /// <summary>The legal track as people say it.</summary>
    /// <param name="track">Its key.</param>
    /// <param name="ruleSet">Key of the rule set that the case stands in.</param>
    public static LocalizedText Track(string track, string ruleSet) => RuleBook.Embedded.Get(ruleSet).Track(track).Name;

    public static LocalizedText Stage(CaseStageName stage) => stage switch
    {
        CaseStageName.Request => new("Henvendelse", "Førespurnad", "Request"),
        CaseStageName.Assessment => new("Vurdering", "Vurdering", "Assessment"),
        CaseStageName.Consent => new("Samtykke", "Samtykke", "Consent"),
        CaseStageName.Coordinator => new("Koordinator", "Koordinator", "Coordinator"),
        CaseStageName.Mapping => new("Kartlegging", "Kartlegging", "Mapping"),
        CaseStageName.Plan => new("Plan", "Plan", "Plan"),
        CaseStageName.FollowUp => new("Oppfølging", "Oppfølging", "Follow-up"),
        CaseStageName.Revision => new("Revisjon", "Revisjon", "Revision"),
        _ => new("Avslutning", "Avslutning", "Closing"),
    };

    public static LocalizedText Progress(CaseStageProgress progress) => progress switch
    {
        CaseStageProgress.Done => new("Ferdig", "Ferdig", "Done"),
        CaseStageProgress.Now => new("Nå", "No", "Now"),
        CaseStageProgress.Ahead => new("Gjenstår", "Står att", "Ahead"),
        _ => new("Ikke aktuelt", "Ikkje aktuelt", "Not relevant"),
    };
}
