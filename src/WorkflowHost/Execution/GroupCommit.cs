using System.Threading.Channels;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>
/// The single writer of SQLite. Operations that wait together are run one after another in one transaction and share its commit; nobody is
/// answered before it. From the second on each runs under a savepoint, so that one that fails takes nothing from the others.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly Channel<Queued> _queue = Channel.CreateUnbounded<Queued>(new UnboundedChannelOptions { SingleReader = true });
    private readonly WorkRun _run;
    private readonly DatabaseOptions _database;
    private readonly ContextOptions _options;
    private readonly Task _loop;
    private readonly Dictionary<string, SqliteCommand> _controls = [];
    private SqliteConnection? _connection;
    private IpDbContext? _db;

    public GroupCommit(WorkRun run, DatabaseOptions database, ContextOptions options)
    {
        _run = run;
        _database = database;
        _options = options;

        // The loop outlives the request that happens to ask for the writer first, so it must not carry that request's ambient values.
        using (ExecutionContext.SuppressFlow())
        {
            _loop = Task.Run(LoopAsync);
        }
    }

    /// <summary>The writer's connection, for counting statements; null until the first operation.</summary>
    internal SqliteConnection? Connection => _connection;

    public async Task<T> RunAsync<T>(Operation operation, Func<Work, CancellationToken, Task<T>> body, CancellationToken cancellationToken)
    {
        var queued = new Queued<T>(operation, body, cancellationToken);

        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(queued), this);
        return await queued.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;

        Abandon();
    }

    private async Task LoopAsync()
    {
        WorkWriter.MarkInside();

        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            await RunGroupAsync();
        }
    }

    private async Task RunGroupAsync()
    {
        List<Queued> done = [];
        Queued? current = null;
        var isOpen = false;

        try
        {
            var db = await OpenAsync();

            while (done.Count < _database.MaxGroup && _queue.Reader.TryRead(out var next))
            {
                if (next.IsCancelled())
                {
                    continue;
                }

                current = next;

                if (!isOpen)
                {
                    Execute("BEGIN IMMEDIATE");
                    isOpen = true;
                }

                var failure = await TryAsync(db, next, isFirst: done.Count == 0);

                if (failure is null)
                {
                    done.Add(next);
                    continue;
                }

                next.Fail(failure);

                if (done.Count == 0)
                {
                    Execute("ROLLBACK");
                    isOpen = false;
                }
            }

            if (isOpen)
            {
                Execute("COMMIT");
            }
        }
#pragma warning disable CA1031 // The loop must live on; every operation of the group is told, and nothing of it was stored.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Abandon();

            foreach (var queued in done)
            {
                queued.Fail(failure);
            }

            if (current is not null || _queue.Reader.TryRead(out current))
            {
                current.Fail(failure);
            }

            return;
        }

        foreach (var queued in done)
        {
            queued.Succeed();
        }
    }

    /// <summary>Runs one operation; returns why it failed, with everything that it did undone.</summary>
    private async Task<Exception?> TryAsync(IpDbContext db, Queued queued, bool isFirst)
    {
        if (!isFirst)
        {
            Execute("SAVEPOINT operation");
        }

        try
        {
            await queued.RunAsync(_run, db, () => UndoAsync(isFirst));
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the one who asked for this operation.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (!isFirst)
            {
                Execute("ROLLBACK TO operation");
                Execute("RELEASE operation");
            }

            return failure;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        if (!isFirst)
        {
            Execute("RELEASE operation");
        }

        return null;
    }

    private Task UndoAsync(bool isFirst)
    {
        if (isFirst)
        {
            Execute("ROLLBACK");
            Execute("BEGIN IMMEDIATE");
        }
        else
        {
            Execute("ROLLBACK TO operation");
        }

        return Task.CompletedTask;
    }

    private async Task<IpDbContext> OpenAsync()
    {
        if (_db is null)
        {
            _connection = new SqliteConnection(_database.ConnectionString);
            _db = new IpDbContext(_options.For(_connection)) { MaySave = true, Hot = new HotSave(_connection) };
            _db.ChangeTracker.AutoDetectChangesEnabled = false;
            _db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
            _db.Database.AutoSavepointsEnabled = false;
            await _db.Database.OpenConnectionAsync();
        }

        return _db;
    }

    /// <summary>After a failure that may have ended the transaction on its own (a full disk, say), a new connection is the only sure ground.</summary>
    private void Abandon()
    {
        foreach (var command in _controls.Values)
        {
            command.Dispose();
        }

        _controls.Clear();
        _db?.Hot?.Dispose();
        _db?.Dispose();
        _connection?.Dispose();
        _db = null;
        _connection = null;
    }

    private void Execute(string sql)
    {
        if (!_controls.TryGetValue(sql, out var command))
        {
            command = _connection!.CreateCommand();
            command.CommandText = sql;
            _controls.Add(sql, command);
        }

        command.ExecuteNonQuery();
    }

    private abstract class Queued
    {
        public abstract bool IsCancelled();

        public abstract Task RunAsync(WorkRun run, IpDbContext db, Func<Task> undoAsync);

        public abstract void Succeed();

        public abstract void Fail(Exception failure);
    }

    private sealed class Queued<T>(Operation operation, Func<Work, CancellationToken, Task<T>> body, CancellationToken cancellationToken) : Queued
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private (T Result, Work Work) _done;

        public Task<T> Answer => _answer.Task;

        public override bool IsCancelled() => cancellationToken.IsCancellationRequested && _answer.TrySetCanceled(cancellationToken);

        public override async Task RunAsync(WorkRun run, IpDbContext db, Func<Task> undoAsync) =>
            _done = await run.RunAsync(db, operation, body, undoAsync, isLostRace: LostRace.Is, cancellationToken);

        public override void Succeed()
        {
            foreach (var action in _done.Work.AfterCommitActions)
            {
                action();
            }

            _answer.TrySetResult(_done.Result);
        }

        public override void Fail(Exception failure)
        {
            if (failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                _answer.TrySetCanceled(cancellationToken);
            }
            else
            {
                _answer.TrySetException(failure);
            }
        }
    }
}
