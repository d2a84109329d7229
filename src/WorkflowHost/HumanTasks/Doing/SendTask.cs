using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>Completes a task with what was typed on its page, and finds the task that the flow hands to the same user next.</summary>
internal sealed class SendTask(IpDbContext db, ChangeTask change)
{
    /// <summary>Name of what makes sending twice harmless.</summary>
    public const string OperationId = "operationId";

    /// <summary>Name of the button that was pressed.</summary>
    public const string Chosen = "outcome";

    private static readonly LocalizedText NothingChosen = new(
        "Velg en av knappene nederst for å gjøre oppgaven ferdig.", "Vel ein av knappane nedst for å gjere oppgåva ferdig.", "Choose one of the buttons at the bottom to finish the task.");

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Title">What is done.</param>
        /// <param name="Next">What the flow handed to the user next in the case; null for nothing.</param>
        public sealed record Completed(string Title, HumanTaskId? Next) : Outcome;

        public sealed record Refused(Typed Typed) : Outcome;
    }

    public async Task<Outcome> RunAsync(HumanTaskId id, CurrentUser user, IFormCollection posted, CancellationToken cancellationToken)
    {
        var formKey = await db.HumanTasks.Where(t => t.Id == id).Select(t => t.FormKey).FirstOrDefaultAsync(cancellationToken);
        var form = formKey is null ? null : FormCatalogue.Embedded.Find(formKey);
        var values = form is null ? [] : FilledForm.Read(form, posted);
        var operationId = posted[OperationId].ToString();
        if (operationId.Length is 0 or > TextLimits.UserId)
        {
            return new Outcome.Refused(new Typed(values, null, Refusal.Stale()));
        }

        var outcome = posted[Chosen].ToString();
        if (outcome.Length == 0)
        {
            return new Outcome.Refused(new Typed(values, operationId, Refusal.OfField(Chosen, NothingChosen)));
        }

        switch (await change.CompleteAsync(new TaskCall(id, user, null), operationId, outcome, values, cancellationToken))
        {
            case TaskChange.Done done:
                return new Outcome.Completed(done.View.Title, await NextAsync(done.Task, user, cancellationToken));
            case TaskChange.Refused refused:
                return new Outcome.Refused(new Typed(values, operationId, refused.Refusal));
            case var unknown:
                throw new InvalidOperationException(unknown.GetType().Name);
        }
    }

    private async Task<HumanTaskId?> NextAsync(HumanTask done, CurrentUser user, CancellationToken cancellationToken)
    {
        var (caseId, sinceAt) = (done.CaseId, done.EndedAt);
        return await db.HumanTasks.Where(t => t.CaseId == caseId && t.Assignee == user.UserId && t.EndedAt == null && t.OpenedAt >= sinceAt)
            .OrderBy(t => t.Urgency).ThenBy(t => t.Id).Select(t => (HumanTaskId?)t.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
