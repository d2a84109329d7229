using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>What stands before a letter to the person that goes to someone who acts for the person (L-24, L-57): why they get it, and who "you" is.</summary>
internal static class LetterCopies
{
    public static string Introduce(string body, LetterMatter matter) =>
        Introduction(matter.Recipient, LetterData.NameOf(matter.Person)) is { } text ? $"{text.In(matter.Language)}\n\n{body}" : body;

    private static LocalizedText? Introduction(LetterRecipientKind recipient, string name) => recipient switch
    {
        LetterRecipientKind.Guardian => new(
            $"Du får dette brevet som forelder eller verge. Det er skrevet til {name}.",
            $"Du får dette brevet som forelder eller verje. Det er skrive til {name}.",
            $"You get this letter as parent or guardian. It is written to {name}."),
        LetterRecipientKind.Representative => new(
            $"Du får en kopi av dette brevet som fullmektig. Det er skrevet til {name}.",
            $"Du får ein kopi av dette brevet som fullmektig. Det er skrive til {name}.",
            $"You get a copy of this letter as representative. It is written to {name}."),
        _ => null,
    };
}
