using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>Something that somebody did at one moment: who, in which role, when and why, and all that came of it.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Name of the one who did it; null for the product itself.</param>
/// <param name="Role">Code of the role held.</param>
/// <param name="OnBehalfOf">Name of whom it was done for; null when for oneself.</param>
/// <param name="Reason">Why; null when none was given.</param>
/// <param name="Sentences">What happened, in the order in which it did.</param>
internal sealed record HistoryMoment(DateTimeOffset At, string? Who, string Role, string? OnBehalfOf, string? Reason, IReadOnlyList<LocalizedText> Sentences);

/// <summary>One page of a case's history, the latest first.</summary>
internal sealed record HistoryOfCase(CaseHeader Header, IReadOnlyList<HistoryMoment> Moments, HistoryKind? Kind, PageRequest Page, int Total);

/// <summary>Reads what has happened in a case, in sentences. The caller has been let in by <see cref="CaseAccess"/>, and sees the whole case.</summary>
internal sealed class ReadCaseHistory(IpDbContext db, TaskTitles taskTitles, UserDirectory users)
{
    public async Task<HistoryOfCase> RunAsync(OpenedCase opened, HistoryKind? kind, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = Of(opened.Id, kind);
        var total = await rows.CountAsync(cancellationToken);
        return new HistoryOfCase(opened.Header, await TellAsync(rows.Skip(page.Skip).Take(page.Size), cancellationToken), kind, page, total);
    }

    /// <summary>What happened last.</summary>
    public async Task<IReadOnlyList<HistoryMoment>> LatestAsync(CaseId caseId, int events, CancellationToken cancellationToken) =>
        await TellAsync(Of(caseId, null).Take(events), cancellationToken);

    private IQueryable<HistoryRow> Of(CaseId caseId, HistoryKind? kind)
    {
        var rows = db.History.AsNoTracking().Where(h => h.CaseId == caseId);
        if (kind is { } one)
        {
            var names = HistoryWords.Names(one);
            rows = rows.Where(h => names.Contains(h.Event));
        }

        return rows.OrderByDescending(h => h.Id);
    }

    /// <summary>Rows of one operation lie beside each other and are told together.</summary>
    private async Task<IReadOnlyList<HistoryMoment>> TellAsync(IQueryable<HistoryRow> newestFirst, CancellationToken cancellationToken)
    {
        var rows = (await newestFirst.ToListAsync(cancellationToken)).ConvertAll(r => (Row: r, Details: r.Details.Length == 0 ? [] : (JsonObject)JsonNode.Parse(r.Details)!));
        var ids = rows.Select(r => (string?)r.Details["taskId"]).OfType<string>().Distinct().Select(id => new HumanTaskId(Guid.Parse(id))).ToList();
        var titles = ids.Count == 0 ? [] : await db.HumanTasks.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id.Value, t => t.Title, cancellationToken);
        var moments = new List<HistoryMoment>();

        for (var at = 0; at < rows.Count;)
        {
            var first = rows[at].Row;
            var together = rows.Skip(at).TakeWhile(r => r.Row.At == first.At && r.Row.Actor == first.Actor && r.Row.Reason == first.Reason).ToList();
            at += together.Count;
            moments.Add(new HistoryMoment(
                first.At, first.Actor == Actor.System.UserId ? null : users.NameOf(first.Actor), first.Roles.Split(',')[0], first.OnBehalfOf is { } other ? users.NameOf(other) : null,
                string.IsNullOrWhiteSpace(first.Reason) ? null : first.Reason,
                [.. Enumerable.Reverse(together).Select(r => HistoryWords.Tell(r.Row.Event, new HistoryDetails(r.Details, users.NameOf, id => titles.GetValueOrDefault(id) is { } title ? taskTitles.Of(title) : null)))]));
        }

        return moments;
    }
}
