namespace IndividualPlan.Workflows.Activities;

/// <summary>Inputs that several activities have in common, worded alike.</summary>
internal static class ToolboxInputs
{
    /// <summary>How lengths of time are written.</summary>
    public static LocalizedText LengthHelp { get; } = new(
        "For eksempel «3 arbeidsdager», «2 uker» eller «1 måned».", "Til dømes «3 arbeidsdagar», «2 veker» eller «1 månad».", "For example “3 working days”, “2 weeks” or “1 month”.");

    /// <summary>The answer that a recording activity records.</summary>
    public static InputInfo Source { get; } = new("source", InputKind.Expression, true)
    {
        Label = new("Svaret som registreres", "Svaret som blir registrert", "The answer to record"),
        Help = new(
            "Velg variabelen der svaret på en oppgave ligger.", "Vel variabelen der svaret på ei oppgåve ligg.", "Choose the variable that holds the answer to a task."),
    };

    /// <summary>The same, where the activity can do without.</summary>
    public static InputInfo OptionalSource { get; } = Source with { IsRequired = false };

    /// <summary>What the activity is about inside the case.</summary>
    public static InputInfo Subject { get; } = new("subject", InputKind.Expression)
    {
        Label = new("Hva det gjelder", "Kva det gjeld", "What it is about"),
        Help = new(
            "La stå tomt for det nyeste i saken. Ellers en id fra en variabel.", "Lat stå tomt for det nyaste i saka. Elles ein id frå ein variabel.",
            "Leave empty for the newest in the case. Otherwise an id from a variable."),
    };

    /// <summary>Which kind of consent.</summary>
    public static InputInfo ConsentType { get; } = new("consentType", InputKind.Choice, Choices: Choices.ConsentTypes, Default: nameof(Consents.ConsentType.Plan))
    {
        Label = new("Hvilket samtykke", "Kva samtykke", "Which consent"),
    };

    /// <summary>The service that a consent to sharing is about.</summary>
    public static InputInfo RecipientService { get; } = new("recipientService", InputKind.Text)
    {
        Label = new("Tjenesten som får opplysninger", "Tenesta som får opplysningar", "The service that receives information"),
        Help = new("Bare ved samtykke til å dele opplysninger.", "Berre ved samtykke til å dele opplysningar.", "Only for consent to share information."),
    };

    /// <summary>A letter that goes out with what a step asks.</summary>
    public static InputInfo Letter { get; } = new("letter", InputKind.Template)
    {
        Label = new("Brev som følger med", "Brev som følgjer med", "Letter that goes with it"),
        Help = new("La stå tomt når ingen skal ha brev.", "Lat stå tomt når ingen skal ha brev.", "Leave empty when nobody is to get a letter."),
    };

    /// <summary>Flows that go on when the others are stopped.</summary>
    public static InputInfo Keep { get; } = new("keep", InputKind.Workflows)
    {
        Label = new("Flyter som skal fortsette", "Flytar som skal halde fram", "Flows that go on"),
        Help = new("Alle andre flyter i saken stanses.", "Alle andre flytar i saka blir stansa.", "All other flows of the case are stopped."),
    };

    /// <summary>A length of time.</summary>
    public static InputInfo Length(string name, LocalizedText label, string? fallback = null) => new(name, InputKind.Length, Default: fallback) { Label = label, Help = LengthHelp };

    /// <summary>How people get to know of something.</summary>
    public static InputInfo Channel(string name, LocalizedText label) => new(name, InputKind.Choice, Choices: Choices.Channels)
    {
        Label = label,
        Help = new("La stå tomt for det kontoret har valgt.", "Lat stå tomt for det kontoret har valt.", "Leave empty for what the office has chosen."),
    };

    /// <summary>A day, given by an expression.</summary>
    public static InputInfo Day(string name, LocalizedText label, LocalizedText? help = null) => new(name, InputKind.Expression)
    {
        Label = label,
        Help = help ?? new("En dato fra en variabel eller et uttrykk.", "Ein dato frå ein variabel eller eit uttrykk.", "A date from a variable or an expression."),
    };
}
