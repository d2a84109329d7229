using System.Text;
using System.Data.Common;
using System.Net.Sockets;
using System.Threading.Channels;
using IndividualPlan.Faults.Tests.Simulation;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.Faults.Tests;

/// <summary>
/// The process that is killed: it starts flows and completes tasks as fast as it can, and says on its output what it was answered. When the database
/// fails it, it does as a browser or another system would: it tries again, with the same operation id.
/// </summary>
internal static class Victim
{
    public const string Flow = "victim";
    public const int TasksPerInstance = 4;
    private const int Clients = 6;

    /// <summary>A task, a letter, a short timer, two tasks side by side, and one more.</summary>
    public static Drawing Drawing { get; } = new Drawing(Flow)
        .Task("first").Add("send", "Test.Send").Delay("pause", TimeSpan.FromMilliseconds(20))
        .Add("fork", "Elsa.FlowFork", ("branches", "String[]", "[\"A\", \"B\"]"))
        .Task("a").Task("b")
        .Add("join", "Elsa.FlowJoin", ("mode", "Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", "WaitAll"))
        .Task("last")
        .Connect("first", "send").Connect("send", "pause").Connect("pause", "fork").Connect("fork", "a", "A").Connect("fork", "b", "B")
        .Connect("a", "join").Connect("b", "join").Connect("join", "last");

    /// <summary>
    /// <c>campaign …</c> runs a <see cref="Campaign"/>, <c>simulate …</c> <see cref="TwoYears"/>; anything else is the process that the campaign kills: kind of database, connection
    /// string, folder.
    /// </summary>
    public static async Task<int> Main(string[] args)
    {
        if (args is ["campaign", ..])
        {
            return await CampaignProgram.RunAsync(args[1..]);
        }

        if (args is ["simulate", ..])
        {
            return await SimulationProgram.RunAsync(args[1..]);
        }

        using var database = new TestDatabase(args[0], args[1], args[2]);
        await using var host = await StartAsync(database, TimeProvider.System);
        await TryAsync(() => host.PublishAsync(Drawing));
        var output = Channel.CreateUnbounded<string>();

        // Whoever started it holds the other end of its input; when that one is gone, so is this.
        _ = Task.Run(static () =>
        {
            Console.In.ReadToEnd();
            Environment.Exit(1);
        });
        List<Task> running = [.. Enumerable.Range(0, Clients).Select(client => Task.Run(() => RunClientAsync(host, client, output.Writer)))];
        running.Add(Task.Run(() => RunBackgroundAsync(host)));

        // None of them ever ends well; one that fails ends the process, and the test with it.
        _ = Task.WhenAny(running).Unwrap().ContinueWith(ended => output.Writer.TryComplete(ended.Exception), TaskScheduler.Default);

        await foreach (var line in output.Reader.ReadAllAsync())
        {
            await Console.Out.WriteLineAsync(line);
            await Console.Out.FlushAsync();
        }

        return 1;
    }

    public static Task<HostFixture> StartAsync(TestDatabase database, TimeProvider clock) => HostFixture.StartAsync(database, clock, configure: static services =>
    {
        services.AddSingleton<CommandApplier, ApplySend>();
        services.AddSingleton<OutboxTransport, FileTransport>();
        services.AddSingleton(static _ => ActivityCatalogue.Elsa().With(new SendActivity()));
    });

    /// <summary>Does something until the database lets it.</summary>
    public static async Task<T> TryAsync<T>(Func<Task<T>> step)
    {
        while (true)
        {
            try
            {
                return await step();
            }
            catch (Exception failure) when (IsOfDatabase(failure))
            {
                await Task.Delay(20);
            }
        }
    }

    public static Task TryAsync(Func<Task> step) => TryAsync(async () =>
    {
        await step();
        return true;
    });

    private static bool IsOfDatabase(Exception? failure) =>
        failure is not null && (failure is DbException or DbUpdateException or TimeoutException or IOException or SocketException || IsOfDatabase(failure.InnerException));

    private static async Task RunClientAsync(HostFixture host, int client, ChannelWriter<string> output)
    {
        for (var i = 0; ; i++)
        {
            if (i % 3 == 0)
            {
                // Starting has no operation id: one whose answer got lost may have begun, and is then one that nobody was told of.
                await TryAsync(async () => await output.WriteAsync($"started {await host.StartFlowAsync(Flow)}"));
            }

            var open = await TryAsync(host.OpenTasksAsync);

            foreach (var task in open.OrderBy(t => HashCode.Combine(t.Id, client)).Take(4))
            {
                var operationId = $"{Environment.ProcessId}-{client}-{task.Id}";

                if (await TryAsync(() => host.CompleteAsync(task.Id, operationId)) is CompleteTask.Outcome.Completed)
                {
                    await output.WriteAsync($"completed {task.Id} {operationId}");
                }
            }
        }
    }

    private static async Task RunBackgroundAsync(HostFixture host)
    {
        while (true)
        {
            await TryAsync(() => host.Get<BackgroundWork>().RunOnceAsync(CancellationToken.None));
            await Task.Yield();
        }
    }

    private sealed record Send : EngineCommand;

    private sealed class SendActivity : Activity
    {
        public override string Type => "Test.Send";

        public override void Execute(ActivityContext c)
        {
            c.Issue(new Send());
            c.Complete();
        }
    }

    private sealed class ApplySend : CommandApplier<Send>
    {
        protected override Task ApplyAsync(Send command, ApplyScope scope, CancellationToken cancellationToken)
        {
            scope.Work.Db.Add(OutboxMessage.New(
                scope.Work.Ids.New(), $"file:{scope.Instance.Id}", FileTransport.OfFiles, new() { ["instanceId"] = scope.Instance.Id.ToString() }, scope.Work.Operation.Now));
            return Task.CompletedTask;
        }
    }

    /// <summary>Each message is a file whose name the key decides, so that one that is delivered again is the same file.</summary>
    private sealed class FileTransport(OutboxOptions options) : OutboxTransport
    {
        public const string OfFiles = "file";

        public override string Kind => OfFiles;

        public override async Task<string?> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            await LetterFolder.PutAsync(options.LetterFolder, Digest(message.Key) + ".json", Encoding.UTF8.GetBytes(message.Payload), cancellationToken);
            return null;
        }
    }
}
