using System.Diagnostics;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Verification;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IndividualPlan.WorkflowHost.Tests.Commands;

/// <summary>What an operator asks of the program on the command line, run as an operator runs it, beside a host that serves.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private readonly TestDatabase _other = new();

    private string Copy => Path.Combine(_other.Folder, "copy.backup");

    public Task InitializeAsync() => _other.MakeReadyAsync(isEmpty: true);

    public Task DisposeAsync()
    {
        _other.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    [Trait("Database", "Both")]
    public async Task A_copy_made_while_the_product_serves_can_be_made_a_database_again_in_which_all_is_well()
    {
        var database = new TestDatabase();
        await using var office = new Journey("2027-01-11 09:00", database);
        var given = new Given(office, new When(office));
        await given.ARequest(SyntheticPerson.Fjellrev, "2027-01-11 09:00");

        var backup = await RunAsync(database, "backup", Copy);
        await given.ARequest(SyntheticPerson.Rype, "2027-01-11 10:00");
        var again = await RunAsync(database, "backup", Copy);
        var restore = await RunAsync(_other, "restore", Copy);
        var there = await RunAsync(_other, "restore", Copy);
        var verify = await RunAsync(_other, "verify");

        Assert.Equal((0, 2, 0, 2, 0), (backup.Code, again.Code, restore.Code, there.Code, verify.Code));
        Assert.Contains("is there already", again.Text, StringComparison.Ordinal);
        Assert.Contains($"{office.Services.GetRequiredService<VerifyDatabase>().Invariants.Count} invariants, 0 violations", restore.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("BROKEN", verify.Text, StringComparison.Ordinal);
        Assert.Contains("already", there.Text, StringComparison.Ordinal);
        await using var journey = new Journey("2027-01-11 10:00", _other.Borrowed());
        var cases = await journey.GetAsync("casemanager", "/api/cases");
        Assert.Equal(SyntheticPerson.Fjellrev.FamilyName, (string)Assert.Single(cases["items"]!.AsArray())!["person"]!["familyName"]!, ignoreCase: true);
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_its_place_and_by_the_exit_code()
    {
        using var database = new TestDatabase();
        await using (var host = await HostFixture.StartAsync(database, new FakeClock()))
        {
            await host.PublishAsync(new Drawing("wait").Task("first"));
            await host.StartFlowAsync("wait");
        }

        await ExecuteAsync(database, "UPDATE workflow_instances SET definition_version = 77");
        var broken = await RunAsync(database, "verify");

        Assert.Equal(1, broken.Code);
        Assert.Equal(broken.Text.IndexOf("BROKEN", StringComparison.Ordinal), broken.Text.LastIndexOf("BROKEN", StringComparison.Ordinal));
        Assert.Contains("BROKEN pinned-version: ", broken.Text, StringComparison.Ordinal);
        Assert.Contains("version 77", broken.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup", "Say where the copy is to be")]
    [InlineData("restore nowhere.backup", "There is no file nowhere.backup")]
    public async Task What_cannot_be_done_is_said_and_nothing_is_done(string command, string said)
    {
        var (code, text) = await RunAsync(_other, command.Split(' '));

        Assert.Equal(2, code);
        Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_database_none_is_made()
    {
        var file = Path.Combine(_other.Folder, "none.db");
        using var none = new TestDatabase("Sqlite", "Data Source=" + file, _other.Folder);

        var (verify, said) = await RunAsync(none, "verify");
        var (backup, _) = await RunAsync(none, "backup", Copy);

        Assert.Equal((2, 2, false), (verify, backup, File.Exists(file)));
        Assert.Contains("There is no database", said, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Database", "Both")]
    public async Task A_file_that_is_no_copy_is_refused()
    {
        await File.WriteAllTextAsync(Copy, "This is a letter.");

        var (code, _) = await RunAsync(_other, "restore", Copy);

        Assert.Equal(2, code);
    }

    private static async Task<(int Code, string Text)> RunAsync(TestDatabase database, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IndividualPlan.WorkflowHost.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };

        foreach (var (key, value) in database.Settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts));
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using System.Data.Common.DbConnection connection = database.Provider == "Sqlite" ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(await command.ExecuteNonQueryAsync() > 0);
    }
}
