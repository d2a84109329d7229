using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>How information about individual plan was given, and what the person answered.</summary>
internal static class InformationWords
{
    public static LocalizedText Channel(InformationChannel channel) => channel switch
    {
        InformationChannel.Meeting => new("i møte", "i møte", "in a meeting"),
        InformationChannel.Phone => new("på telefon", "på telefon", "by telephone"),
        InformationChannel.Letter => new("i brev", "i brev", "by letter"),
        _ => new("digitalt", "digitalt", "digitally"),
    };

    public static LocalizedText Response(InformationResponse response) => response switch
    {
        InformationResponse.WantsPlan => new("ønsker plan", "ønskjer plan", "wants a plan"),
        InformationResponse.WantsCoordinatorOnly => new("ønsker bare koordinator", "ønskjer berre koordinator", "wants a coordinator only"),
        InformationResponse.WantsToThink => new("vil tenke på det", "vil tenkje på det", "wants time to think"),
        InformationResponse.Declines => new("ønsker det ikke", "ønskjer det ikkje", "declines"),
        _ => new("var ikke å få tak i", "var ikkje å få tak i", "could not be reached"),
    };
}
