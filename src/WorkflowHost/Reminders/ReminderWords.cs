using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Audit;
using RoleNames = IndividualPlan.WorkflowHost.Auth.RoleNames;

namespace IndividualPlan.WorkflowHost.Reminders;

/// <summary>What the pages about reminders call things.</summary>
internal static class ReminderWords
{
    public static readonly LocalizedText Title = new("Påminnelser", "Påminningar", "Reminders");

    /// <summary>Roles that can be told when something is not done in time.</summary>
    public static readonly IReadOnlyList<string> EscalationRoles = [Roles.OfficeLeader, Roles.CoordinatingUnit, Roles.CaseManager, Roles.Coordinator];

    public static LocalizedText Kind(RungKind kind) => kind == RungKind.Escalate ? NotificationWords.Kind(NotificationKinds.TaskEscalated) : NotificationWords.Kind(NotificationKinds.TaskReminder);

    public static string Color(RungKind kind) => kind == RungKind.Escalate ? "danger" : "warning";

    /// <summary>The kind of what was sent; alerts that drawings raise are one kind.</summary>
    public static LocalizedText Sent(string kind) => kind == ListSentReminders.Alerts ? NotificationWords.Kind("") : NotificationWords.Kind(kind);

    public static LocalizedText Days(int days) => new($"{days} dager", $"{days} dagar", $"{days} days");

    /// <summary>Whom it goes to when it is a role.</summary>
    public static LocalizedText ToRole(string? role) => role is null ? new("Den som har oppgaven", "Den som har oppgåva", "The one who has the task") : RoleNames.Role(role);

    /// <summary>How they get to know of it.</summary>
    public static LocalizedText Channel(RungChannel channel) => channel switch
    {
        RungChannel.InApp => new("Bare i systemet", "Berre i systemet", "In the system only"),
        RungChannel.EMail => new("Bare på e-post", "Berre på e-post", "By e-mail only"),
        _ => new("I systemet og på e-post", "I systemet og på e-post", "In the system and by e-mail"),
    };
}
