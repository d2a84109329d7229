using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>What a task's answers mean to whoever asked, as sentences.</summary>
internal sealed class TaskRefusals(UserDirectory users)
{
    /// <summary>Null when the answer is success.</summary>
    public Refusal? Of(TaskAnswer answer) => answer switch
    {
        TaskAnswer.Done or TaskAnswer.Repeated => null,
        TaskAnswer.AlreadyCompletedBy by => new(ProblemKind.TaskCompleted, Messages.Format(new(
            "Oppgaven er allerede fullført av {0}.", "Oppgåva er allereie fullført av {0}.", "The task is already completed by {0}."), users.NameOf(by.UserId))),
        TaskAnswer.WasCancelled => new(ProblemKind.Conflict, new(
            "Oppgaven er avlyst, så det er ikke noe mer å gjøre.", "Oppgåva er avlyst, så det er ikkje meir å gjere.", "The task was called off, so there is nothing left to do.")),
        TaskAnswer.ClaimedByOther other => new(ProblemKind.ForeignTask, Messages.Format(new(
            "{0} har oppgaven. Be om å få den tildelt.", "{0} har oppgåva. Be om å få henne tildelt.", "{0} has the task. Ask to have it assigned to you."), users.NameOf(other.UserId))),
        TaskAnswer.ExcludedUser => new(ProblemKind.SeparationOfDuties, new(
            "Du gjorde steget før dette, så en annen må gjøre denne oppgaven.",
            "Du gjorde steget før dette, så ein annan må gjere denne oppgåva.",
            "You did the step before this one, so someone else must do this task.")),
        TaskAnswer.RoleDemanded demanded => new(ProblemKind.ForeignTask, Messages.Format(new(
            "Oppgaven er for rollen {0}.", "Oppgåva er for rolla {0}.", "The task is for the role {0}."), demanded.Role)),
        TaskAnswer.UnknownOutcome unknown => Refusal.OfField("outcome", Messages.Format(Messages.OneOf, string.Join(", ", unknown.Allowed))),
        _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}."),
    };

    /// <summary>The task belongs to a case or a person that the caller has nothing to do with.</summary>
    public static Refusal Foreign() => new(ProblemKind.ForeignTask, new(
        "Oppgaven gjelder noen andre enn deg.", "Oppgåva gjeld nokon andre enn deg.", "The task concerns someone else."));
}
