namespace IndividualPlan.WorkflowHost.ElsaApi.Descriptors;

/// <summary>A choice of Studio that is neither activity nor input: a strategy, a storage, a type of variable.</summary>
/// <param name="TypeName">What a definition stores.</param>
/// <param name="Name">What people read.</param>
/// <param name="Description">What it means.</param>
internal sealed record CatalogueText(string TypeName, LocalizedText Name, LocalizedText Description);

/// <summary>Studio's smaller catalogues. They list what the engine does, under the names that Elsa 3.8 stores.</summary>
internal static class CatalogueTexts
{
    public static IReadOnlyList<CatalogueText> Activation { get; } =
    [
        new("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", new("Alltid", "Alltid", "Always"), new("Flyten kan alltid startes.", "Flyten kan alltid startast.", "The flow may always start.")),
    ];

    public static IReadOnlyList<CatalogueText> Incidents { get; } =
    [
        new(
            "Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core", new("Stans", "Stans", "Stop"),
            new("Flyten stanser når et steg feiler, til noen prøver igjen.", "Flyten stansar når eit steg feilar, til nokon prøver igjen.", "The flow stops when a step fails, until somebody tries again.")),
        new(
            "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core", new("Fortsett andre veier", "Hald fram andre vegar", "Go on along other ways"),
            new("Bare veien som feilet, stanser.", "Berre vegen som feila, stansar.", "Only the way that failed stops.")),
    ];

    public static IReadOnlyList<CatalogueText> Logging { get; } =
    [
        new("Elsa.Workflows.LogPersistence.Strategies.Include, Elsa.Workflows.Core", new("Ta vare på", "Ta vare på", "Keep"), new("Loggen beholdes.", "Loggen blir teken vare på.", "The log is kept.")),
    ];

    public static IReadOnlyList<CatalogueText> Storage { get; } =
    [
        new("Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", new("Sammen med saken", "Saman med saka", "With the case"), new("", "", "")),
    ];

    public static IReadOnlyList<CatalogueText> Variables { get; } =
    [
        new("String", new("Tekst", "Tekst", "Text"), new("Tekst.", "Tekst.", "Text.")),
        new("Boolean", new("Ja eller nei", "Ja eller nei", "Yes or no"), new("Ja eller nei.", "Ja eller nei.", "Yes or no.")),
        new("Int32", new("Heltall", "Heiltal", "Whole number"), new("Et helt tall.", "Eit heilt tal.", "A whole number.")),
        new("Double", new("Desimaltall", "Desimaltal", "Number"), new("Et tall med desimaler.", "Eit tal med desimalar.", "A number with decimals.")),
        new("DateTimeOffset", new("Tidspunkt", "Tidspunkt", "Point in time"), new("Dato og klokkeslett.", "Dato og klokkeslett.", "Date and time.")),
        new("Object", new("Svar på en oppgave", "Svar på ei oppgåve", "Answer to a task"), new("Svaret på en oppgave, eller noe annet sammensatt.", "Svaret på ei oppgåve, eller noko anna samansett.", "The answer to a task, or anything composed.")),
    ];

    public static LocalizedText VariableCategory { get; } = new("Verdier", "Verdiar", "Values");

    public static LocalizedText CommitName { get; } = new("Etter hvert skritt", "Etter kvart steg", "After every step");

    public static LocalizedText CommitDescription { get; } = new(
        "Alt som skjer i ett skritt, lagres samlet.", "Alt som skjer i eitt steg, blir lagra samla.", "Everything that happens in one step is saved together.");
}
