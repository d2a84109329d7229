using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Drawing = IndividualPlan.Workflows.Tests.Activities.Drawing;

namespace IndividualPlan.WorkflowHost.Tests.Cases;

/// <summary>One case on a real database, with a clock that the test moves and people who answer tasks.</summary>
internal sealed class CaseOnHost : IAsyncDisposable
{
    public static readonly Actor Kari = new("kari", Roles.CaseManager, "nav");
    public static readonly Actor Leader = new("lars", Roles.Approver, "nav");
    public static readonly Actor Unit = new("ke", Roles.CoordinatingUnit, "health");
    public static readonly Actor Citizen = new("rev", Roles.Person);

    private readonly TestDatabase _file = new();
    private readonly FakeClock _clock;
    private HostFixture _host = null!;
    private int _operations;

    private CaseOnHost(DateTimeOffset now) => _clock = new FakeClock(now);

    public CaseId CaseId { get; private set; }

    public static async Task<CaseOnHost> OpenAsync(string at = "2027-01-11 09:00", string track = "SOC-28", CaseState state = CaseState.Requested)
    {
        var opened = new CaseOnHost(At(at));
        opened._host = await HostFixture.StartAsync(opened._file, opened._clock);
        await opened.DoAsync(Kari, async (work, token) =>
        {
            var person = Person.Register(work.Ids.NewPersonId(), "Glad", "Fjellrev", new DateOnly(1989, 3, 14), "nb", work.Operation);
            var ipCase = IpCase.Open(work.Ids.NewCaseId(), await work.NextCaseReferenceAsync(token), person.Id, track, "no-2022", work.Operation);
            ipCase.AssignCaseManager(Kari.UserId, work.Operation);

            if (state != CaseState.Identified)
            {
                ipCase.MoveTo(state, work.Operation);
            }

            work.Db.Add(person);
            work.Db.Add(ipCase);
            opened.CaseId = ipCase.Id;
        });
        return opened;
    }

    /// <summary>The process is gone and comes back on the same database.</summary>
    public async Task RestartAsync()
    {
        await _host.DisposeAsync();
        _host = await HostFixture.StartAsync(_file, _clock);
    }

    public async Task StartAsync(Drawing drawing, Actor? actor = null)
    {
        await PublishAsync(drawing);
        await DoAsync(actor ?? Kari, (work, token) => work.Flows.StartAsync("drawing", null, CaseId, token));
    }

    public async Task PublishAsync(Drawing drawing)
    {
        EndLoosePaths(drawing);
        var outcome = await _host.Get<PublishDefinition>().PublishAsync(drawing.ToJson(), new Operation(Kari, "", _clock.GetUtcNow()), CancellationToken.None);
        Assert.True(outcome is DefinitionOutcome.Saved, outcome is DefinitionOutcome.Refused refused ? string.Join("; ", refused.Problems.Select(static p => p.Message.En)) : "");
    }

    /// <summary>A test draws only the ways that it takes; the others end there.</summary>
    private void EndLoosePaths(Drawing drawing)
    {
        var root = DefinitionReader.Read(drawing.ToJson()).Definition!.Root;
        var loose =
            from step in root.Children
            let outcomes = _host.Get<ActivityCatalogue>().Find(step.Type)?.Outcomes(step) ?? []
            where outcomes.Count > 1
            from outcome in outcomes
            where !root.Connections.Any(c => c.SourceId == step.Id && c.SourcePort == outcome)
            select (step.Id, outcome);

        foreach (var (step, outcome) in loose.ToList())
        {
            drawing.Step($"end of {step} {outcome}", "EndOfPath").Connect(step, outcome, $"end of {step} {outcome}");
        }
    }

    public Task DoAsync(Actor actor, Func<Work, CancellationToken, Task> act) =>
        _host.Get<WorkWriter>().RunAsync(
            new Operation(actor, "", _clock.GetUtcNow()),
            async (work, token) =>
            {
                await act(work, token);
                return true;
            },
            CancellationToken.None);

    public Task RaiseAsync(string name, JsonObject payload) => DoAsync(Kari, (work, token) => work.Flows.RaiseCaseEventAsync(CaseId, name, payload, token));

    public async Task<CompleteTask.Outcome> TryAnswerAsync(string outcome, JsonObject? values = null, Actor? by = null, string? key = null)
    {
        var task = (await OpenTasksAsync()).Single(t => key is null || t.Key == key);
        return await _host.Get<CompleteTask>().RunAsync(
            task.Id, string.Create(CultureInfo.InvariantCulture, $"op{++_operations}"), outcome, values ?? [], by ?? Kari, "", together: null, CancellationToken.None);
    }

    public async Task AnswerAsync(string outcome, JsonObject? values = null, Actor? by = null, string? key = null)
    {
        var answered = await TryAnswerAsync(outcome, values, by, key);
        Assert.True(answered is CompleteTask.Outcome.Completed, answered.ToString());
    }

    /// <summary>Moves the clock; every timer fires at its own instant.</summary>
    public async Task MoveToAsync(string localTime)
    {
        var target = At(localTime);

        while (await _host.Get<DueTimers>().NextDueAsync(CancellationToken.None) is { } due && due <= target)
        {
            _clock.Advance(due > _clock.GetUtcNow() ? due - _clock.GetUtcNow() : TimeSpan.Zero);
            await _host.Get<DueTimers>().DrainDueAsync(_clock.GetUtcNow(), CancellationToken.None);
        }

        _clock.Advance(target - _clock.GetUtcNow());
    }

    /// <summary>The clock moves while nothing runs; then everything that came due meanwhile is drained.</summary>
    public async Task WakeAtAsync(string localTime)
    {
        _clock.Advance(At(localTime) - _clock.GetUtcNow());
        await _host.Get<DueTimers>().DrainDueAsync(_clock.GetUtcNow(), CancellationToken.None);
    }

    /// <summary>The outbox delivers what waits.</summary>
    /// <returns>The files that a dispatch service would find.</returns>
    public async Task<IReadOnlyList<string>> DeliverAsync()
    {
        await _host.Get<OutboxDispatcher>().DispatchAsync(CancellationToken.None);
        var folder = Path.Combine(_file.Folder, "letters");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories) : [];
    }

    public async Task<List<HumanTask>> OpenTasksAsync()
    {
        await using var db = Read();
        return await db.HumanTasks.Where(static t => t.EndedAt == null).OrderBy(static t => t.Id).ToListAsync();
    }

    public async Task<List<string>> EventsAsync()
    {
        await using var db = Read();
        return await db.History.OrderBy(static h => h.Id).Select(static h => h.Event).ToListAsync();
    }

    public async Task<Deadline> DeadlineAsync(string key)
    {
        await using var db = Read();
        return await db.Deadlines.Where(d => d.Key == key).OrderByDescending(static d => d.Id).FirstAsync();
    }

    public async Task<IpCase> CaseAsync()
    {
        await using var db = Read();
        return await db.Cases.SingleAsync();
    }

    public async Task<List<string>> IncidentsAsync()
    {
        await using var db = Read();
        return await db.Incidents.Select(static i => i.Message).ToListAsync();
    }

    public IpDbContext Read() => _host.Read();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _file.Dispose();
    }

    private static DateTimeOffset At(string localTime) => NorwegianTime.At(
        DateOnly.Parse(localTime[..10], CultureInfo.InvariantCulture), TimeOnly.Parse(localTime[11..], CultureInfo.InvariantCulture));
}
