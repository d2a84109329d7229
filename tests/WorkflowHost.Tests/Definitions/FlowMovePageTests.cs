using System.Net;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.FlowMoves;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Definitions;

/// <summary>
/// The failures beaten: elsa-core#6620 (a moved flow begins from the start), #6887 (a step runs twice) and camunda#44431 (the task is gone after the move). A leader sees first what a
/// move means for each case, and can take it back.
/// </summary>
[Trait("Database", "Both")]
public sealed class FlowMovePageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_leader_sees_who_can_be_moved_and_why_others_cannot_moves_reads_the_report_and_takes_it_back()
    {
        await host.SaveAsync(LeaderPages.Flow("move-me", "a", "b", "c"), publish: true);
        var early = await host.StartAsync("move-me");
        var late = await host.StartAsync("move-me");
        using var manager = await host.AsAsync("casemanager");
        await manager.CompleteTaskOfAsync(host, late.ToString());
        await host.SaveAsync(LeaderPages.Flow("move-me", "a", "x", "c"), publish: true);
        using var leader = await host.VisitorAsync("leader");
        var tasks = await TasksAsync();

        var flow = await leader.GetStringAsync("/workflows/move-me");
        var preview = await leader.ReadAsync("/workflows/move-me/move");
        var refused = await leader.FillInAsync("/workflows/move-me/move", "/workflows/move-me/moves", ("reason", " "));
        var moved = await leader.FillInAsync("/workflows/move-me/move", "/workflows/move-me/moves", ("reason", "Ny rutine"));
        var report = moved.Headers.Location!.OriginalString;
        var text = await leader.ReadAsync(report);

        Assert.Contains("/workflows/move-me/move", Html.Links(flow));
        Assert.Contains("1 av 2 saker kan flyttes. 1 blir på sin versjon.", preview, StringComparison.Ordinal);
        Assert.Contains("«a» Går videre herfra.", preview, StringComparison.Ordinal);
        Assert.Contains("«b» Flyten står på «b», og det steget finnes ikke i den nye versjonen.", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("href=\"#reason\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("1 flyttet, 1 ikke flyttet", text, StringComparison.Ordinal);
        Assert.Contains("Berit Storhei Hvorfor Ny rutine", text, StringComparison.Ordinal);
        Assert.Equal((2, 1), (await host.VersionOfAsync(early), await host.VersionOfAsync(late)));
        Assert.Equal(tasks, await TasksAsync());
        Assert.Contains("Flyttet saker fra versjon 1 til 2 Ny rutine", await leader.ReadAsync("/workflows/move-me"), StringComparison.Ordinal);

        var undone = await leader.FollowAsync(await leader.FillInAsync(report, report + "/undo", ("reason", "Feil versjon")));
        Assert.Contains("1 ikke flyttet, 1 satt tilbake", undone, StringComparison.Ordinal);
        Assert.DoesNotContain("Angre flyttingen", undone, StringComparison.Ordinal);
        Assert.Equal(1, await host.VersionOfAsync(early));
        Assert.Equal(tasks, await TasksAsync());
        var again = await leader.SendFormAsync(report, report + "/undo", ("reason", "Igjen"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);

        // It goes on in the version that it was put back to, and nothing of it is done twice.
        await manager.CompleteTaskOfAsync(host, early.ToString());
        await using var db = host.Read();
        Assert.Equal(["a", "b"], await db.HumanTasks.Where(t => t.InstanceId == early).OrderBy(static t => t.WaitId).Select(static t => t.Title).ToListAsync());
        Assert.Equal(
            ["workflow-definition-cases-moved leader Ny rutine", "workflow-instance-migrated leader Ny rutine", "workflow-definition-move-undone leader Feil versjon", "workflow-instance-move-undone leader Feil versjon"],
            await db.History.Where(static h => (h.Event == "workflow-instance-migrated" || h.Event.Contains("move")) && h.Reason != "Mange saker").OrderBy(static h => h.Id).Select(static h => h.Event + " " + h.Actor + " " + h.Reason).ToListAsync());

        async Task<List<string>> TasksAsync()
        {
            await using var read = host.Read();
            var found = await read.HumanTasks.Where(t => t.InstanceId == early || t.InstanceId == late).OrderBy(static t => t.Id).ToListAsync();
            return found.ConvertAll(static t => $"{t.Id} {t.WaitId} {t.State} {t.Assignee} {t.DueOn} {t.Version}");
        }
    }

    [Fact]
    public async Task What_is_left_when_the_process_stops_is_done_afterwards_once()
    {
        await host.SaveAsync(LeaderPages.Flow("many", "a", "b"), publish: true);
        for (var i = 0; i < 60; i++)
        {
            await host.StartAsync("many");
        }

        await host.SaveAsync(LeaderPages.Flow("many", "a", "b", "c"), publish: true);
        using var leader = await host.VisitorAsync("leader");

        var answer = await leader.FillInAsync("/workflows/many/move", "/workflows/many/moves", ("reason", "Mange saker"));
        await host.Services.GetRequiredService<BackgroundWork>().RunOnceAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = host.Read();
        Assert.Equal(60, await db.WorkflowInstances.CountAsync(static i => i.DefinitionId == "many" && i.DefinitionVersion == 2));
        Assert.Equal(60, await db.FlowMoveItems.CountAsync(i => i.Stage == MoveStage.Moved && db.FlowMoves.Any(m => m.Id == i.MoveId && m.DefinitionId == "many")));
        Assert.NotNull((await db.FlowMoves.SingleAsync(static m => m.DefinitionId == "many")).FinishedAt);
        Assert.Equal(60, await db.HumanTasks.CountAsync(t => db.WorkflowInstances.Any(i => i.Id == t.InstanceId && i.DefinitionId == "many")));
    }

    [Fact]
    public async Task Nobody_but_a_leader_moves_and_an_address_that_is_none_is_not_found()
    {
        await host.SaveAsync(LeaderPages.Flow("mine", "a"), publish: true);
        using var admin = await host.VisitorAsync("admin");
        using var leader = await host.VisitorAsync("leader");

        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/workflows/mine/move")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync("/workflows/nothing/move")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync("/workflows/mine/move?from=x")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/workflows/mine/moves/{Guid.NewGuid()}")).StatusCode);
        Assert.Contains("Ingen saker som du har tilgang til, er i gang i denne arbeidsflyten.", await leader.ReadAsync("/workflows/mine/move"), StringComparison.Ordinal);
        var nothing = await leader.SendFormAsync("/workflows/mine", "/workflows/mine/moves", ("from", "1"), ("to", "7"), ("reason", "Prøver"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
    }
}
