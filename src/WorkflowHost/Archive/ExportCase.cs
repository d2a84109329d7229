using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.WorkflowHost.Transfers;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>A file of an export, as <c>manifest.json</c> lists it.</summary>
internal sealed record ExportedFile(string File, long Size, string Sha256);

/// <summary>What <c>manifest.json</c> says: which case, when, and each file with its checksum, so that whoever receives it can see that it is whole.</summary>
internal sealed record ExportManifest(string Format, int SchemaVersion, string Reference, DateOnly ExportedOn, IReadOnlyList<ExportedFile> Files)
{
    public const string FormatName = "individualplan/case-export";

    public const int Version = 1;
}

/// <summary>
/// The whole file of a case for another archive (ARKF § 5): <c>case.json</c> with all documentation as it is stored, letters and plan versions as PDF/A, attachments as they were added, and a
/// manifest. The look is logged, and the history of the case tells that it was exported.
/// </summary>
internal sealed class ExportCase(IpDbContext db, CaseAccess access, ReadPlanDocument plans, PlanPdf planPdf, LetterPdf letterPdf, WorkWriter writer, TimeProvider clock)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record File(byte[] Content, string Name) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    public async Task<Outcome> RunAsync(CurrentUser user, CaseId id, CallReason reason, CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(user, id, "export", reason, cancellationToken) is not CaseOpening.Opened opened)
        {
            return new Outcome.Refused(Refusal.NotFound());
        }

        var now = clock.GetUtcNow();
        var content = await WriteAsync(user, opened, now, cancellationToken);
        await writer.RunAsync(new Operation(user.Actor, reason.Or("Eksport til arkiv."), now), (work, _) =>
        {
            work.Operation.Record(id, "case-exported", ("sha256", TransferArchive.Sha256Of(content)));
            return Task.CompletedTask;
        }, cancellationToken);
        return new Outcome.File(content, $"sak-{opened.Case.Reference}.zip");
    }

    private async Task<byte[]> WriteAsync(CurrentUser user, CaseOpening.Opened opened, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var files = new List<ExportedFile>();
        using var buffer = new MemoryStream();

        await using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync("case.json", JsonSerializer.SerializeToUtf8Bytes(await RecordsAsync(db, opened.Case.Id, cancellationToken), Json));

            foreach (var (letter, number) in (await LettersAsync(opened.Case.Id, cancellationToken)).Select(static (l, i) => (l, i + 1)))
            {
                await AddAsync(string.Create(CultureInfo.InvariantCulture, $"letters/{number:D3}.pdf"), letterPdf.Write(letter));
            }

            foreach (var number in await db.PlanVersions.Where(v => v.CaseId == opened.Case.Id).OrderBy(static v => v.Number).Select(static v => v.Number).ToListAsync(cancellationToken))
            {
                if (await plans.VersionAsync(user, opened, number, cancellationToken) is { } plan)
                {
                    await AddAsync(string.Create(CultureInfo.InvariantCulture, $"plan/version-{number}.pdf"), planPdf.Write(plan, now));
                }
            }

            foreach (var attached in await db.TaskAttachments.Where(a => a.CaseId == opened.Case.Id && a.StruckAt == null).OrderBy(static a => a.Id).Select(static a => new { a.Id, a.FileName }).ToListAsync(cancellationToken))
            {
                // The name may be anything; the id makes it unique, and case.json says what it was called.
                await AddAsync($"attachments/{attached.Id}{Extension(attached.FileName)}", await db.AttachmentContents.Where(c => c.AttachmentId == attached.Id).Select(static c => c.Bytes).SingleAsync(cancellationToken));
            }

            foreach (var forwarded in await db.AppealFiles.Where(f => f.CaseId == opened.Case.Id).OrderBy(static f => f.AppealId).ToListAsync(cancellationToken))
            {
                await AddAsync($"appeals/{forwarded.AppealId}.pdf", forwarded.Pdf);
            }

            var manifest = new ExportManifest(ExportManifest.FormatName, ExportManifest.Version, opened.Case.Reference, NorwegianTime.DateOf(now), [.. files]);
            await TransferArchive.AddAsync(archive, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest, Json), cancellationToken);

            async Task AddAsync(string name, byte[] content)
            {
                files.Add(new ExportedFile(name, content.LongLength, TransferArchive.Sha256Of(content)));
                await TransferArchive.AddAsync(archive, name, content, cancellationToken);
            }
        }

        return buffer.ToArray();
    }

    private static JsonSerializerOptions Json { get; } = new(ApiJson.Options) { WriteIndented = true };

    private static string Extension(string fileName) => Path.GetExtension(fileName) is { Length: > 1 and <= 6 } end && end[1..].All(char.IsAsciiLetterOrDigit) ? end.ToLowerInvariant() : "";

    private Task<List<Workflows.Letters.Letter>> LettersAsync(CaseId id, CancellationToken cancellationToken) =>
        db.Letters.AsNoTracking().Where(l => l.CaseId == id).OrderBy(static l => l.QueuedAt).ThenBy(static l => l.Id).ToListAsync(cancellationToken);

    /// <summary>All documentation of a case by table, each row as it is stored; the person with it.</summary>
    internal static async Task<IReadOnlyDictionary<string, object>> RecordsAsync(IpDbContext db, CaseId id, CancellationToken cancellationToken)
    {
        var person = await db.Cases.Where(c => c.Id == id).Select(static c => c.PersonId).SingleAsync(cancellationToken);
        return new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["appeals"] = await AllAsync(db.Appeals.Where(r => r.CaseId == id)),
            ["cases"] = await AllAsync(db.Cases.Where(r => r.Id == id)),
            ["consents"] = await AllAsync(db.Consents.Where(r => r.CaseId == id)),
            ["cooperation_agreements"] = await AllAsync(db.CooperationAgreements.Where(r => r.CaseId == id)),
            ["coordinations"] = await AllAsync(db.Coordinations.Where(r => r.CaseId == id)),
            ["coordinator_periods"] = await AllAsync(db.CoordinatorPeriods.Where(r => r.CaseId == id)),
            ["deadlines"] = await AllAsync(db.Deadlines.Where(r => r.CaseId == id)),
            ["decisions"] = await AllAsync(db.Decisions.Where(r => r.CaseId == id)),
            ["history"] = await AllAsync(db.History.Where(r => r.CaseId == id)),
            ["human_tasks"] = await AllAsync(db.HumanTasks.Where(r => r.CaseId == id)),
            ["information_records"] = await AllAsync(db.InformationRecords.Where(r => r.CaseId == id)),
            ["letters"] = await AllAsync(db.Letters.Where(r => r.CaseId == id)),
            ["measure_progress"] = await AllAsync(db.MeasureProgress.Where(r => r.CaseId == id)),
            ["no_plan_reasons"] = await AllAsync(db.NoPlanReasons.Where(r => r.CaseId == id)),
            ["person_identifiers"] = await AllAsync(db.PersonIdentifiers.Where(r => r.PersonId == person)),
            ["persons"] = await AllAsync(db.Persons.Where(r => r.Id == person)),
            ["plan_participants"] = await AllAsync(db.PlanParticipants.Where(r => r.CaseId == id)),
            ["plan_versions"] = await AllAsync(db.PlanVersions.Where(r => r.CaseId == id)),
            ["plans"] = await AllAsync(db.Plans.Where(r => r.CaseId == id)),
            ["requests"] = await AllAsync(db.Requests.Where(r => r.CaseId == id)),
            ["responsibility_agreements"] = await AllAsync(db.ResponsibilityAgreements.Where(r => r.CaseId == id)),
            ["revisions"] = await AllAsync(db.Revisions.Where(r => r.CaseId == id)),
            ["task_attachments"] = await AllAsync(db.TaskAttachments.Where(r => r.CaseId == id)),
            ["task_comments"] = await AllAsync(db.TaskComments.Where(r => r.CaseId == id)),
            ["transfers"] = await AllAsync(db.Transfers.Where(r => r.CaseId == id)),
        };

        async Task<object> AllAsync<T>(IQueryable<T> rows)
            where T : class => await rows.AsNoTracking().ToListAsync(cancellationToken);
    }
}
