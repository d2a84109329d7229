using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Notifications;

/// <summary>A reminder, warning or alert to a role or a user. Each rung of a ladder is told once.</summary>
internal sealed class NotificationRow
{
    public Guid Id { get; set; }

    public CaseId? CaseId { get; set; }

    /// <summary>The task, deadline or absence that it is about; unique together with the rung.</summary>
    public Guid SubjectId { get; set; }

    /// <summary>Which step of the ladder: <c>before:P14D</c>, <c>every:2</c>, <c>escalate:P14D</c>, ….</summary>
    public string Rung { get; set; } = "";

    /// <summary>One of <see cref="NotificationKinds"/>, or what a drawing calls its alert.</summary>
    public string Kind { get; set; } = "";

    public string? Role { get; set; }

    public string? UserId { get; set; }

    public string Text { get; set; } = "";

    /// <summary>How those who are told get to know of it.</summary>
    public RungChannel Channel { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The Norwegian day for which it was planned; null when nobody planned it.</summary>
    public DateOnly? PlannedOn { get; set; }

    /// <summary>Whether it was told after the day for which it was planned, because nothing ran then.</summary>
    public bool IsLate { get; set; }

    /// <summary>Marks for which day it was planned, and whether that day is past.</summary>
    public NotificationRow PlannedFor(DateOnly on, DateOnly today)
    {
        (PlannedOn, IsLate) = (on, on < today);
        return this;
    }
}

/// <summary>Someone who is told of a notification; worked out once, when it is sent.</summary>
internal sealed class NotificationRecipient
{
    public Guid NotificationId { get; set; }

    public string UserId { get; set; } = "";

    /// <summary>When it was sent, the same as in the notification: lists by user are in its order.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>When it was marked as read; from the start when it is told by e-mail alone.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>When the mail server took the e-mail about it; null when there is none, or none yet.</summary>
    public DateTimeOffset? MailedAt { get; set; }
}

/// <summary>What someone has chosen about being told.</summary>
internal sealed class NotificationChoice
{
    public string UserId { get; set; } = "";

    public bool WantsMail { get; set; } = true;

    /// <summary>Language of the e-mails: <c>nb</c>, <c>nn</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "nb";

    public long Version { get; set; }
}

/// <summary>Kinds of notifications that the product itself makes. Drawings may name others for their alerts.</summary>
internal static class NotificationKinds
{
    public const string TaskReminder = "TaskReminder";
    public const string TaskEscalated = "TaskEscalated";
    public const string DeadlineWarning = "DeadlineWarning";
    public const string TaskTaken = "TaskTaken";
    public const string TaskGiven = "TaskGiven";
    public const string SubstituteNamed = "SubstituteNamed";

    /// <summary>Someone opened, or tried to open, the case of a person with a strictly protected address (P-20). It is about the case and belongs to none, since those who get it may not see it.</summary>
    public const string ProtectedCaseOpened = "ProtectedCaseOpened";

    /// <summary>Kinds that come from ladders: they are moot when the case has ended.</summary>
    public static readonly IReadOnlyList<string> OfLadders = [TaskReminder, TaskEscalated, DeadlineWarning];
}
