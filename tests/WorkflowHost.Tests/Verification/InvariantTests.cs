using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Verification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Verification;

/// <summary>A case with an approved plan, a file and letters, for all tests of this class. Each breaks it in a transaction of its own that is rolled back.</summary>
public sealed class CaseToBreak : IAsyncLifetime
{
    public Journey Journey { get; } = new("2027-01-11 09:00");

    public async Task InitializeAsync()
    {
        var when = new When(Journey);
        var given = new Given(Journey, when);
        await given.APlanToWrite(SyntheticPerson.Fjellrev, "2027-01-11 09:00");
        await using var db = await Journey.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContextAsync();
        var task = await db.HumanTasks.SingleAsync(static t => t.Key == "draft" && t.EndedAt == null);
        await Journey.PostAsync("coordinator", $"/api/tasks/{task.Id}/attachments", new { fileName = "notat.txt", content = Convert.ToBase64String("Notat"u8) });
        await when.TimeIs("2027-03-01 10:00");
        await when.Coordinator.Completes("draft", "Klar for godkjenning", Values.Plan);
        await when.Person.Completes("approve-plan", "Approved");
        await given.ARequest(SyntheticPerson.Rype, "2027-03-02 10:00");
    }

    public async Task DisposeAsync() => await Journey.DisposeAsync();
}

/// <summary>What must be true of every database is found out when it is not.</summary>
[Trait("Database", "Both")]
public sealed class InvariantTests(CaseToBreak there) : IClassFixture<CaseToBreak>
{
    /// <summary>
    /// For each invariant what breaks it: statements for both databases; <c>drop table</c> for the triggers that guard it, and <c>copy table</c> for a row that is there twice.
    /// </summary>
    public static TheoryData<string, string[]> Breakages { get; } = new()
    {
        { "schema-current", ["DELETE FROM \"__EFMigrationsHistory\""] },
        { "written-once-guarded", ["drop history"] },
        { "state-agrees-with-rows", ["DELETE FROM waits WHERE kind = 'Timer'"] },
        { "state-agrees-with-rows", ["UPDATE human_tasks SET ended_at = opened_at, state = 'Cancelled' WHERE ended_at IS NULL"] },
        { "state-agrees-with-rows", ["UPDATE workflow_instances SET sub_status = 'Faulted' WHERE status = 'Running'"] },
        { "state-agrees-with-rows", ["UPDATE workflow_instances SET state = 'x'"] },
        { "running-waits", ["DELETE FROM waits", "UPDATE human_tasks SET ended_at = opened_at, state = 'Cancelled' WHERE ended_at IS NULL"] },
        { "ended-at-rest", ["UPDATE workflow_instances SET finished_at = NULL WHERE status = 'Finished'"] },
        { "ended-at-rest", ["UPDATE workflow_instances SET sub_status = 'Cancelled', status = 'Finished', finished_at = created_at WHERE status = 'Running'"] },
        { "parents-and-children", ["UPDATE workflow_instances SET parent_id = (SELECT id FROM workflow_instances LIMIT 1), parent_wait_id = 999 WHERE status = 'Running'"] },
        { "parents-and-children", ["UPDATE waits SET kind = 'Child'"] },
        { "pinned-version", ["UPDATE workflow_instances SET definition_version = 999"] },
        { "task-end", ["UPDATE human_tasks SET completed_by = NULL WHERE state = 'Completed'"] },
        { "task-end", ["UPDATE human_tasks SET ended_at = NULL WHERE state = 'Completed'"] },
        { "task-history", ["copy history WHERE event = 'task-completed'"] },
        { "task-history", ["drop history", "DELETE FROM history WHERE event = 'task-opened'"] },
        { "case-history", ["copy history WHERE event = 'case-opened'"] },
        { "one-coordinator", ["copy coordinator_periods WHERE state = 'Appointed'"] },
        { "plan-versions", ["copy plan_versions"] },
        { "files-unchanged", ["drop attachment_contents", "UPDATE attachment_contents SET bytes = CAST('Annet' AS BLOB)"] },
        { "files-unchanged", ["drop attachment_contents", "DELETE FROM attachment_contents"] },
        { "disposed-is-gone", ["INSERT INTO disposals (id, kind, case_id, due_on, years, basis, state, version) SELECT id, 'CaseFile', id, '2027-01-01', 5, '', 'Disposed', 1 FROM cases"] },
        { "message-sent", ["UPDATE outbox SET sent_at = NULL WHERE state = 'Sent'"] },
        { "letter-messages", ["UPDATE letters SET state = 'Queued' WHERE state = 'Sent'"] },
        { "letter-messages", ["DELETE FROM outbox WHERE kind = 'letter'"] },
    };

