using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>A disposal as programs see it.</summary>
internal sealed record DisposalView(
    Guid DisposalId, string Kind, string? Reference, string? Track, DateOnly? ClosedOn, DateOnly DueOn, int Years, string Basis, string State, string? HoldReason,
    string? ProposedBy, string? ConfirmedBy, DateTimeOffset? DisposedAt, IReadOnlyDictionary<string, int>? Removed);

/// <summary>The archive for programs, such as the archive core of a municipality: the journal, the file of a case, and what may be or was disposed of.</summary>
internal static class ArchiveEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var archive = routes.MapGroup("/api/archive").WithTags("Archive");
        archive.MapGet("/journal", JournalAsync).RequireAuthorization(Policies.ExtractArchive).WithName("ExtractJournal")
            .WithSummary("The journal of a period: letters that went out, requests and appeals that came in. With names only for a reason.");
        archive.MapGet("/disposals", DisposalsAsync).RequireAuthorization(Policies.ReadDisposals).WithName("ListDisposals")
            .WithSummary("What has been kept for as long as the office has set, or with disposed=true the records of what is gone.");
        routes.MapGet("/api/cases/{id:guid}/export", ExportAsync).WithTags("Archive").RequireAuthorization(Policies.ExtractArchive).WithName("ExportCase")
            .WithSummary("The whole file of a case as a zip: case.json, letters and plans as PDF, attachments, and a manifest with checksums.").Produces(200, contentType: "application/zip");
    }

    private static async Task<Results<Ok<IReadOnlyList<JournalPost>>, RefusalResult>> JournalAsync(
        string? from, string? to, bool? names, ExtractJournal extract, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        ExtractPages.CheckPeriod(Dates.TryRead(from ?? "", out var first) ? first : null, Dates.TryRead(to ?? "", out var last) ? last : null, errors);
        if (names is true)
        {
            errors.Require(reason.Text, "reason");
        }

        return errors.Any
            ? errors.ToRefusal().ToResult()
            : TypedResults.Ok(await extract.RunAsync(user, first, last, names is true, reason.Or("Journaluttrekk."), cancellationToken));
    }

    private static async Task<Results<Ok<Page<DisposalView>>, RefusalResult>> DisposalsAsync(
        bool? disposed, HttpRequest request, SeenDisposals seen, CurrentUser user, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(request, errors);
        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        var (items, total) = await seen.ListAsync(user, disposed is true, page, cancellationToken);
        return TypedResults.Ok(new Page<DisposalView>(
            [.. items.Select(static d => new DisposalView(
                d.Id, d.Kind.ToString(), d.Reference, d.Track, d.ClosedOn, d.DueOn, d.Years, d.Basis, d.State.ToString(), d.HoldReason, d.ProposedBy, d.ConfirmedBy, d.DisposedAt, d.Removed))],
            total, page.Next(request, total)));
    }

    private static async Task<Results<FileContentHttpResult, RefusalResult>> ExportAsync(Guid id, ExportCase export, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await export.RunAsync(user, new CaseId(id), reason, cancellationToken) switch
        {
            ExportCase.Outcome.File file => TypedResults.File(file.Content, "application/zip", file.Name),
            ExportCase.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
}
