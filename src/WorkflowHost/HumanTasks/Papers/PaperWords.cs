using System.Globalization;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.HumanTasks.Papers;

/// <summary>Sentences about comments and files.</summary>
internal static class PaperWords
{
    public static readonly LocalizedText Ended = new(
        "Oppgaven er ferdig, så det kan ikke legges til mer.", "Oppgåva er ferdig, så det kan ikkje leggjast til meir.", "The task has ended, so nothing more can be added.");

    public static readonly LocalizedText NoText = new("Skriv noe i kommentaren.", "Skriv noko i kommentaren.", "Write something in the comment.");

    public static readonly LocalizedText NoReason = new("Skriv hvorfor.", "Skriv kvifor.", "Write why.");

    public static readonly LocalizedText NotTheAuthor = new(
        "Bare den som la det til, kan stryke det.", "Berre den som la det til, kan stryke det.", "Only whoever added it can strike it.");

    public static readonly LocalizedText NoFile = new("Velg en fil.", "Vel ei fil.", "Choose a file.");

    public static readonly LocalizedText EmptyFile = new("Filen er tom. Velg en annen.", "Fila er tom. Vel ei anna.", "The file is empty. Choose another.");

    public static readonly LocalizedText NoName = new("Filen har ikke noe navn. Gi den et navn, og prøv igjen.", "Fila har ikkje noko namn. Gje henne eit namn, og prøv igjen.", "The file has no name. Give it one, and try again.");

    public static readonly LocalizedText WrongKind = new(
        "Filen må være PDF, PNG, JPEG, DOCX eller TXT.", "Fila må vere PDF, PNG, JPEG, DOCX eller TXT.", "The file must be PDF, PNG, JPEG, DOCX or TXT.");

    public static readonly LocalizedText IdTaken = new("Denne id-en er brukt på noe annet. Lag en ny.", "Denne id-en er brukt på noko anna. Lag ein ny.", "This id was used for something else. Make a new one.");

    public static readonly LocalizedText Gone = new("Legg ved filen på nytt.", "Legg ved fila på nytt.", "Attach the file again.");

    public static LocalizedText NameLies(string kind) => Messages.Format(new(
        "Navnet på filen passer ikke til innholdet, som er {0}. Gi filen riktig endelse, eller lagre den på nytt.",
        "Namnet på fila passar ikkje til innhaldet, som er {0}. Gje fila rett ending, eller lagre henne på nytt.",
        "The name of the file does not fit its content, which is {0}. Give it the right ending, or save it anew."), kind);

    public static LocalizedText TooBig(long size, long most) => Messages.Format(new(
        "Filen er {0}. Den kan være høyst {1}.", "Fila er {0}. Ho kan vere høgst {1}.", "The file is {0}. It can be at most {1}."), Size(size), Size(most));

    public static LocalizedText TooMany(int most) => Messages.Format(new(
        "Oppgaven har {0} vedlegg og kan ikke ha flere.", "Oppgåva har {0} vedlegg og kan ikkje ha fleire.", "The task has {0} attachments and cannot have more."), most);

    /// <summary>How many there are of each, such as <c>2 kommentarer, 1 vedlegg</c>; null when there are none.</summary>
    public static LocalizedText? Count(int comments, int files)
    {
        var written = comments switch
        {
            0 => null,
            1 => new LocalizedText("1 kommentar", "1 kommentar", "1 comment"),
            _ => Messages.Format(new("{0} kommentarer", "{0} kommentarar", "{0} comments"), comments),
        };
        var attached = files switch
        {
            0 => null,
            1 => new LocalizedText("1 vedlegg", "1 vedlegg", "1 attachment"),
            _ => Messages.Format(new("{0} vedlegg", "{0} vedlegg", "{0} attachments"), files),
        };
        return written is null || attached is null
            ? written ?? attached
            : new LocalizedText($"{written.Nb}, {attached.Nb}", $"{written.Nn}, {attached.Nn}", $"{written.En}, {attached.En}");
    }

    /// <summary>A number of bytes as people read it: <c>12 kB</c>, <c>1,4 MB</c>.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => bytes.ToString(CultureInfo.InvariantCulture) + " B",
        < 1_000_000 => (bytes / 1000).ToString(CultureInfo.InvariantCulture) + " kB",
        _ => (bytes / 1_000_000m).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',') + " MB",
    };
}
