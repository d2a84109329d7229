using System.Data.Common;
using System.Diagnostics;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IndividualPlan.WorkflowHost.Tests.Persistence;

/// <summary>A statement that was sent to the database.</summary>
internal sealed record Statement(string Text, IReadOnlyList<(string Name, object? Value)> Parameters);

/// <summary>Listens to what is sent to one database, as far as it names a table.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";

    private readonly string _table;
    private readonly string _database;
    private readonly List<Statement> _heard = [];
    private readonly List<IDisposable> _subscriptions = [];

    public Statements(IpDbContext db, string table)
    {
        _database = NameOf(db.Database.GetDbConnection());
        _table = db.Database.IsSqlite() ? $"\"{table}\"" : $" {table} ";
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was heard since it was asked last.</summary>
    public List<Statement> Take()
    {
        lock (_heard)
        {
            List<Statement> taken = [.. _heard];
            _heard.Clear();
            return taken;
        }
    }

    public void Dispose()
    {
        lock (_heard)
        {
            _subscriptions.ForEach(s => s.Dispose());
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == EntityFramework)
        {
            lock (_heard)
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: var command }
            && command.Connection is { } connection && NameOf(connection) == _database && command.CommandText.Contains(_table, StringComparison.Ordinal))
        {
            lock (_heard)
            {
                _heard.Add(new Statement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            }
        }
    }

    private static string NameOf(DbConnection connection) => connection.DataSource + connection.Database;

    public void OnError(Exception error)
    {
    }

    public void OnCompleted()
    {
    }
}
