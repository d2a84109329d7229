using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>What the pages of leaders say of versions and of those who made them.</summary>
internal static class VersionWords
{
    public static readonly LocalizedText Reason = new("Hvorfor", "Kvifor", "Why");

    public static readonly LocalizedText ReasonHint = new(
        "Står i historikken til arbeidsflyten. Skriv ikke navn eller andre opplysninger om personer.",
        "Står i historikken til arbeidsflyten. Skriv ikkje namn eller andre opplysningar om personar.",
        "Kept in the history of the workflow. Do not write names or anything else about people.");

    /// <summary>What the version is among the others.</summary>
    public static LocalizedText State(DefinitionSummary version, DefinitionSummary? running) => version switch
    {
        { IsPublished: true } => new("Kjører nå", "Køyrer no", "Runs now"),
        { PublishedAt: null, IsLatest: true } => new("Utkast", "Utkast", "Draft"),
        { PublishedAt: null } => new("Utkast som ble lagt bort", "Utkast som vart lagt bort", "Draft that was put aside"),
        { IsLatest: true } when running is null => new("Tatt ut av bruk", "Teken ut av bruk", "Taken out of use"),
        _ => new("Tidligere", "Tidlegare", "Earlier"),
    };

    public static string Color(DefinitionSummary version) => version switch
    {
        { IsPublished: true } => "success",
        { PublishedAt: null, IsLatest: true } => "warning",
        _ => "neutral",
    };

    /// <summary>Which version runs, and what lies unpublished, in one or two sentences.</summary>
    public static LocalizedText Situation(DefinitionSummary newest, DefinitionSummary? running) => (newest, running) switch
    {
        ({ PublishedAt: null }, null) => new(
            "Ingen versjon kjører ennå. Nye saker følger arbeidsflyten først når utkastet er publisert.",
            "Ingen versjon køyrer enno. Nye saker følgjer arbeidsflyten først når utkastet er publisert.",
            "No version runs yet. New cases follow the workflow only when the draft is published."),
        (_, null) => new(
            "Arbeidsflyten er tatt ut av bruk. Ingen nye saker følger den.", "Arbeidsflyten er teken ut av bruk. Ingen nye saker følgjer han.", "The workflow is taken out of use. No new cases follow it."),
        ({ PublishedAt: null }, _) => new(
            $"Nye saker følger versjon {running.Version}. Utkastet til versjon {newest.Version} kjører ikke før det publiseres.",
            $"Nye saker følgjer versjon {running.Version}. Utkastet til versjon {newest.Version} køyrer ikkje før det blir publisert.",
            $"New cases follow version {running.Version}. The draft of version {newest.Version} does not run until it is published."),
        _ => new($"Nye saker følger versjon {running.Version}.", $"Nye saker følgjer versjon {running.Version}.", $"New cases follow version {running.Version}."),
    };

    /// <summary>How many are going on.</summary>
    public static LocalizedText Cases(int count) => count == 1 ? new("1 sak", "1 sak", "1 case") : new($"{count} saker", $"{count} saker", $"{count} cases");

    /// <summary>What people call whoever did something.</summary>
    public static string NameOf(string? userId, UserDirectory users, string language) =>
        userId == Actor.System.UserId ? Auth.RoleNames.Role(Roles.System).In(language) : users.NameOf(userId);

    /// <summary>Why the version was published; null when that is still to be said.</summary>
    public static string? WhyOf(DefinitionSummary version, string language) => version switch
    {
        { PublishedAt: null } => "",
        { PublishedBy: var by } when by == Actor.System.UserId => new LocalizedText("Fulgte med programmet.", "Følgde med programmet.", "Came with the product.").In(language),
        _ => string.IsNullOrWhiteSpace(version.PublishReason) ? null : version.PublishReason,
    };
}
