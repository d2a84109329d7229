using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using SQLitePCL;

namespace IndividualPlan.Benchmarks;

/// <summary>Counts the statements that the writer's connection runs, as SQLite itself tells them; BEGIN and COMMIT are not counted, as in the raw measure.</summary>
internal static class StatementCount
{
    public static async Task<int> OfAsync(HostFixture host, Func<Task> act)
    {
        var count = 0;
        var database = host.Get<GroupCommit>().Connection!.Handle;
        raw.sqlite3_trace(database, (_, sql) => count += sql is "BEGIN IMMEDIATE" or "COMMIT" || sql.StartsWith("--", StringComparison.Ordinal) ? 0 : 1, null);
        await act();
        raw.sqlite3_trace(database, (strdelegate_trace?)null, null);
        return count;
    }
}
