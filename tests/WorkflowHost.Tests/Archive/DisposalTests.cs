using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Archive;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.WorkflowHost.Tests.Archive;

/// <summary>What is kept, for how long, and how it goes (ARKF §§ 3, 5, 11 and 15, P-12, P-15, P-17b).</summary>
[Trait("Database", "Both")]
public sealed class DisposalTests : IAsyncLifetime
{
    private readonly Journey _journey = new("2027-01-11 09:00");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _journey.DisposeAsync();

    [Fact]
    public async Task A_closed_case_is_exported_and_goes_when_its_time_is_over_and_two_people_want_it_and_nothing_else_goes_with_it()
    {
        var (when, given, then) = (new When(_journey), new Given(_journey, new When(_journey)), new Then(_journey));
        await given.APlanToWrite(Granskog, "2027-01-11 09:00");
        var closed = _journey.CaseId;
        await AttachTwoFilesAsync();
        await when.Coordinator.Completes("draft", "Klar for godkjenning", Values.Plan);
        await when.Person.Completes("approve-plan", "Approved");
        await when.TimeIs("2027-02-01 09:00");
        await when.CaseManager.Tells("deceased", new { deceasedOn = "2027-01-31" });
        await when.Leader.Completes("after-death", "Kontrollert");
        await then.TheStateIs("Closed");
        var reference = (await then.TheCase())["reference"]!.ToString();
        await TheExportIsWholeAsync(closed, reference);
        await TheJournalNamesNobodyAsync(reference);

        // Nothing falls due as long as the office has set nothing, and a slip of the hand is no period.
        using var leader = await _journey.VisitorAsync("leader");
        using var archivist = await _journey.VisitorAsync("archivist");
        Assert.Equal(0, await FindAsync());
        var slip = await leader.SendsAsync("/archive/retention", "/archive/retention", Period("CaseFile", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, slip.Status);
        Assert.Contains("Bevarings- og kassasjonsplan 2026", slip.Html, StringComparison.Ordinal);
        await SetAsync(leader, "CaseFile");
        await SetAsync(leader, "StruckFiles");
        Assert.Equal(0, await FindAsync());

        await when.TimeIs("2030-02-02 09:00");
        await given.ARequest(Rype, "2030-02-02 09:30");
        await _journey.Services.GetRequiredService<BackgroundWork>().RunOnceAsync(CancellationToken.None);
        var living = await CountsAsync(await ReferenceAsync());
        await FindAsync();

        await DisposeAsync(leader, archivist, RetentionKind.StruckFiles);
        Assert.Equal(0, await CountAsync("SELECT COUNT(*) AS \"Value\" FROM attachment_contents c JOIN task_attachments a ON a.id = c.attachment_id WHERE a.struck_at IS NOT NULL"));
        Assert.Equal(2, await CountAsync("SELECT COUNT(*) AS \"Value\" FROM task_attachments"));
        Assert.Empty(await _journey.ViolationsAsync());

        await HeldBackItStaysAsync(archivist);
        await DisposeAsync(leader, archivist, RetentionKind.CaseFile);

        await NothingIsLeftAsync(reference);
        Assert.Equal(living, await CountsAsync(await ReferenceAsync()));
        Assert.Empty(await _journey.ViolationsAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("DELETE FROM history WHERE case_id IN (SELECT id FROM cases)"));
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("DELETE FROM access_log"));
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("UPDATE disposals SET basis = 'en annen'"));
        Assert.Equal(HttpStatusCode.NotFound, (await _journey.TryAsync(HttpMethod.Get, "casemanager", $"/api/cases/{closed}")).Status);

        // Who looked in it is kept, until the period of the log is over as well.
        Assert.NotEqual(0, await LooksAsync());
        await SetAsync(leader, "AccessLog");
        await FindAsync();
        await DisposeAsync(leader, archivist, RetentionKind.AccessLog);
        Assert.Equal(0, await LooksAsync());
        Assert.Empty(await _journey.ViolationsAsync());

