using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Notifications;

/// <summary>What notifications are called, where they lead, and what an e-mail about one says: never whom or what it is about.</summary>
internal static class NotificationWords
{
    public static readonly LocalizedText Title = new("Varsler", "Varsel", "Notifications");

    public static readonly LocalizedText Product = new("Individuell plan", "Individuell plan", "Individual plan");

    private static readonly LocalizedText Task = new("Du har en oppgave som venter", "Du har ei oppgåve som ventar", "You have a task that waits");

    private static readonly LocalizedText Other = new("Du har et nytt varsel", "Du har eit nytt varsel", "You have a new notification");

    /// <summary>What sort of notification it is, for filters and tags.</summary>
    public static LocalizedText Kind(string kind) => kind switch
    {
        NotificationKinds.TaskReminder => new("Påminnelse", "Påminning", "Reminder"),
        NotificationKinds.TaskEscalated => new("Varslet videre", "Varsla vidare", "Escalation"),
        NotificationKinds.DeadlineWarning => new("Lovfrist", "Lovfrist", "Legal deadline"),
        NotificationKinds.TaskGiven => new("Gitt til deg", "Gitt til deg", "Given to you"),
        NotificationKinds.TaskTaken => new("Tatt over", "Teken over", "Taken over"),
        NotificationKinds.SubstituteNamed => new("Stedfortreder", "Stadfortredar", "Substitute"),
        NotificationKinds.ProtectedCaseOpened => new("Innsyn", "Innsyn", "Access"),
        _ => new("Må tas tak i", "Må takast tak i", "Needs attention"),
    };

    public static string Color(string kind) => kind switch
    {
        NotificationKinds.TaskEscalated => "danger",
        NotificationKinds.TaskReminder or NotificationKinds.DeadlineWarning => "warning",
        NotificationKinds.TaskGiven or NotificationKinds.TaskTaken or NotificationKinds.SubstituteNamed => "info",
        _ => "danger",
    };

    /// <summary>Where something is done about it. Holds ids only.</summary>
    public static string AddressOf(NotificationRow row) => row.Kind switch
    {
        NotificationKinds.TaskReminder or NotificationKinds.TaskEscalated or NotificationKinds.TaskGiven or NotificationKinds.TaskTaken => $"/tasks/{row.SubjectId}",
        NotificationKinds.SubstituteNamed => "/absence",
        NotificationKinds.ProtectedCaseOpened => CaseAddress.AccessLog(new CaseId(row.SubjectId)),
        NotificationKinds.DeadlineWarning when row.CaseId is { } caseId => CaseAddress.Deadlines(caseId),
        _ when row.CaseId is { } caseId => CaseAddress.Of(caseId),
        _ => NotificationPages.Path,
    };

    public static LocalizedText MailSubject(string kind) => IsOfTask(kind) ? Task : Other;

    /// <summary>The words of an e-mail: that something waits, and where. No name, no number, no reference (P-20, P-33).</summary>
    public static LocalizedText MailBody(string kind, string address, bool isLate)
    {
        var first = MailSubject(kind);
        var late = isLate
            ? new LocalizedText(
                "\nVarselet kommer senere enn planlagt, fordi systemet ikke var i gang da det skulle sendes.\n", "\nVarselet kjem seinare enn planlagt, fordi systemet ikkje var i gang då det skulle sendast.\n",
                "\nThis comes later than planned, because the system was not running when it should have been sent.\n")
            : new LocalizedText("", "", "");
        return new(
            $"{first.Nb} i Individuell plan.\n{late.Nb}\nLogg inn for å se hva det gjelder:\n{address}\n\nVil du ikke ha e-post om slikt? Det velger du selv under «Varsler».\nDu kan ikke svare på denne e-posten.\n",
            $"{first.Nn} i Individuell plan.\n{late.Nn}\nLogg inn for å sjå kva det gjeld:\n{address}\n\nVil du ikkje ha e-post om slikt? Det vel du sjølv under «Varsel».\nDu kan ikkje svare på denne e-posten.\n",
            $"{first.En} in Individual plan.\n{late.En}\nSign in to see what it is about:\n{address}\n\nIf you do not want such e-mails, you can say so under “Notifications”.\nThis e-mail cannot be answered.\n");
    }

    private static bool IsOfTask(string kind) => kind is NotificationKinds.TaskReminder or NotificationKinds.TaskEscalated or NotificationKinds.TaskGiven;
}
