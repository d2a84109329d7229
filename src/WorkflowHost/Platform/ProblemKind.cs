using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>One kind of refusal: its stable address, its status code and its title. The address is part of the contract and is never changed.</summary>
internal sealed record ProblemKind(string Slug, int Status, LocalizedText Title)
{
    public string Type => "urn:individualplan:problem:" + Slug;

    /// <summary>The word that scripts of our pages decide by.</summary>
    public string Code { get; init; } = Slug;

    public static readonly ProblemKind Malformed = new("malformed-request", 400,
        new("Forespørselen kan ikke leses", "Førespurnaden kan ikkje lesast", "The request cannot be read"));

    public static readonly ProblemKind NotSignedIn = new("not-signed-in", 401,
        new("Du er ikke logget inn", "Du er ikkje logga inn", "You are not signed in")) { Code = "signed-out" };

    public static readonly ProblemKind Forbidden = new("forbidden", 403,
        new("Du har ikke tilgang", "Du har ikkje tilgang", "You do not have access"));

    public static readonly ProblemKind ReasonRequired = new("reason-required", 403,
        new("Du må oppgi hvorfor", "Du må oppgje kvifor", "A reason is required"));

    public static readonly ProblemKind ForeignTask = new("foreign-task", 403,
        new("Oppgaven er ikke din", "Oppgåva er ikkje di", "The task is not yours"));

    public static readonly ProblemKind SeparationOfDuties = new("separation-of-duties", 403,
        new("En annen må gjøre dette", "Ein annan må gjere dette", "Someone else must do this"));

    public static readonly ProblemKind NotFound = new("not-found", 404,
        new("Finnes ikke", "Finst ikkje", "Not found"));

    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405,
        new("Kan ikke gjøres her", "Kan ikkje gjerast her", "The method is not allowed here"));

    public static readonly ProblemKind TaskCompleted = new("task-already-completed", 409,
        new("Oppgaven er allerede fullført", "Oppgåva er allereie fullført", "The task is already completed"));

    public static readonly ProblemKind TaskHeld = new("task-held", 409,
        new("En kollega har oppgaven", "Ein kollega har oppgåva", "A colleague has the task"));

    public static readonly ProblemKind Conflict = new("conflict", 409,
        new("Dette går ikke nå", "Dette går ikkje no", "This cannot be done now"));

    public static readonly ProblemKind Stale = new("stale", 412,
        new("Noen andre har endret dette i mellomtiden", "Nokon andre har endra dette i mellomtida", "Someone else has changed this in the meantime"));

    public static readonly ProblemKind TooLarge = new("too-large", 413,
        new("Forespørselen er for stor", "Førespurnaden er for stor", "The request is too large"));

    public static readonly ProblemKind UnsupportedMedia = new("unsupported-media-type", 415,
        new("Innholdet må være JSON", "Innhaldet må vere JSON", "The content must be JSON"));

    public static readonly ProblemKind InvalidValues = new("invalid-values", 422,
        new("Noe må rettes", "Noko må rettast", "Something must be corrected"));

    public static readonly ProblemKind InvalidDefinition = new("invalid-workflow-definition", 422,
        new("Arbeidsflyten kan ikke publiseres", "Arbeidsflyten kan ikkje publiserast", "The workflow cannot be published")) { Code = "invalid-definition" };

    public static readonly ProblemKind UnreadableDefinition = new("unreadable-workflow-definition", 422,
        new("Arbeidsflyten kan ikke lagres", "Arbeidsflyten kan ikkje lagrast", "The workflow cannot be saved")) { Code = "invalid-definition" };

    public static readonly ProblemKind UnsupportedDefinition = new("unsupported-workflow-definition", 422,
        new("Denne typen arbeidsflyt kan ikke brukes her", "Denne typen arbeidsflyt kan ikkje brukast her", "This kind of workflow cannot be used here")) { Code = "unsupported" };

    public static readonly ProblemKind EmptiesFlow = new("empties-workflow", 422,
        new("Arbeidsflyten ble ikke tømt", "Arbeidsflyten vart ikkje tømd", "The workflow was not emptied")) { Code = "empties-flow" };

    public static readonly ProblemKind StaleDefinition = new("stale-workflow-definition", 412,
        new("Noen andre har lagret i mellomtiden", "Nokon andre har lagra i mellomtida", "Someone else has saved in the meantime")) { Code = "stale" };

    public static readonly ProblemKind DefinitionInUse = new("workflow-definition-in-use", 409,
        new("Arbeidsflyten er i bruk", "Arbeidsflyten er i bruk", "The workflow is in use")) { Code = "in-use" };

    public static readonly ProblemKind DefinitionNotPublished = new("workflow-definition-not-published", 409,
        new("Arbeidsflyten er ikke publisert", "Arbeidsflyten er ikkje publisert", "The workflow is not published")) { Code = "not-published" };

    public static readonly ProblemKind Fault = new("fault", 500,
        new("Noe gikk galt hos oss", "Noko gjekk gale hos oss", "Something went wrong on our side"));

    public static readonly ProblemKind Busy = new("busy", 503,
        new("Tjenesten er opptatt", "Tenesta er oppteken", "The service is busy"));

    /// <summary>The kind that stands for a bare status code, given by the framework before any of our code ran.</summary>
    public static ProblemKind ForStatus(int status) => status switch
    {
        400 => Malformed,
        401 => NotSignedIn,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        409 => Conflict,
        412 => Stale,
        413 => TooLarge,
        415 => UnsupportedMedia,
        422 => InvalidValues,
        503 => Busy,
        _ => Fault,
    };
}
