using System.Globalization;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>One unit of work: everything that one operation reads and changes, saved in one transaction or not at all.</summary>
/// <remarks>The body that uses it may be run more than once, each time with a fresh work and a fresh <see cref="Operation"/>; it keeps nothing from an earlier run.</remarks>
internal sealed class Work
{
    private const string CaseSeries = "IP";
    private readonly List<Action> _afterCommit = [];
    private readonly List<NotificationRow> _notifications = [];
    private readonly AddressNotifications _addressing;
    private bool _isDiscarded;

    internal Work(IpDbContext db, Operation operation, Ids ids, FlowServices flows, IReadOnlyList<AdvanceFault> faults)
    {
        Db = db;
        Operation = operation;
        Ids = ids;
        _addressing = flows.Addressing;
        Law = flows.Law;
        Flows = new WorkflowRunner(this, flows, faults);
    }

    public IpDbContext Db { get; }

    /// <summary>Who, why and when; what it gathers becomes history rows. Use this one, not the one given to the writer.</summary>
    public Operation Operation { get; }

    public Ids Ids { get; }

    /// <summary>The rule sets in use, from which a step takes the one of the day that starts it.</summary>
    public RuleBook Law { get; }

    public WorkflowRunner Flows { get; }

    internal IReadOnlyList<Action> AfterCommitActions => _afterCommit;

    /// <summary>Something to do in this process once the work is safely stored; it must be quick and must not throw.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <summary>Tells a role or a user of something. Who exactly is worked out when the work is done.</summary>
    public void Notify(NotificationRow notification)
    {
        (notification.Id, notification.At) = (Ids.New(), Operation.Now);
        Db.Add(notification);
        _notifications.Add(notification);
    }

    /// <summary>The next case reference of the operation's Norwegian year, for instance <c>IP-2026-00042</c>. No number is used twice; a rolled-back one is used again.</summary>
    public async Task<string> NextCaseReferenceAsync(CancellationToken cancellationToken)
    {
        var year = Operation.Today.Year;
        var counter = await Db.ReferenceCounters.FindAsync([CaseSeries, year], cancellationToken);
        if (counter is null)
        {
            counter = new ReferenceCounter { Series = CaseSeries, Year = year };
            Db.Add(counter);
        }

        counter.Last++;
        return string.Create(CultureInfo.InvariantCulture, $"{CaseSeries}-{year}-{counter.Last:D5}");
    }

    /// <summary>Writes what has changed so far, so that queries find it; still inside the transaction.</summary>
    public Task FlushAsync(CancellationToken cancellationToken) => Db.SaveChangesAsync(cancellationToken);

    /// <summary>Forgets everything that was changed and recorded and is not flushed yet: the body ends in a refusal, which leaves no trace.</summary>
    public void Discard()
    {
        _isDiscarded = true;
        Db.ChangeTracker.Clear();
    }

    /// <summary>The end of the work: flows hear what was recorded, history is written, and everything is saved; only the commit is missing.</summary>
    internal async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_isDiscarded)
        {
            return;
        }

        await Flows.RaiseRecordedEventsAsync(cancellationToken);
        await _addressing.RunAsync(this, _notifications, cancellationToken);
        Flows.WriteStates();
        Flows.TellWatchers();
        List<HistoryRow> history = [.. HistoryRow.Of(Operation)];

        if (Db.Hot is null)
        {
            Db.History.AddRange(history);
        }

        await Db.SaveChangesAsync(cancellationToken);
        Db.Hot?.Insert(Db, history);
    }
}