    [Fact]
    public async Task Nothing_is_found_in_a_case_that_went_as_it_should() => Assert.Empty(await there.Journey.ViolationsAsync());

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task What_is_broken_is_found(string invariant, string[] breakage)
    {
        await using var db = await OpenAsync();
        await using var undone = await db.Database.BeginTransactionAsync();

        foreach (var statement in breakage)
        {
            Assert.True(await BreakAsync(db, statement) != 0, "Nothing was broken: " + statement);
        }

        var found = await there.Journey.Services.GetRequiredService<VerifyDatabase>().RunAsync(db, CancellationToken.None).ToListAsync();
        Assert.Contains(found, v => v.Invariant == invariant);
    }

    [Fact]
    public void For_each_invariant_there_is_a_test_that_breaks_it() => Assert.Equal(
        there.Journey.Services.GetServices<Invariant>().Select(static i => i.Key).Order(),
        Breakages.Select(static b => (string)b[0]).Append("storage-whole").Distinct().Order());

    [Fact]
    public async Task A_row_of_SQLite_that_points_at_nothing_is_found()
    {
        using var database = TestDatabase.Sqlite();
        await using var host = await HostFixture.StartAsync(database, new FakeClock());
        await using var db = host.Read();
        await using var undone = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON; INSERT INTO journal_segments (instance_id, number, lines) VALUES (randomblob(16), 1, '')");

        var found = await new StorageIsWhole().FindAsync(db, CancellationToken.None).ToListAsync();

        Assert.StartsWith("journal_segments", Assert.Single(found), StringComparison.Ordinal);
    }

    /// <returns>How many rows are other than before.</returns>
    private static async Task<int> BreakAsync(IpDbContext db, string statement) => statement.Split(' ', 3) switch
    {
        ["drop", var table] => await DropTriggersAsync(db, table),
        ["copy", var table, .. var where] => await CopyAsync(db, table, where is [var condition] ? condition : ""),
        _ => await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? statement : statement.Replace("AS BLOB", "AS BYTEA", StringComparison.Ordinal)),
    };

    private static async Task<int> DropTriggersAsync(IpDbContext db, string table)
    {
        var names = await db.Database.SqlQueryRaw<string>(db.Database.IsSqlite()
            ? $"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'"
            : $"SELECT tgname::text AS \"Value\" FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = '{table}'::regclass").ToListAsync();

        foreach (var name in names)
        {
            var drop = db.Database.IsSqlite() ? $"DROP TRIGGER {name}" : $"DROP TRIGGER {name} ON {table}";
            await db.Database.ExecuteSqlRawAsync(drop);
        }

        return names.Count;
    }

    /// <summary>One row once more, with an id of its own and, where it has a number, another one.</summary>
    private static Task<int> CopyAsync(IpDbContext db, string table, string where)
    {
        var columns = db.Model.GetEntityTypes().Single(e => e.GetTableName() == table).GetProperties().Select(static p => p.GetColumnName()).ToList();
        var values = columns.Select(column => (column, table) switch
        {
            ("id", "history") => "(SELECT MAX(id) + 1 FROM history)",
            ("id", _) => db.Database.IsSqlite() ? "randomblob(16)" : "gen_random_uuid()",
            ("number", _) => "number + 8",
            _ => column,
        });
        var insert = $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM {table} {where} LIMIT 1";
        return db.Database.ExecuteSqlRawAsync(insert);
    }

    private Task<IpDbContext> OpenAsync() => there.Journey.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContextAsync();
}
