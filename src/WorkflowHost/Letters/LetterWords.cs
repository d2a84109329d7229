using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>To whom a letter goes, how, and how far it has come.</summary>
internal static class LetterWords
{
    public static LocalizedText Recipient(LetterRecipientKind kind) => kind switch
    {
        LetterRecipientKind.Person => new("Personen", "Personen", "The person"),
        LetterRecipientKind.Representative => new("Fullmektigen", "Fullmektigen", "The representative"),
        LetterRecipientKind.Guardian => new("Forelder eller verge", "Forelder eller verje", "Parent or guardian"),
        LetterRecipientKind.Requester => new("Den som henvendte seg", "Den som vende seg til oss", "Whoever made the request"),
        LetterRecipientKind.Participant => new("Deltaker", "Deltakar", "Participant"),
        LetterRecipientKind.AppealBody => new("Klageinstansen", "Klageinstansen", "The appeal body"),
        _ => new("Mottakende kommune", "Kommunen som tek imot", "The receiving municipality"),
    };

    public static LocalizedText Channel(LetterChannel channel) => channel == LetterChannel.Digital
        ? new("Digitalt", "Digitalt", "Digitally")
        : new("På papir", "På papir", "On paper");

    public static LocalizedText State(LetterState state) => state switch
    {
        LetterState.Queued => new("Skal sendes", "Skal sendast", "To be sent"),
        LetterState.Sent => new("Sendt", "Sendt", "Sent"),
        _ => new("Stoppet før det ble sendt", "Stoppa før det vart sendt", "Stopped before it was sent"),
    };

    public static string Color(LetterState state) => state switch
    {
        LetterState.Queued => "info",
        LetterState.Sent => "success",
        _ => "warning",
    };

    /// <summary>The language that the letter is written in.</summary>
    public static LocalizedText Language(string code) => code switch
    {
        "nn" => new("Nynorsk", "Nynorsk", "Nynorsk"),
        "en" => new("Engelsk", "Engelsk", "English"),
        _ => new("Bokmål", "Bokmål", "Bokmål"),
    };
}
