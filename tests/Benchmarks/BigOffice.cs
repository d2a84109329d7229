using System.Globalization;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;
using Microsoft.Data.Sqlite;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Benchmarks;

/// <summary>A database as a large office has it after years: a few cases taken through the flows, and copied until there are as many as wanted.</summary>
/// <remarks>
/// Copies have ids, references, names and dates of their own, and lie with invented case managers, so that lists, filters and searches meet what they would meet.
/// History and journals are copied for the first two thousand cases only; nothing that is measured reads those of another case.
/// </remarks>
internal static class BigOffice
{
    /// <summary>When the cases are where they are. A Monday.</summary>
    public const string Now = "2027-03-08 09:00";

    /// <summary>Settings of a host whose clock stands there.</summary>
    public static readonly (string Setting, string Value)[] StoppedClock =
    [
        ("Demo:Clock:StartsAt", NorwegianClock.Instant(Now).ToString("O", CultureInfo.InvariantCulture)), ("Demo:Clock:Runs", "false"), ("Statistics:KeepsFigures", "false"),
    ];

    private const int WithHistory = 2_000;

    private static readonly string[] Left = ["outbox", "notifications", "access_log", "users", "sessions", "reference_counters", "workflow_definitions", "alteration_plans"];

    /// <summary>Makes an office with cases on every step of their way, as <see cref="OfficeUnderLoad"/> wants it.</summary>
    public static async Task MakeAsync(TestDatabase file, int cases)
    {
        await MakeTemplatesAsync(file);
        await CopyAsync(file, cases, templates: 8);
    }

    /// <summary>Makes an office where every case waits for somebody: requests that have come in, with their clocks running.</summary>
    public static async Task MakeWaitingAsync(TestDatabase file, int cases)
    {
        await MakeRequestsAsync(file);
        await CopyAsync(file, cases, templates: 4);
    }

    private static async Task CopyAsync(TestDatabase file, int cases, int templates)
    {
        await using var connection = new SqliteConnection(file.ConnectionString + ";Foreign Keys=False;Pooling=False");
        await connection.OpenAsync();
        Execute(connection, "PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -400000");
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            var tables = Tables(connection);
            Execute(connection, $"CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {(cases / templates) - 1}) SELECT i FROM n");
            Execute(connection, "CREATE TEMP TABLE ids (old BLOB, i INTEGER, new BLOB, PRIMARY KEY (old, i)) WITHOUT ROWID");

            foreach (var table in tables.Where(static t => t.Columns.Any(static c => c.Name == "id" && c.IsBlob)))
            {
                Execute(connection, $"INSERT INTO ids SELECT t.id, n.i, randomblob(16) FROM {table.Name} t, n");
            }

            // Read as they were before the first copy is written.
            tables.ForEach(t => Execute(connection, $"CREATE TEMP TABLE original_{t.Name} AS SELECT * FROM {t.Name}"));
            tables.ForEach(t => Copy(connection, t, WithHistory / templates));
            GiveNames(connection, templates);
            SpreadOut(connection);
            await transaction.CommitAsync();
        }

