using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using RoleNames = IndividualPlan.Workflows.Audit.RoleNames;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>What a task's answers mean to whoever asked, as sentences.</summary>
internal sealed class TaskRefusals(UserDirectory users)
{
    /// <summary>A no of the task.</summary>
    public Refusal Of(TaskAnswer answer, HumanTask task, Actor actor) => answer switch
    {
        TaskAnswer.AlreadyCompletedBy by => new(ProblemKind.TaskCompleted, Messages.Format(new(
            "Oppgaven er allerede fullført av {0}.", "Oppgåva er allereie fullført av {0}.", "The task is already completed by {0}."), users.NameOf(by.UserId))),
        TaskAnswer.WasCancelled => new(ProblemKind.Conflict, new(
            "Oppgaven er avlyst, så det er ikke noe mer å gjøre.", "Oppgåva er avlyst, så det er ikkje meir å gjere.", "The task was called off, so there is nothing left to do.")),
        TaskAnswer.ClaimedByOther other => HeldBy(other.UserId, task.Role is { } role && actor.HasRole(role) && task.MayBeDoneBy(actor)),
        TaskAnswer.ExcludedUser => new(ProblemKind.SeparationOfDuties, new(
            "Du gjorde steget før dette, så en annen må gjøre denne oppgaven.",
            "Du gjorde steget før dette, så ein annan må gjere denne oppgåva.",
            "You did the step before this one, so someone else must do this task.")),
        TaskAnswer.RoleDemanded { Role: "" } => new(ProblemKind.ForeignTask, new(
            "Oppgaven er lagt til én bestemt person. En leder kan flytte den.",
            "Oppgåva er lagd til éin bestemt person. Ein leiar kan flytte henne.",
            "The task was put on one person. A leader can move it.")),
        TaskAnswer.RoleDemanded demanded => new(ProblemKind.ForeignTask, WithRole(
            new("Oppgaven er for rollen {0}.", "Oppgåva er for rolla {0}.", "The task is for the role {0}."), demanded.Role)),
        TaskAnswer.UnknownOutcome unknown => Refusal.OfField("outcome", Messages.Format(Messages.OneOf, string.Join(", ", unknown.Allowed))),
        _ => throw new InvalidOperationException($"The answer {answer.GetType().Name} is no refusal."),
    };

    /// <summary>Why a completion came to nothing.</summary>
    public Refusal Of(CompleteTask.Outcome outcome, HumanTask task, Actor actor) => outcome switch
    {
        CompleteTask.Outcome.Refused refused => Of(refused.Answer, task, actor),
        CompleteTask.Outcome.Invalid invalid => Explain(invalid.Errors),
        CompleteTask.Outcome.PlanChanged changed => new Refusal(ProblemKind.Conflict, changed.Why),
        CompleteTask.Outcome.WorkflowStopped => new Refusal(ProblemKind.Conflict, new(
            "Arbeidsflyten bak oppgaven har stoppet. En leder må se på den først.",
            "Arbeidsflyten bak oppgåva har stoppa. Ein leiar må sjå på han først.",
            "The workflow behind the task has stopped. A leader must look at it first.")),
        CompleteTask.Outcome.OperationIdTaken => Refusal.OfField("operationId", new(
            "Denne id-en er brukt på en annen oppgave. Lag en ny.", "Denne id-en er brukt på ei anna oppgåve. Lag ein ny.", "This id was used for another task. Make a new one.")),
        _ => Refusal.NotFound(),
    };

    /// <summary>The task belongs to a case or a person that the caller has nothing to do with.</summary>
    public static Refusal Foreign() => new(ProblemKind.ForeignTask, new(
        "Oppgaven gjelder noen andre enn deg.", "Oppgåva gjeld nokon andre enn deg.", "The task concerns someone else."));

    /// <summary>A colleague has the task; the answer says who, and whether it may be taken over.</summary>
    private Refusal HeldBy(string userId, bool mayTakeOver)
    {
        var name = users.NameOf(userId);
        return new Refusal(ProblemKind.TaskHeld, Messages.Format(
            mayTakeOver
                ? new("{0} har oppgaven. Vil du ta den over, må du si hvorfor.", "{0} har oppgåva. Vil du ta henne over, må du seie kvifor.", "{0} has the task. To take it over you must say why.")
                : new("{0} har oppgaven. Be om å få den tildelt.", "{0} har oppgåva. Be om å få henne tildelt.", "{0} has the task. Ask to have it assigned to you."), name))
        {
            Members = _ => new Dictionary<string, object?>(StringComparer.Ordinal) { ["holder"] = userId, ["holderName"] = name, ["mayTakeOver"] = mayTakeOver },
        };
    }

    private static Refusal Explain(IReadOnlyList<FieldError> wrong)
    {
        var errors = new FieldErrors();
        foreach (var one in wrong)
        {
            errors.Add(one.Field, one.Message);
        }

        return errors.ToRefusal();
    }

    private static LocalizedText WithRole(LocalizedText text, string role)
    {
        var name = RoleNames.Of(role);
        return new(
            text.Nb.Replace("{0}", name.Nb.ToLowerInvariant(), StringComparison.Ordinal),
            text.Nn.Replace("{0}", name.Nn.ToLowerInvariant(), StringComparison.Ordinal),
            text.En.Replace("{0}", name.En.ToLowerInvariant(), StringComparison.Ordinal));
    }
}
