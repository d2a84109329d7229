using System.ComponentModel.DataAnnotations;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>Where the data lies; section <c>Database</c>.</summary>
internal sealed class DatabaseOptions
{
    public const string Section = "Database";
    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";

    /// <value><c>Sqlite</c> (default) or <c>PostgreSql</c>.</value>
    [Required, AllowedValues(Sqlite, PostgreSql)]
    public string Provider { get; set; } = Sqlite;

    /// <value>SQLite: a connection string such as <c>Data Source=data/individualplan.db</c>, which is also the default. PostgreSQL: required.</value>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=data/individualplan.db";

    /// <value>How many operations at most share one commit on SQLite; 1–1,000, default 64.</value>
    [Range(1, 1_000)]
    public int MaxGroup { get; set; } = 64;

    /// <value>How many times an operation on PostgreSQL is tried; the last time it runs alone, while all others wait. 1–20, default 4.</value>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 4;

    /// <value>How many operations at most one node runs at a time on PostgreSQL; 1–100, default 16. Others wait for their turn.</value>
    [Range(1, 100)]
    public int MaxWriters { get; set; } = 16;

    public bool IsSqlite => Provider == Sqlite;
}
