using System.Net;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;

namespace IndividualPlan.WorkflowHost.Tests.HumanTasks;

/// <summary>What is typed on a task's page is kept on the server: by itself, or with a button (peers row 5; casa#2651).</summary>
public sealed class TaskDraftPageTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task What_was_typed_is_there_after_a_restart_of_the_browser()
    {
        var address = $"/tasks/{await _host.TaskAsync(await _host.RequestAsync(), "assess")}";
        using (var before = await _host.VisitorAsync("casemanager"))
        {
            var saved = await before.SendFormAsync(address, address + "/draft", ("revision", "0"), ("f-reasons", "Langvarig behov.\r\nFlere tjenester."), ("f-isLongLasting", "true"));
            Assert.Equal(address, saved.Headers.Location!.OriginalString);
        }

        using var after = await _host.VisitorAsync("casemanager");
        var page = await after.PageAsync(address);

        Assert.Contains("\nLangvarig behov.\nFlere tjenester.</textarea>", page, StringComparison.Ordinal);
        Assert.Matches("name=\"f-isLongLasting\" value=\"true\" checked", page);
        Assert.Contains("Utkast lagret 11.01.2027 kl. 08.00", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_saves_in_the_background_and_is_told_when()
    {
        var address = $"/tasks/{await _host.TaskAsync(await _host.RequestAsync(), "assess")}";
        using var manager = await _host.VisitorAsync("casemanager");

        var first = await InBackgroundAsync(manager, address, "0", "Langvarig");
        var second = await InBackgroundAsync(manager, address, first.Hidden("revision"), "Langvarig behov.");

        Assert.Contains("Utkast lagret kl. 08.00", first, StringComparison.Ordinal);
        Assert.Contains("hx-swap-oob=\"true\"", first, StringComparison.Ordinal);
        Assert.Contains("Utkast lagret kl. 08.00", second, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", second, StringComparison.Ordinal);
        Assert.Contains("Langvarig behov.", await manager.PageAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_windows_do_not_write_over_each_other_unless_told_to()
    {
        var address = $"/tasks/{await _host.TaskAsync(await _host.RequestAsync(), "assess")}";
        using var manager = await _host.VisitorAsync("casemanager");
        await InBackgroundAsync(manager, address, "0", "Fra det ene vinduet.");

        var refused = await InBackgroundAsync(manager, address, "0", "Fra det andre vinduet.");
        var asPage = await (await manager.SendFormAsync(address, address + "/draft", ("revision", "0"), ("f-reasons", "Fra det andre vinduet."))).PageAsync();
        var kept = await manager.SendFormAsync(address, address + "/draft", ("revision", "0"), ("writeOver", "true"), ("f-reasons", "Fra det andre vinduet."));

        Assert.Contains("Du har skrevet i dette skjemaet et annet sted i mellomtiden.", refused, StringComparison.Ordinal);
        Assert.Contains("Behold det som står her", refused, StringComparison.Ordinal);
        Assert.Contains("Fra det andre vinduet.", asPage, StringComparison.Ordinal);
        Assert.Contains("Behold det som står her", asPage, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Contains("Fra det andre vinduet.", await manager.PageAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_sent_is_kept_as_a_draft()
    {
        var address = $"/tasks/{await _host.TaskAsync(await _host.RequestAsync(), "assess")}";
        using var manager = await _host.VisitorAsync("casemanager");

        await manager.SendFormAsync(address, address, ("operationId", "op-1"), ("outcome", "Avslås"), ("f-personsView", "Vil ha plan."));

        using var later = await _host.VisitorAsync("casemanager");
        Assert.Contains("Vil ha plan.", await later.PageAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_one_s_own_and_colleagues_see_that_there_is_one()
    {
        var address = $"/tasks/{await _host.TaskAsync(await _host.RequestAsync(), "assess")}";
        using var manager = await _host.VisitorAsync("casemanager");
        using var colleague = await _host.VisitorAsync("casemanager2");
        await InBackgroundAsync(manager, address, "0", "Bare mitt.");

        var page = await colleague.PageAsync(address);
        await manager.SendFormAsync(address, address + "/draft/discard");
        var own = await manager.PageAsync(address);

        Assert.Contains("Kari Lyngmo har også begynt på skjemaet (11.01.2027 kl. 08.00).", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bare mitt.", page, StringComparison.Ordinal);
        Assert.Contains("Utkastet er slettet.", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Bare mitt.", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_signed_out_while_writing_is_not_sent_to_a_sign_in_page_in_the_middle_of_the_form()
    {
        var address = $"/tasks/{await _host.TaskAsync(await _host.RequestAsync(), "assess")}";
        using var stranger = _host.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, address + "/draft") { Headers = { { "HX-Request", "true" } }, Content = new FormUrlEncodedContent([]) };

        var answer = await stranger.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task<string> InBackgroundAsync(HttpClient visitor, string address, string revision, string reasons)
    {
        var token = Regex.Match(await visitor.GetStringAsync("/sign-in"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, address + "/draft")
        {
            Headers = { { "HX-Request", "true" } },
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("revision", revision), new("f-reasons", reasons)]),
        };
        var answer = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.PageAsync()).Replace("type=\"hidden\" id=\"revision\" name", "type=\"hidden\" name", StringComparison.Ordinal);
    }
}
