using System.Diagnostics;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Mail;
using IndividualPlan.WorkflowHost.Verification;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.Faults.Tests.Simulation;

/// <summary>What a simulation did and found.</summary>
/// <param name="Cases">How many cases there were in the end.</param>
/// <param name="Days">How many days passed.</param>
/// <param name="Operations">How many things people did.</param>
/// <param name="Told">How many of each kind of message were told in the product.</param>
/// <param name="EMails">How many e-mails the mail server took.</param>
/// <param name="Late">How many messages were told late, after the host had been stopped.</param>
/// <param name="RunTime">How long it took.</param>
/// <param name="NotTaken">Answers that the product did not take.</param>
/// <param name="Violations">What was not as it must be; empty when all is well.</param>
internal sealed record SimulationSummary(
    int Cases, int Days, int Operations, IReadOnlyDictionary<string, int> Told, int EMails, int Late, TimeSpan RunTime, IReadOnlyDictionary<string, int> NotTaken, IReadOnlyList<string> Violations);

/// <summary>
/// An office over years, day by day: people work at ten, the clock moves on, the mail server is down for a day now and then, the host is restarted, and stopped over a
/// weekend. In the end what lies at the mail server and in the database is held against an <see cref="Expectation"/> of its own.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="cases">How many requests come in.</param>
/// <param name="days">How many days pass.</param>
/// <param name="seed">Decides what people do.</param>
internal sealed class TwoYears(TestDatabase database, int cases, int days, int seed)
{
    private const int OpensAt = 10;

    /// <summary>A Monday.</summary>
    private static readonly DateOnly First = new(2027, 1, 11);

    private readonly List<Outage> _outages = [];
    private readonly HashSet<DateOnly> _daysWithoutMail = [];
    private readonly List<Delivered> _delivered = [];

    public async Task<SimulationSummary> RunAsync(Action<int>? progress = null)
    {
        var watch = Stopwatch.StartNew();
        await using var mail = await MailServer.StartAsync();
        await using var office = new SimulatedOffice(database, mail, Calendar.At(First, OpensAt));
        var life = new OfficeLife(seed, cases, days);
        for (var day = 0; day < days; day++)
        {
            var today = First.AddDays(day);
            await DisturbAsync(office, mail, day, today);
            if (office.Now > Calendar.At(today, OpensAt))
            {
                // Stopped since yesterday; nobody is at work on a weekend.
                continue;
            }

            await office.MoveToAsync(Calendar.At(today, OpensAt));
            await life.WorkAsync(office, day);
            await office.RoundAsync();
            await CollectAsync(mail, today);
            progress?.Invoke(day + 1);
        }

        // A last day, on which what the mail server did not take may still leave.
        var last = First.AddDays(days);
        await mail.RefuseAsync(false);
        await office.MoveToAsync(Calendar.At(last, OpensAt));
        await CollectAsync(mail, last);
        return await SumUpAsync(office, life, watch);
    }

    /// <summary>Which days are disturbed stands fast, so that a shorter run has some of each too.</summary>
    private async Task DisturbAsync(SimulatedOffice office, MailServer mail, int day, DateOnly today)
    {
        var isWithoutMail = day % 60 == 15;
        await mail.RefuseAsync(isWithoutMail);
        if (isWithoutMail)
        {
            _daysWithoutMail.Add(today);
        }

        if (today.DayOfWeek == DayOfWeek.Saturday && day % 91 is >= 19 and < 26)
        {
            // Since Friday's work, until Monday at eight.
            var backAt = Calendar.At(today.AddDays(2), 8);
            _outages.Add(new Outage(office.Now, backAt));
            await office.RestartAsync(backAt);
            await CollectAsync(mail, today.AddDays(2));
        }
        else if (day % 50 == 49)
        {
            await office.RestartAsync(office.Now);
        }
    }

    private async Task CollectAsync(MailServer mail, DateOnly today)
    {
        foreach (var taken in await mail.TakenAsync())
        {
            var body = taken.Body;
            _delivered.Add(new Delivered(taken.To, CheckMessages.LinkIn(body), taken.MessageId, body.Contains("enn planlagt", StringComparison.Ordinal), today));
        }

        await mail.ForgetAsync();
    }

    private async Task<SimulationSummary> SumUpAsync(SimulatedOffice office, OfficeLife life, Stopwatch watch)
    {
        await using var db = office.Read();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var expected = await new Expectation(_outages, office.Now).ReadAsync(db);
        var check = new CheckMessages(expected, _delivered, _daysWithoutMail);
        List<string> violations = [.. await check.RunAsync(db)];
        await foreach (var violation in office.Get<VerifyDatabase>().RunAsync(CancellationToken.None))
        {
            violations.Add(violation.ToString());
        }

        violations.AddRange(await db.Incidents.Select(static i => $"incident at {i.ActivityId}: {i.Message}").ToListAsync());
        return new SimulationSummary(
            life.Cases, days, life.Operations, check.Told, _delivered.Count, await db.Notifications.CountAsync(static n => n.IsLate), watch.Elapsed, life.NotTaken, violations);
    }
}