        async Task<string> ReferenceAsync() => (await _journey.GetAsync("casemanager", $"/api/cases/{_journey.CaseId}"))["reference"]!.ToString();
        Task<int> LooksAsync() => CountAsync("SELECT COUNT(*) AS \"Value\" FROM access_log WHERE case_id IN (SELECT case_id FROM disposals WHERE case_id IS NOT NULL)");
    }

    [Fact]
    public void Every_table_with_something_of_a_case_is_known_to_disposal_and_export()
    {
        using var db = new IpDbContext(new ContextOptions(new DatabaseOptions { Provider = DatabaseOptions.Sqlite, ConnectionString = "Data Source=:memory:" }, NullLoggerFactory.Instance).Default);
        var entities = db.Model.GetEntityTypes().ToList();
        var found = entities.Where(static e => e.FindProperty("CaseId") is not null || e.ClrType == typeof(Workflows.Cases.IpCase)).ToHashSet();
        while (entities.Where(e => !found.Contains(e) && e.GetForeignKeys().Any(k => found.Contains(k.PrincipalEntityType))).ToList() is { Count: > 0 } more)
        {
            found.UnionWith(more);
        }

        Assert.Equal(
            found.Select(static e => e.GetTableName()!).Order(StringComparer.Ordinal),
            CaseRecords.All.Concat(CaseRecords.Last).Select(static t => t.Table).Concat(CaseRecords.Staying).Order(StringComparer.Ordinal));
    }

    private async Task AttachTwoFilesAsync()
    {
        var task = (await _journey.GetAsync("coordinator", $"/api/tasks?caseId={_journey.CaseId}&state=open"))["items"]![0]!["taskId"]!.ToString();
        await _journey.PostAsync("coordinator", $"/api/tasks/{task}/comments", new { text = "Har snakket med dem." });
        await _journey.PostAsync("coordinator", $"/api/tasks/{task}/attachments", new { fileName = "referat.txt", content = Convert.ToBase64String("Vi ble enige."u8) });
        var both = await _journey.PostAsync("coordinator", $"/api/tasks/{task}/attachments", new { fileName = "feil.txt", content = Convert.ToBase64String("Feil sak."u8) });
        var wrong = both["attachments"]!.AsArray().Single(a => a!["fileName"]!.ToString() == "feil.txt")!["attachmentId"]!.ToString();
        await _journey.PostAsync("coordinator", $"/api/tasks/{task}/attachments/{wrong}/strike", new { reason = "Hører til en annen sak." });
    }

    private async Task TheExportIsWholeAsync(string caseId, string reference)
    {
        var file = await _journey.BytesAsync("archivist", $"/api/cases/{caseId}/export?reason=Avlevering");
        Assert.Equal(HttpStatusCode.Forbidden, (await _journey.TryAsync(HttpMethod.Get, "leader", $"/api/cases/{caseId}/export")).Status);

        await using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        var files = zip.Entries.ToDictionary(static e => e.FullName, static e => Bytes(e));
        var manifest = JsonNode.Parse(files["manifest.json"])!;
        Assert.Equal(reference, manifest["reference"]!.ToString());
        Assert.Equal(files.Keys.Where(static k => k != "manifest.json").Order(), manifest["files"]!.AsArray().Select(static f => f!["file"]!.ToString()).Order());
        Assert.All(manifest["files"]!.AsArray(), f => Assert.Equal(f!["sha256"]!.ToString(), Convert.ToHexStringLower(SHA256.HashData(files[f["file"]!.ToString()]))));
        Assert.Contains("plan/version-1.pdf", files.Keys);
        Assert.Contains(files.Keys, static k => k.StartsWith("letters/", StringComparison.Ordinal));
        Assert.Single(files.Keys, static k => k.StartsWith("attachments/", StringComparison.Ordinal));

        var records = JsonNode.Parse(files["case.json"])!.AsObject();
        Assert.Equal(
            CaseRecords.All.Concat(CaseRecords.Last).Where(static t => t.IsExported).Select(static t => t.Table).Concat(["persons", "person_identifiers"]).Order(StringComparer.Ordinal),
            records.Select(static r => r.Key).Order(StringComparer.Ordinal));
        Assert.Equal(2, records["task_attachments"]!.AsArray().Count);
        Assert.NotEmpty(records["plan_versions"]!.AsArray());
        Assert.NotEmpty(records["history"]!.AsArray());
        Assert.Contains(await new Then(_journey).HistoryItems(), static item => item["event"]!.ToString() == "case-exported");
    }

    private async Task TheJournalNamesNobodyAsync(string reference)
    {
        const string Period = "/api/archive/journal?from=2027-01-01&to=2027-02-28";
        var posts = (await _journey.GetAsync("archivist", Period)).AsArray();
        Assert.Contains(posts, p => p!["number"]!.ToString() == reference + "/inn-1" && p["direction"]!.ToString() == "Incoming");
        Assert.Contains(posts, p => p!["direction"]!.ToString() == "Outgoing" && p["context"]!.ToString() == reference);
        Assert.Equal(posts.Count, posts.Select(static p => p!["number"]!.ToString()).Distinct().Count());
        Assert.All(posts, static p => Assert.Equal("Skjermet (fvl. § 13)", p!["correspondent"]!.ToString()));
        Assert.Equal(422, (int)(await _journey.TryAsync(HttpMethod.Get, "archivist", Period + "&names=true")).Status);
        Assert.Contains((await _journey.GetAsync("archivist", Period + "&names=true&reason=Avlevering")).AsArray(), static p => p!["correspondent"]!.ToString().Contains("GRANSKOG", StringComparison.Ordinal));

        using var archivist = await _journey.VisitorAsync("archivist");
        foreach (var (format, start) in new[] { ("csv", "Journalnummer;Sak"), ("xml", "<journal fra=\"2027-01-01\""), ("json", "[{\"number\"") })
        {
            var file = await archivist.SendsAsync("/archive/extracts", "/archive/extracts/journal", ("from", "2027-01-01"), ("to", "2027-02-28"), ("format", format));
            Assert.Contains(start, file.Table, StringComparison.Ordinal);
            Assert.DoesNotContain("GRANSKOG", file.Table, StringComparison.Ordinal);
        }

        var wrong = await archivist.SendsAsync("/archive/extracts", "/archive/extracts/case", ("reference", "IP-1999-00001"), ("why", "Avlevering"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("IP-1999-00001", wrong.Html, StringComparison.Ordinal);
    }

    private async Task HeldBackItStaysAsync(Visitor archivist)
    {
        var address = "/archive/disposals/" + (await OneAsync(RetentionKind.CaseFile)).Id;
        Assert.Equal(HttpStatusCode.Redirect, (await archivist.SendsAsync(address, address + "/hold", ("reason", "Tilsyn pågår."))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await archivist.SendsAsync(address, address + "/propose", ("reason", "Tiden er ute."))).Status);
        await FindAsync();
        Assert.Equal(DisposalState.Held, (await OneAsync(RetentionKind.CaseFile)).State);
        Assert.Equal(HttpStatusCode.Redirect, (await archivist.SendsAsync(address, address + "/release", ("reason", "Tilsynet er over."))).Status);
    }

    private async Task DisposeAsync(Visitor leader, Visitor archivist, RetentionKind kind)
    {
        var address = "/archive/disposals/" + (await OneAsync(kind)).Id;
        var empty = await archivist.SendsAsync(address, address + "/propose", ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await archivist.SendsAsync(address, address + "/propose", ("reason", "Tiden er ute."))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await archivist.SendsAsync(address, address + "/confirm", ("reason", "Alene."))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await leader.SendsAsync(address, address + "/confirm", ("reason", "Kontrollert."))).Status);

        var gone = await OneAsync(kind);
        Assert.Equal((DisposalState.Disposed, "archivist", "leader"), (gone.State, gone.ProposedBy, gone.ConfirmedBy));
        Assert.NotEqual(0, gone.Removed!.Values.Sum());
        Assert.Equal(HttpStatusCode.Conflict, (await leader.SendsAsync("/archive/retention", address + "/confirm", ("reason", "Igjen."))).Status);
    }

    private async Task NothingIsLeftAsync(string reference)
    {
        await using var db = await OpenAsync();
        var gone = await db.Disposals.SingleAsync(d => d.Reference == reference);
        foreach (var table in db.Model.GetEntityTypes().Where(static e => e.FindProperty("CaseId") is not null).Select(static e => e.GetTableName()!).Except(CaseRecords.Staying))
        {
            Assert.True(await CountAsync($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" WHERE case_id = (SELECT case_id FROM disposals WHERE reference = '{reference}')") == 0, table);
        }

        Assert.Equal(0, await db.Persons.CountAsync(static p => p.FamilyName == "GRANSKOG"));
        Assert.Equal(0, await db.PersonIdentifiers.CountAsync(static i => i.Number == "17887149917"));
        Assert.Equal(0, await db.Outbox.CountAsync(m => m.Payload.Contains(gone.CaseId.ToString()!)));
        Assert.Equal((1, 1), (gone.Removed!["cases"], gone.Removed["persons"]));
        var told = await db.History.Where(static h => h.Event.StartsWith("disposal-")).ToListAsync();
        Assert.Contains(told, h => h.Event == "disposal-carried-out" && h.Details.Contains(reference, StringComparison.Ordinal));
        Assert.All(told, static h => Assert.DoesNotContain("GRANSKOG", h.Details + h.Reason, StringComparison.Ordinal));
        using var auditor = await _journey.VisitorAsync("auditor");
        Assert.Contains(reference, (await auditor.OpensAsync("/archive/disposed")).Html, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Period(string kind, string years) =>
        [("kind", kind), ("years", years), ("basis", "Bevarings- og kassasjonsplan 2026"), ("fromOn", "2030-12-31"), ("reason", "Vedtatt av kommunen.")];

    private async Task SetAsync(Visitor leader, string kind)
    {
        var today = Workflows.Deadlines.NorwegianTime.DateOf(_journey.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var answer = await leader.SendsAsync("/archive/retention", "/archive/retention", [.. Period(kind, "3").Where(static f => f.Name != "fromOn"), ("fromOn", today)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    private Task<int> FindAsync() => _journey.Services.GetRequiredService<FindDue>().RunAsync(CancellationToken.None);

    private async Task<Disposal> OneAsync(RetentionKind kind)
    {
        await using var db = await OpenAsync();
        return await db.Disposals.SingleAsync(d => d.Kind == kind);
    }

    /// <summary>How many rows of a case are in each table.</summary>
    private async Task<List<string>> CountsAsync(string reference)
    {
        await using var db = await OpenAsync();
        List<string> counts = [];
        foreach (var table in CaseRecords.All.Concat(CaseRecords.Last))
        {
            var sql = $"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM \"{table.Table}\" WHERE {table.Where}";
            var count = await db.Database.SqlQueryRaw<int>(sql, reference).SingleAsync();
            counts.Add($"{table.Table} {count}");
        }

        return counts;
    }

    private async Task<int> CountAsync(string sql)
    {
        await using var db = await OpenAsync();
        return await db.Database.SqlQueryRaw<int>(sql.Replace("COUNT(*)", "CAST(COUNT(*) AS INTEGER)", StringComparison.Ordinal)).SingleAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = await OpenAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }

    private Task<IpDbContext> OpenAsync() => _journey.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContextAsync();
}
