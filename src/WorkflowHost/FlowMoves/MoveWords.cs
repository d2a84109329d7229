using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>What leaders read about moving running cases to another version.</summary>
internal static class MoveWords
{
    public static readonly LocalizedText HasGoneOn = new(
        "Saken har gått videre etter flyttingen, så den blir på den nye versjonen.", "Saka har gått vidare etter flyttinga, så ho blir på den nye versjonen.",
        "The case has gone on since it was moved, so it stays on the new version.");

    public static readonly LocalizedText WentOnAtOnce = new(
        "Flyttingen satte i gang nye steg i saken, så den kan ikke angres.", "Flyttinga sette i gang nye steg i saka, så ho kan ikkje angrast.",
        "The move set new steps going in the case, so it cannot be undone.");

    public static readonly LocalizedText NoLongerThere = new(
        "Saken følger ikke lenger versjonen som den skulle flyttes fra.", "Saka følgjer ikkje lenger versjonen som ho skulle flyttast frå.",
        "The case no longer follows the version that it was to be moved from.");

    public static readonly LocalizedText Failed = new(
        "Noe gikk galt hos oss. Saken er ikke rørt, og står i loggen til den som har ansvar for drift.",
        "Noko gjekk gale hos oss. Saka er ikkje rørt, og står i loggen til den som har ansvar for drift.",
        "Something went wrong on our side. The case is untouched, and is in the log of whoever runs the system.");

    public static readonly LocalizedText NotPublished = new(
        "Velg en versjon som er eller har vært i bruk. Et utkast må publiseres først.", "Vel ein versjon som er eller har vore i bruk. Eit utkast må publiserast først.",
        "Choose a version that is or has been in use. A draft must be published first.");

    public static readonly LocalizedText SameVersion = new("Velg to forskjellige versjoner.", "Vel to ulike versjonar.", "Choose two different versions.");

    public static readonly LocalizedText NoneToMove = new(
        "Ingen saker som du har tilgang til, er i gang i denne versjonen.", "Ingen saker som du har tilgang til, er i gang i denne versjonen.", "No case that you have access to is going on in this version.");

    public static readonly LocalizedText AlreadyUndone = new("Flyttingen er allerede angret.", "Flyttinga er allereie angra.", "The move is undone already.");

    public static readonly LocalizedText NotFinished = new(
        "Flyttingen er ikke ferdig ennå. Prøv igjen om litt.", "Flyttinga er ikkje ferdig enno. Prøv igjen om litt.", "The move has not finished yet. Try again in a moment.");

    public static readonly LocalizedText NothingToUndo = new(
        "Ingen av sakene kan settes tilbake: de har gått videre, eller ble ikke flyttet.", "Ingen av sakene kan setjast tilbake: dei har gått vidare, eller vart ikkje flytte.",
        "None of the cases can be put back: they have gone on, or were not moved.");

    public static readonly LocalizedText ReasonHint = new(
        "Står i rapporten og i historikken til hver sak. Skriv ikke navn eller andre opplysninger om personer.",
        "Står i rapporten og i historikken til kvar sak. Skriv ikkje namn eller andre opplysningar om personar.",
        "Kept in the report and in the history of each case. Do not write names or anything else about people.");

    /// <summary>Names of steps in a sentence.</summary>
    public static string Steps(IEnumerable<string> names) => string.Join(", ", names.Select(static n => $"«{n}»"));

    /// <summary>How it stands with one case.</summary>
    public static LocalizedText Stage(MoveStage stage) => stage switch
    {
        MoveStage.Waiting => new("Venter", "Ventar", "Waiting"),
        MoveStage.Moved => new("Flyttet", "Flytta", "Moved"),
        MoveStage.Kept => new("Ikke flyttet", "Ikkje flytta", "Not moved"),
        MoveStage.ToTakeBack => new("Settes tilbake", "Blir sett tilbake", "Being put back"),
        MoveStage.TakenBack => new("Satt tilbake", "Sett tilbake", "Put back"),
        _ => new("Fortsatt flyttet", "Framleis flytta", "Still moved"),
    };

    public static string Color(MoveStage stage) => stage switch
    {
        MoveStage.Moved => "success",
        MoveStage.Kept or MoveStage.KeptMoved => "warning",
        _ => "neutral",
    };

    /// <summary>From which version to which.</summary>
    public static LocalizedText Way(int from, int to) => new($"Fra versjon {from} til {to}", $"Frå versjon {from} til {to}", $"From version {from} to {to}");
}