        Execute(connection, "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task MakeTemplatesAsync(TestDatabase file)
    {
        await using var journey = Begin("2027-01-11 09:00", file);
        var when = new When(journey);
        var given = new Given(journey, when);
        await given.AnActivePlan(Hestehov, "2027-01-11 09:00", "2027-01-20 09:00");
        await given.AnActivePlan(Granskog, "2027-01-20 09:00", "2027-01-27 09:00");
        await given.ACoordinator(Fjellrev, "2027-02-01 09:00");
        await given.AGrantedCase(Rype, "2027-02-01 10:00", "2027-02-10 09:00");
        await given.AGrantedCase(Kvitveis, "2027-02-15 10:00", "2027-02-22 09:00");
        await given.ARequest(Torsk, "2027-03-01 09:00");
        await given.ARequest(Havgløtt, "2027-03-02 09:00");
        await given.ARequest(Måke, "2027-03-03 09:00");
        await when.TimeIs(Now);
    }

    private static async Task MakeRequestsAsync(TestDatabase file)
    {
        await using var journey = Begin("2027-03-01 08:30", file);
        var when = new When(journey);
        var given = new Given(journey, when);
        await given.ARequest(Torsk, "2027-03-01 09:00");
        await given.ARequest(Havgløtt, "2027-03-02 09:00");
        await given.ARequest(Måke, "2027-03-03 09:00");
        await given.ARequest(Rype, "2027-03-04 09:00");
        await when.TimeIs(Now);
    }

    private static Journey Begin(string at, TestDatabase file)
    {
        // A program that is no test has no list of where the host's files lie; they lie beside it.
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_INDIVIDUALPLAN_WORKFLOWHOST", AppContext.BaseDirectory);
        return new Journey(at, file.Borrowed());
    }

    private static List<Table> Tables(SqliteConnection connection)
    {
        var names = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'", static r => r.GetString(0));
        return [.. names.Except(Left).Select(name => new Table(
            name,
            Read(connection, $"SELECT name, type, pk FROM pragma_table_info('{name}')", static r => new Column(r.GetString(0), r.GetString(1) == "BLOB", r.GetInt32(2) > 0 && r.GetString(1) == "INTEGER")),
            Read(connection, $"SELECT DISTINCT c.name FROM pragma_index_list('{name}') l, pragma_index_info(l.name) c WHERE l.\"unique\" = 1 AND l.origin = 'c'", static r => r.GetString(0))))];
    }

    private static void Copy(SqliteConnection connection, Table table, int withHistory)
    {
        // A number that the database gives, as in history, is left to it; where it counts within something else, as in waits, it stays.
        var columns = table.Columns.Where(c => !(c.IsRowId && table.Columns.Count(static o => o.IsRowId) == 1 && c.Name == "id")).ToList();
        string ValueOf(Column column) => column switch
        {
            { IsBlob: true } => $"CASE WHEN t.{column.Quoted} IS NULL THEN NULL ELSE coalesce((SELECT new FROM ids WHERE old = t.{column.Quoted} AND ids.i = n.i), t.{column.Quoted}) END",
            _ when column.Name == "reference" => "'IP-2027-' || printf('%06d', (SELECT count(*) FROM n) * (t.rowid % 97) + n.i)",
            _ when column.Name == "number" && table.Name == "person_identifiers" => "printf('%011d', abs(random()) % 99999999999)",
            _ when table.Unique.Contains(column.Name) && column.Name is not ("number" or "wait_id" or "rung" or "state") => $"t.{column.Quoted} || '-' || n.i",
            _ => "t." + column.Quoted,
        };
        var some = table.Name is "history" or "journal_segments" ? $"WHERE n.i <= {withHistory}" : "";
        Execute(connection, $"INSERT OR IGNORE INTO {table.Name} ({string.Join(", ", columns.Select(static c => c.Quoted))}) SELECT {string.Join(", ", columns.Select(ValueOf))} FROM original_{table.Name} t, n {some}");
    }

    private static void GiveNames(SqliteConnection connection, int templates)
    {
        string[] given = ["ANNA", "BO", "CELINE", "DAG", "ELI", "FINN", "GRO", "HÅKON", "IDA", "JON", "KARI", "LARS", "MARIT", "NILS", "OLA", "PER", "RAGNHILD", "SIV", "TONE", "ÅSE"];
        string[] first = ["BJØRK", "GRAN", "FURU", "LIND", "SOL", "VIND", "SNØ", "FJELL", "DAL", "HAV", "ELV", "BERG", "STEIN", "MYR", "LYNG", "ROGN"];
        string[] second = ["LI", "HEIM", "VIK", "STAD", "NES", "MO", "ÅS", "BAKKEN", "TUN", "SETER", "HAUG", "BU", "RUD", "LAND", "SUND", "ØY"];
        Execute(connection, $"UPDATE persons SET given_name = {Pick(given, "rowid * 7")}, family_name = {Pick(first, "rowid * 5")} || {Pick(second, "rowid / 16 * 3")} WHERE rowid > {templates}");

        static string Pick(string[] words, string by) => $"CASE ({by}) % {words.Length} {string.Join(' ', words.Select((w, i) => $"WHEN {i} THEN '{w}'"))} END";
    }

    /// <summary>Dates over three months, and work with a thousand colleagues. The demo's case managers keep what an ordinary one has.</summary>
    private static void SpreadOut(SqliteConnection connection)
    {
        foreach (var column in new[] { "legal_deadline_on", "due_on", "follow_up_on" })
        {
            Execute(connection, $"UPDATE human_tasks SET {column} = date({column}, (abs(random()) % 90 - 20) || ' days') WHERE {column} IS NOT NULL");
        }

        Execute(connection, "UPDATE human_tasks SET urgency = replace(coalesce(legal_deadline_on, '99999999'), '-', '') || '-' || replace(coalesce(due_on, '99999999'), '-', '')");
        Execute(connection, "UPDATE deadlines SET effective_on = date(effective_on, (abs(random()) % 90 - 20) || ' days') WHERE state = 'Running'");
        Execute(connection, "UPDATE human_tasks SET assignee = 'worker' || (rowid % 1000) WHERE assignee IS NOT NULL AND rowid % 500 <> 0");
        Execute(connection, "UPDATE human_tasks SET assignee = 'casemanager' WHERE role = 'CaseManager' AND assignee IS NULL AND ended_at IS NULL AND rowid % 1000 = 0");
        Execute(connection, "UPDATE cases SET case_manager_id = 'worker' || (rowid % 1000) WHERE case_manager_id IS NOT NULL AND rowid % 500 <> 0");
        Execute(connection, "UPDATE coordinator_periods SET user_id = 'worker' || (rowid % 1000) WHERE rowid % 500 <> 0");
        Execute(connection, "UPDATE plan_participants SET contact_user_id = 'worker' || (rowid % 1000) WHERE rowid % 500 <> 0");
    }

    private static List<T> Read<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<T> rows = [];

        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Table(string Name, List<Column> Columns, List<string> Unique);

    private sealed record Column(string Name, bool IsBlob, bool IsRowId)
    {
        public string Quoted => $"\"{Name}\"";
    }
}
