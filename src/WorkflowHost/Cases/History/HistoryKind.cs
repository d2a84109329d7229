namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>What a line of history is about; what the page of the history is filtered by.</summary>
internal enum HistoryKind
{
    Case,
    Request,
    Task,
    Deadline,
    Decision,
    Consent,
    Coordinator,
    Plan,
    Letter,
    Flow,
}

internal static class HistoryKinds
{
    public static LocalizedText Name(HistoryKind kind) => kind switch
    {
        HistoryKind.Request => new("Henvendelser og informasjon", "Førespurnader og informasjon", "Requests and information"),
        HistoryKind.Task => new("Oppgaver", "Oppgåver", "Tasks"),
        HistoryKind.Deadline => new("Frister", "Fristar", "Deadlines"),
        HistoryKind.Decision => new("Vedtak og klager", "Vedtak og klager", "Decisions and appeals"),
        HistoryKind.Consent => new("Samtykker og deltakere", "Samtykke og deltakarar", "Consents and participants"),
        HistoryKind.Coordinator => new("Koordinator", "Koordinator", "Coordinator"),
        HistoryKind.Plan => new("Plan og revisjon", "Plan og revisjon", "Plan and revision"),
        HistoryKind.Letter => new("Brev", "Brev", "Letters"),
        HistoryKind.Flow => new("Arbeidsflyt", "Arbeidsflyt", "Workflow"),
        _ => new("Saken", "Saka", "The case"),
    };
}
