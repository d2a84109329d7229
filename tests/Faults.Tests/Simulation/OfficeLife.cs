using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.Faults.Tests.Simulation;

/// <summary>
/// What people do, day by day: requests come in over the first months, tasks are answered in time, late or never, and things happen to people. Each case has its own
/// dice, thrown from the seed, so that a run can be had again.
/// </summary>
internal sealed class OfficeLife(int seed, int cases, int days)
{
    private readonly Dictionary<CaseId, Case> _cases = [];
    private readonly HashSet<HumanTaskId> _known = [];
    private readonly HashSet<CaseId> _appealed = [];
    private readonly PriorityQueue<HumanTaskId, DateOnly> _answers = new();
    private readonly PriorityQueue<(CaseId Case, string Name), DateOnly> _events = new();
    private readonly Dictionary<string, int> _notTaken = [];
    private DateTimeOffset _lookedAt;
    private int _registered;

    /// <summary>How many things people did.</summary>
    public int Operations { get; private set; }

    /// <summary>How many cases there are.</summary>
    public int Cases => _cases.Count;

    /// <summary>Answers that the product did not take, with the first reason and how often: people who then never answer.</summary>
    public IReadOnlyDictionary<string, int> NotTaken => _notTaken;

    /// <summary>A day's work, all at the same time of day.</summary>
    public async Task WorkAsync(SimulatedOffice office, int day)
    {
        var today = NorwegianTime.DateOf(office.Now);
        await ReceiveAsync(office, day, today);
        await ReportAsync(office, today);
        await AnswerAsync(office, today);
        await LookAsync(office, today);
    }

    /// <summary>Spread evenly over the first months, at most half of the time.</summary>
    private async Task ReceiveAsync(SimulatedOffice office, int day, DateOnly today)
    {
        var wanted = (int)Math.Min(cases, Math.Ceiling(cases * (day + 1) / Math.Min(180.0, days / 2.0)));
        while (_registered < wanted)
        {
            var number = _registered++;
            var random = new Random((seed * 1_000_003) + number);
            var receipt = await office.SendAsync("casemanager", "/api/requests", new
            {
                person = InventedPerson.Of(number), track = random.Next(4) == 0 ? "HEALTH-MUN" : "SOC-28", receivedAt = office.Now, channel = "Paper", requester = new { role = "Person", name = "Personen" },
                services = random.Next(3) == 0 ? new[] { "nav", "municipal-health" } : ["nav"],
            });
            var id = new CaseId(Guid.Parse((string)receipt["caseId"]!));
            _cases[id] = new Case(number, random);
            Operations++;
            Happens(id, random, today);
        }
    }

    /// <summary>What will happen to the person, if anything, and when.</summary>
    private void Happens(CaseId id, Random random, DateOnly today)
    {
        foreach (var (name, outOf) in new[] { ("revision-requested", 6), ("coordinator-left", 8), ("appeal-received", 10), ("coordinator-change-requested", 25), ("consent-withdrawn", 15), ("moved", 25), ("deceased", 30) })
        {
            if (random.Next(outOf) == 0)
            {
                _events.Enqueue((id, name), today.AddDays(random.Next(days / 20, days)));
            }
        }
    }

    private async Task ReportAsync(SimulatedOffice office, DateOnly today)
    {
        while (_events.TryPeek(out var next, out var on) && on <= today)
        {
            _events.Dequeue();
            if (next.Name == "appeal-received" && !_appealed.Add(next.Case))
            {
                // One appeal is enough for a person.
                continue;
            }

            object body = next.Name switch
            {
                "coordinator-left" => new { lastDayOn = today.AddDays(21) },
                "appeal-received" => new { grounds = "Jeg er uenig.", wantedChange = "Rett til plan", isSigned = true, channel = "Paper" },
                "moved" => new { movesOn = today, receivingMunicipality = "Havnes" },
                "consent-withdrawn" => new { type = "Plan" },
                _ => new { },
            };
            Operations += await office.TryAsync("casemanager", $"/api/cases/{next.Case}/events/{next.Name}", body) is null ? 0 : 1;
        }
    }

    private async Task AnswerAsync(SimulatedOffice office, DateOnly today)
    {
        var due = new HashSet<HumanTaskId>();
        while (_answers.TryPeek(out var next, out var on) && on <= today)
        {
            due.Add(_answers.Dequeue());
        }

        await using var db = office.Read();
        foreach (var task in InOrder(await db.HumanTasks.Where(t => t.EndedAt == null && due.Contains(t.Id)).ToListAsync()))
        {
            var random = _cases[task.CaseId!.Value].Random;
            var answer = Answers.To(task, today, random);
            switch (await office.CompleteAsync(task, answer))
            {
                case CompleteTask.Outcome.Completed:
                    Operations++;
                    if (answer.Outcome == "Avslås" && random.Next(2) == 0)
                    {
                        _events.Enqueue((task.CaseId.Value, "appeal-received"), today.AddDays(random.Next(5, 25)));
                    }

                    break;
                case CompleteTask.Outcome.Invalid invalid:
                    NotTakenBecause($"{task.Key} {answer.Outcome}: {invalid.Errors[0].Field} {invalid.Errors[0].Message.En}");
                    break;
                case CompleteTask.Outcome.Refused { Answer: TaskAnswer.AlreadyCompletedBy or TaskAnswer.WasCancelled }:
                    break;
                case var other:
                    NotTakenBecause($"{task.Key} {answer.Outcome}: {other}");
                    break;
            }
        }
    }

    /// <summary>New tasks are noticed, and it is settled when each will be answered: on the next day at the earliest.</summary>
    private async Task LookAsync(SimulatedOffice office, DateOnly today)
    {
        await using var db = office.Read();
        var since = _lookedAt;
        var open = await db.HumanTasks.Where(t => t.OpenedAt >= since && t.EndedAt == null).ToListAsync();
        _lookedAt = office.Now;
        foreach (var task in InOrder(open.Where(t => _known.Add(t.Id))))
        {
            var random = _cases[task.CaseId!.Value].Random;
            var time = Math.Max(2, (task.DueOn?.DayNumber ?? today.DayNumber + 14) - today.DayNumber);
            var wait = random.Next(1_000) switch
            {
                < 780 => random.Next(1, Math.Min(time, 21)),
                < 985 => time + random.Next(0, 40),
                _ => (int?)null,
            };
            if (wait is { } waits)
            {
                _answers.Enqueue(task.Id, today.AddDays(waits));
            }
        }
    }

    private IEnumerable<HumanTask> InOrder(IEnumerable<HumanTask> tasks) =>
        tasks.Where(t => t.CaseId is { } id && _cases.ContainsKey(id)).OrderBy(t => _cases[t.CaseId!.Value].Number).ThenBy(static t => t.OpenedAt).ThenBy(static t => t.Key, StringComparer.Ordinal).ThenBy(static t => t.WaitId);

    private void NotTakenBecause(string why) => _notTaken[why] = _notTaken.GetValueOrDefault(why) + 1;

    private sealed record Case(int Number, Random Random);
}
