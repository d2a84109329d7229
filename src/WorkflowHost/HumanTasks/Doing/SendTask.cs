using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.HumanTasks.Papers;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>Takes what was typed on a task's page: completes the task with it, or keeps it as a draft. What cannot be sent is kept as a draft too.</summary>
internal sealed class SendTask(IpDbContext db, ChangeTask change, TaskDrafts drafts, TaskPapers papers)
{
    /// <summary>Name of what makes sending twice harmless.</summary>
    public const string OperationId = "operationId";

    /// <summary>Name of the button that was pressed.</summary>
    public const string Chosen = "outcome";

    /// <summary>Name of the draft's revision that the page shows.</summary>
    public const string Revision = "revision";

    /// <summary>Name of the button that writes over what another window has saved.</summary>
    public const string WriteOver = "writeOver";

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

        public sealed record Kept(DraftView Draft) : Outcome;

        public sealed record Refused(Sent Sent) : Outcome;
    }

    public async Task<Outcome> CompleteAsync(HumanTaskId id, CurrentUser user, IFormCollection posted, CancellationToken cancellationToken)
    {
        var (values, wrongFiles) = await ReadAsync(id, user, posted, cancellationToken);
        var (operationId, outcome) = (posted[OperationId].ToString(), posted[Chosen].ToString());
        if (outcome.Length == 0 || operationId.Length is 0 or > TextLimits.UserId)
        {
            return new Outcome.Refused(new Sent(Refusal.OfField(Chosen, NothingChosen)) { Values = values, OperationId = operationId.Length is 0 or > TextLimits.UserId ? null : operationId });
        }

        if (wrongFiles.Any)
        {
            await SaveAsync(id, user, values, null, cancellationToken);
            return new Outcome.Refused(new Sent(wrongFiles.ToRefusal()) { Values = values, OperationId = operationId });
        }

        switch (await change.CompleteAsync(new TaskCall(id, user, null), operationId, outcome, values, cancellationToken))
        {
            case TaskChange.Done done:
                return new Outcome.Completed(done.View.Title, await NextAsync(done.Task, user, cancellationToken));
            case TaskChange.Refused refused:
                await SaveAsync(id, user, values, null, cancellationToken);
                return new Outcome.Refused(new Sent(refused.Refusal) { Values = values, OperationId = operationId });
            case var unknown:
                throw new InvalidOperationException(unknown.GetType().Name);
        }
    }

    public async Task<Outcome> KeepAsync(HumanTaskId id, CurrentUser user, IFormCollection posted, CancellationToken cancellationToken)
    {
        var (values, wrongFiles) = await ReadAsync(id, user, posted, cancellationToken);
        var seen = posted.ContainsKey(WriteOver) ? (long?)null : long.TryParse(posted[Revision], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        return await SaveAsync(id, user, values, seen, cancellationToken) switch
        {
            TaskDrafts.Outcome.Found when wrongFiles.Any => new Outcome.Refused(new Sent(wrongFiles.ToRefusal()) { Values = values, OperationId = posted[OperationId] }),
            TaskDrafts.Outcome.Found found => new Outcome.Kept(found.Draft),
            TaskDrafts.Outcome.Refused refused => new Outcome.Refused(new Sent(refused.Refusal) { Values = values, OperationId = posted[OperationId] }),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }

    /// <summary>What was typed; files that came along are kept with the task, and their ids are the values of their fields.</summary>
    private async Task<(JsonObject Values, FieldErrors WrongFiles)> ReadAsync(HumanTaskId id, CurrentUser user, IFormCollection posted, CancellationToken cancellationToken)
    {
        var form = await FormAsync(id, cancellationToken);
        var values = FilledForm.Read(form, posted);
        var errors = new FieldErrors();
        foreach (var field in (form?.Fields ?? []).Where(static f => f.Type == FormFieldType.File))
        {
            if (posted.Files.GetFile(FilledForm.UploadOf(field.Name)) is not { FileName.Length: > 0 } file)
            {
                continue;
            }

            switch (await papers.AttachAsync(user, id, file.FileName, await PaperPages.BytesAsync(file, cancellationToken), operationId: null, cancellationToken))
            {
                case PaperOutcome.Done done:
                    values[field.Name] = done.Id.ToString();
                    break;
                case PaperOutcome.Refused { Refusal: var refusal }:
                    errors.Add(field.Name, refusal.Errors?.Values.First()[0] ?? refusal.Detail);
                    break;
            }
        }

        return (values, errors);
    }

    /// <param name="id">The task.</param>
    /// <param name="user">Whose draft.</param>
    /// <param name="values">What was typed.</param>
    /// <param name="seen">The revision that the page showed; null to write over whatever is there.</param>
    /// <param name="cancellationToken">Cancels.</param>
    private async Task<TaskDrafts.Outcome> SaveAsync(HumanTaskId id, CurrentUser user, JsonObject values, long? seen, CancellationToken cancellationToken)
    {
        if (seen is null && await drafts.ReadAsync(user, id, cancellationToken) is TaskDrafts.Outcome.Found { Draft: var draft })
        {
            seen = draft.Revision;
        }

        return await drafts.SaveAsync(user, id, seen ?? 0, null, values, cancellationToken);
    }

    private async Task<FormDefinition?> FormAsync(HumanTaskId id, CancellationToken cancellationToken) =>
        await db.HumanTasks.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, cancellationToken) is { } task ? FormCatalogue.Embedded.Of(task) : null;

    private async Task<HumanTaskId?> NextAsync(HumanTask done, CurrentUser user, CancellationToken cancellationToken)
    {
        var (caseId, sinceAt) = (done.CaseId, done.EndedAt);
        return await db.HumanTasks.Where(t => t.CaseId == caseId && t.Assignee == user.UserId && t.EndedAt == null && t.OpenedAt >= sinceAt)
            .OrderBy(t => t.Urgency).ThenBy(t => t.Id).Select(t => (HumanTaskId?)t.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
