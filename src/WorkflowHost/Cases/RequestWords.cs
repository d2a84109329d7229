using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>What people call how a request came, and from whom.</summary>
internal static class RequestWords
{
    public static LocalizedText Channel(RequestChannel channel) => channel switch
    {
        RequestChannel.Digital => new("digitalt", "digitalt", "digitally"),
        RequestChannel.Paper => new("på papir", "på papir", "on paper"),
        RequestChannel.Oral => new("muntlig", "munnleg", "orally"),
        _ => new("på telefon", "på telefon", "by telephone"),
    };

    public static LocalizedText Requester(RequesterRole role) => role switch
    {
        RequesterRole.Person => new("personen selv", "personen sjølv", "the person"),
        RequesterRole.Parent => new("forelder", "forelder", "a parent"),
        RequesterRole.Guardian => new("verge", "verje", "a guardian"),
        RequesterRole.Representative => new("fullmektig", "fullmektig", "a representative"),
        RequesterRole.Relative => new("pårørende", "pårørande", "a relative"),
        RequesterRole.Service => new("en tjeneste", "ei teneste", "a service"),
        RequesterRole.Hospital => new("sykehus", "sjukehus", "a hospital"),
        RequesterRole.GeneralPractitioner => new("fastlegen", "fastlegen", "the general practitioner"),
        _ => new("koordinerende enhet", "koordinerande eining", "the coordinating unit"),
    };

    public static LocalizedText Authorization(AuthorizationState state) => state switch
    {
        AuthorizationState.NotNeeded => new("Fullmakt trengs ikke", "Fullmakt trengst ikkje", "No authorization is needed"),
        AuthorizationState.Missing => new("Fullmakt mangler", "Fullmakt manglar", "The authorization is missing"),
        AuthorizationState.Shown => new("Fullmakt er vist", "Fullmakt er vist", "The authorization is shown"),
        AuthorizationState.Rejected => new("Fullmakten er ikke godtatt", "Fullmakta er ikkje godteken", "The authorization is not accepted"),
        _ => new("Personen har bekreftet henvendelsen", "Personen har stadfesta førespurnaden", "The person has confirmed the request"),
    };
}
