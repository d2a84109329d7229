using System.Collections.Frozen;
using System.Linq.Expressions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>
/// Writes what every step of every flow writes (instance, task, waits, history) with statements that are prepared once for the writer's connection.
/// EF's own way costs several times as much for these few rows. What else an operation changes goes through EF as always.
/// </summary>
internal sealed class HotSave(SqliteConnection connection) : IDisposable
{
    /// <summary>History rows in one statement.</summary>
    private const int MaxRows = 16;

    /// <summary>The tables, those that others point to first.</summary>
    private static readonly FrozenDictionary<Type, int> Order = new Dictionary<Type, int>
    {
        [typeof(WorkflowInstance)] = 0,
        [typeof(HumanTask)] = 1,
        [typeof(WaitRow)] = 2,
        [typeof(JournalSegment)] = 3,
    }.ToFrozenDictionary();

    private readonly Dictionary<(IEntityType Entity, EntityState State, UInt128 Columns), Statement> _statements = [];
    private readonly Dictionary<IEntityType, Column[]> _columns = [];

    /// <summary>Saves when there is nothing but these rows to save; else does nothing and says no.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A row is no longer as it was read.</exception>
    /// <exception cref="DbUpdateException">The database refuses a row.</exception>
    public bool TrySave(DbContext db)
    {
        List<EntityEntry> changed = [];

        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                if (!Order.ContainsKey(entry.Metadata.ClrType))
                {
                    return false;
                }

                changed.Add(entry);
            }
        }

        foreach (var entry in changed.OrderBy(static e => Order[e.Metadata.ClrType]))
        {
            Execute(StatementFor(entry), entry);
        }

        db.ChangeTracker.AcceptAllChanges();
        return true;
    }

    /// <summary>Adds history rows; their ids are the database's affair.</summary>
    public void Insert(DbContext db, IReadOnlyList<HistoryRow> rows)
    {
        var entity = db.Model.FindEntityType(typeof(HistoryRow))!;

        foreach (var chunk in rows.Chunk(MaxRows))
        {
            if (!_statements.TryGetValue((entity, EntityState.Added, (UInt128)chunk.Length), out var statement))
            {
                Column[] columns = [.. ColumnsOf(entity).Where(static c => !c.IsKey)];
                var values = Enumerable.Range(0, chunk.Length).Select(row => $"({string.Join(", ", columns.Select((_, i) => $"$p{(row * columns.Length) + i}"))})");
                var sql = $"INSERT INTO {entity.GetTableName()} ({Names(columns)}) VALUES {string.Join(", ", values)}";
                statement = new Statement(connection, sql, columns, columns.Length * chunk.Length);
                _statements.Add((entity, EntityState.Added, (UInt128)chunk.Length), statement);
            }

            for (var i = 0; i < chunk.Length; i++)
            {
                statement.Set(chunk[i], i * statement.Columns.Length);
            }

            statement.Command.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Command.Dispose();
        }
    }

    private static void Execute(Statement statement, EntityEntry entry)
    {
        statement.Set(entry.Entity, 0);

        if (statement.VersionParameter is { } version)
        {
            version.Value = entry.Property(statement.VersionName!).OriginalValue;
        }

        try
        {
            if (statement.Command.ExecuteNonQuery() == 0)
            {
                throw new DbUpdateConcurrencyException($"A row of {entry.Metadata.GetTableName()} has been changed or removed by someone else.");
            }
        }
        catch (SqliteException refused)
        {
            throw new DbUpdateException($"The database refused a row of {entry.Metadata.GetTableName()}.", refused);
        }
    }

    private Statement StatementFor(EntityEntry entry)
    {
        var columns = ColumnsOf(entry.Metadata);
        var mask = UInt128.Zero;

        for (var i = 0; i < columns.Length && entry.State == EntityState.Modified; i++)
        {
            mask |= entry.Property(columns[i].Property).IsModified ? UInt128.One << i : UInt128.Zero;
        }

        if (!_statements.TryGetValue((entry.Metadata, entry.State, mask), out var statement))
        {
            statement = Make(entry.Metadata, entry.State, columns, mask);
            _statements.Add((entry.Metadata, entry.State, mask), statement);
        }

        return statement;
    }

    private Statement Make(IEntityType entity, EntityState state, Column[] columns, UInt128 mask)
    {
        var table = entity.GetTableName();

        if (state == EntityState.Added)
        {
            var values = string.Join(", ", columns.Select(static (_, i) => $"$p{i}"));
            return new Statement(connection, $"INSERT INTO {table} ({Names(columns)}) VALUES ({values})", columns, columns.Length);
        }

        Column[] changed = [.. columns.Where((_, i) => (mask & (UInt128.One << i)) != 0)];
        Column[] keys = [.. columns.Where(static c => c.IsKey)];
        var version = ColumnConventions.VersionOf(entity);
        var where = string.Join(" AND ", keys.Select((k, i) => $"{k.Name} = $p{changed.Length + i}").Concat(version is null ? [] : [$"{Naming.ToSnakeCase(version)} = $version"]));
        var sql = state == EntityState.Deleted
            ? $"DELETE FROM {table} WHERE {where}"
            : $"UPDATE {table} SET {string.Join(", ", changed.Select(static (c, i) => $"{c.Name} = $p{i}"))} WHERE {where}";
        return new Statement(connection, sql, [.. changed, .. keys], changed.Length + keys.Length, version);
    }

    private Column[] ColumnsOf(IEntityType entity)
    {
        if (!_columns.TryGetValue(entity, out var columns))
        {
            columns = [.. entity.GetProperties().Select(static p => new Column(p))];
            _columns.Add(entity, columns);
        }

        return columns;
    }

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(static c => c.Name));

    /// <summary>One column: how its value is read from the entity, as it is stored.</summary>
    private sealed class Column
    {
        private readonly Func<object, object?> _read;
        private readonly Func<object?, object?>? _convert;

        public Column(IProperty property)
        {
            Property = property;
            Name = $"\"{property.GetColumnName()}\"";
            IsKey = property.IsPrimaryKey();
            _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
            var entity = Expression.Parameter(typeof(object), "entity");
            var value = Expression.Property(Expression.Convert(entity, property.DeclaringType.ClrType), property.PropertyInfo!);
            _read = Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), entity).Compile();
        }

        public IProperty Property { get; }

        public string Name { get; }

        public bool IsKey { get; }

        public object Read(object entity)
        {
            var value = _read(entity);
            return value is null ? DBNull.Value : _convert?.Invoke(value) ?? value;
        }
    }

    /// <summary>One prepared statement and the columns that its parameters stand for.</summary>
    private sealed class Statement
    {
        public Statement(SqliteConnection connection, string sql, Column[] columns, int parameters, string? versionName = null)
        {
            Columns = columns;
            VersionName = versionName;
            Command = connection.CreateCommand();
            Command.CommandText = sql;

            for (var i = 0; i < parameters; i++)
            {
                Command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
            }

            if (versionName is not null)
            {
                VersionParameter = Command.Parameters.Add(new SqliteParameter { ParameterName = "$version" });
            }
        }

        public SqliteCommand Command { get; }

        public Column[] Columns { get; }

        public string? VersionName { get; }

        public SqliteParameter? VersionParameter { get; }

        public void Set(object entity, int from)
        {
            for (var i = 0; i < Columns.Length; i++)
            {
                Command.Parameters[from + i].Value = Columns[i].Read(entity);
            }
        }
    }
}
