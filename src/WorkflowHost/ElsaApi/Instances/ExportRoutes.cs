using System.IO.Compression;
using System.Text.Json;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

/// <summary>What Elsa writes into an exported file.</summary>
internal sealed record WireExport(
    WireState WorkflowState, IReadOnlyList<WireBookmark>? Bookmarks, IReadOnlyList<WireExecution>? ActivityExecutionRecords, IReadOnlyList<WireJournalLine>? WorkflowExecutionLogRecords);

internal sealed record WireExportChoice(IReadOnlyList<string>? Ids, bool? IncludeBookmarks, bool? IncludeActivityExecutionLog, bool? IncludeWorkflowExecutionLog);

/// <summary>Instances as files. They hold what the viewer shows and no more, and each is a look that is logged.</summary>
internal static class ExportRoutes
{
    private const string Part = "export";
    private const int MaxFiles = 200;

    private static readonly LocalizedText TooMany = new("Velg høyst 200 flyter om gangen.", "Vel høgst 200 flytar om gongen.", "Choose at most 200 instances at a time.");

    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapGet("/workflow-instances/{id}/export", ExportAsync);
        elsa.MapPost("/bulk-actions/export/workflow-instances", ExportManyAsync);
    }

    private static Task<IResult> ExportAsync(
        string id, bool? includeBookmarks, bool? includeActivityExecutionLog, bool? includeWorkflowExecutionLog,
        InstanceAccess access, IpDbContext db, HttpRequest request, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        access.ReadAsync(id, Part, user, reason, async opened =>
        {
            var choice = new WireExportChoice(null, includeBookmarks, includeActivityExecutionLog, includeWorkflowExecutionLog);
            var file = await WriteAsync(opened, choice, db, RequestLanguage.Of(request), cancellationToken);
            return TypedResults.File(file, "application/json", FileName(opened.Row.Id));
        }, cancellationToken);

    private static async Task<IResult> ExportManyAsync(
        WireExportChoice choice, InstanceAccess access, IpDbContext db, HttpRequest request, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (choice.Ids is not { Count: > 0 and <= MaxFiles } ids)
        {
            return choice.Ids is { Count: > MaxFiles } ? ElsaRefusal.Of(TooMany).ToResult() : TypedResults.NoContent();
        }

        using var zip = new MemoryStream();

        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var text in ids.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!Guid.TryParse(text, out var id)
                    || await access.OpenAsync(user, new WorkflowInstanceId(id), Part, reason, cancellationToken) is not InstanceOpening.Opened(var opened))
                {
                    return Refusal.NotFound().ToResult();
                }

                var file = await WriteAsync(opened, choice, db, RequestLanguage.Of(request), cancellationToken);
                await using var entry = await archive.CreateEntry(FileName(opened.Row.Id)).OpenAsync(cancellationToken);
                await entry.WriteAsync(file, cancellationToken);
            }
        }

        return TypedResults.File(zip.ToArray(), "application/zip", "workflow-instances.zip");
    }

    private static async Task<byte[]> WriteAsync(OpenedInstance opened, WireExportChoice choice, IpDbContext db, string language, CancellationToken cancellationToken)
    {
        var state = InstancePicture.StateOf(opened, language);
        var history = await InstanceHistory.ReadAsync(db, opened.Row, opened.Definition, cancellationToken);
        var export = new WireExport(
            state,
            choice.IncludeBookmarks is true ? state.Bookmarks : null,
            choice.IncludeActivityExecutionLog is true ? [.. history.Steps.Select(s => InstancePicture.ExecutionOf(opened, history, s, language))] : null,
            choice.IncludeWorkflowExecutionLog is true ? [.. InstancePicture.JournalOf(opened.Row.Id, history)] : null);
        return JsonSerializer.SerializeToUtf8Bytes(export, ApiJson.Options);
    }

    private static string FileName(WorkflowInstanceId id) => $"workflow-instance-{id}.json";
}
