using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.HumanTasks.Papers;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.HumanTasks;

/// <summary>Comments on a task and files with it: seen by those who see the case, never changed, struck with a reason, and every read logged.</summary>
public sealed class TaskPapersTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task A_comment_is_read_by_colleagues_counted_in_the_list_and_struck_by_its_author_alone()
    {
        var (task, caseId) = await TaskAsync(Calls.Fjellrev, "Glad", "Fjellrev");
        using var kari = await host.AsAsync("casemanager");
        using var anders = await host.VisitorAsync("casemanager2");
        using var leader = await host.VisitorAsync("leader");
        using var outsider = await host.AsAsync("participant");

        var empty = await kari.PostAsJsonAsync($"/api/tasks/{task}/comments", new { text = " " });
        var written = await (await kari.PostAsJsonAsync($"/api/tasks/{task}/comments", new { text = "Ringte skolen.\nDe kommer." })).JsonAsync();
        var id = (string)written["comments"]![0]!["commentId"]!;
        var page = await anders.PageAsync($"/tasks/{task}");
        var list = Html.Text(await anders.PageAsync("/tasks?scope=unit"));
        var hidden = Html.Text(await leader.PageAsync($"/tasks/{task}"));
        var shown = Html.Text(await leader.PageAsync($"/tasks/{task}?why=deadline"));
        var notHis = await (await host.AsAsync("casemanager2")).PostAsJsonAsync($"/api/tasks/{task}/comments/{id}/strike", new { reason = "Feil" });
        var unreasoned = await kari.PostAsJsonAsync($"/api/tasks/{task}/comments/{id}/strike", new { });
        var struck = await (await kari.PostAsJsonAsync($"/api/tasks/{task}/comments/{id}/strike", new { reason = "Sto på feil sak." })).JsonAsync();
        var after = Html.Text(await anders.PageAsync($"/tasks/{task}"));

        Assert.Equal(422, (int)empty.StatusCode);
        Assert.Contains("<span class=\"ip-line\">De kommer.</span>", page, StringComparison.Ordinal);
        Assert.Contains("1 kommentar", list, StringComparison.Ordinal);
        Assert.Equal("#papers", page.LinkTo("1 kommentar"));
        Assert.DoesNotContain("Ringte skolen.", hidden, StringComparison.Ordinal);
        Assert.Contains("Ringte skolen.", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, notHis.StatusCode);
        Assert.Equal(422, (int)unreasoned.StatusCode);
        Assert.Null((string?)struck["comments"]![0]!["text"]);
        Assert.DoesNotContain("Ringte skolen.", after, StringComparison.Ordinal);
        Assert.Contains("Strøket 11.01.2027: Sto på feil sak.", after, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await outsider.GetAsync($"/api/tasks/{task}/papers")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await outsider.PostAsJsonAsync($"/api/tasks/{task}/comments", new { text = "Hei" })).StatusCode);
        await using var db = Read();
        var events = await db.History.Where(h => h.Event.StartsWith("task-comm") && h.Details.Contains(id)).OrderBy(h => h.Id).ToListAsync();
        Assert.Equal(["task-commented", "task-comment-struck"], events.Select(e => e.Event));
        Assert.All(events, e => Assert.DoesNotContain("Ringte", e.Details, StringComparison.Ordinal));
        Assert.All(events, e => Assert.Equal(caseId, e.CaseId!.Value.ToString()));
        Assert.DoesNotContain(host.Logged, line => line.Contains("Ringte skolen", StringComparison.Ordinal));
        await Assert.ThrowsAnyAsync<Exception>(() => db.TaskComments.ExecuteDeleteAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.TaskComments.ExecuteUpdateAsync(c => c.SetProperty(x => x.Text, "Noe annet")));
    }

    [Fact]
    public async Task A_file_is_kept_as_it_came_saved_as_a_file_and_each_read_is_logged()
    {
        var (task, caseId) = await TaskAsync(Calls.Rype, "Modig", "Rype");
        using var kari = await host.VisitorAsync("casemanager");
        using var leader = await host.VisitorAsync("leader");
        using var api = await host.AsAsync("casemanager");
        var text = Encoding.UTF8.GetBytes("Vi ble enige om å møtes.");

        var nothing = await SendFileAsync(kari, task, null, []);
        var sent = await SendFileAsync(kari, task, "../..\\møte <notat>.txt", text);
        var page = await kari.PageAsync($"/tasks/{task}");
        var link = Html.Links(page).First(a => a.EndsWith("/download", StringComparison.Ordinal));
        var file = await kari.GetAsync(link);
        var unreasoned = await leader.GetAsync(link);
        var reasoned = await leader.GetAsync(link + "?why=deadline");
        var letters = await kari.PageAsync($"/cases/{caseId}/letters");
        var fromCase = await kari.GetAsync(Html.Links(letters).First(a => a.EndsWith("/download", StringComparison.Ordinal)));
        var attachment = (await api.GetFromJsonAsync<JsonObject>($"/api/tasks/{task}/papers"))!["attachments"]![0]!;
        var listed = Assert.Single((await api.ItemsAsync($"/api/tasks?caseId={caseId}&key=assess")))!;

        Assert.Equal(422, (int)nothing.StatusCode);
        Assert.Contains("href=\"#attach-file\"", await nothing.PageAsync(), StringComparison.Ordinal);
        Assert.Equal($"/tasks/{task}#papers", sent.Headers.Location!.OriginalString);
        Assert.Equal(text, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("møte notat.txt", file.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.Forbidden, unreasoned.StatusCode);
        Assert.Equal(HttpStatusCode.OK, reasoned.StatusCode);
        Assert.Contains("Vedlegg fra oppgavene", letters, StringComparison.Ordinal);
        Assert.Equal(text, await fromCase.Content.ReadAsByteArrayAsync());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text)), (string?)attachment["sha256"]);
        Assert.Equal((1, 0), ((int)listed["attachments"]!, (int)listed["comments"]!));
        await using var db = Read();
        Assert.Equal(
            [("casemanager", true), ("leader", false), ("leader", true), ("casemanager", true)],
            (await db.AccessLog.Where(a => a.What == TaskPapers.Attachment).OrderBy(a => a.Id).ToListAsync()).Where(a => a.CaseId!.Value.ToString() == caseId).Select(a => (a.UserId, a.IsAllowed)));
        Assert.DoesNotContain("notat", (await db.History.SingleAsync(h => h.Event == "task-file-attached" && h.Details.Contains((string)attachment["attachmentId"]!))).Details, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(() => db.AttachmentContents.ExecuteDeleteAsync());

        var struck = await kari.SendFormAsync($"/tasks/{task}", $"/tasks/{task}/attachments/{attachment["attachmentId"]}/strike", ("reason", "Feil fil."));
        Assert.Equal(HttpStatusCode.Redirect, struck.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await kari.GetAsync(link)).StatusCode);
        Assert.DoesNotContain("Vedlegg fra oppgavene", await kari.PageAsync($"/cases/{caseId}/letters"), StringComparison.Ordinal);
        Assert.Contains("Vedlegg fra Kari Lyngmo, strøket 11.01.2027: Feil fil.", await kari.PageAsync($"/tasks/{task}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_twice_is_there_once()
    {
        var (task, _) = await TaskAsync("30818549896", "Blid", "Hestehov");
        using var kari = await host.AsAsync("casemanager");
        using var anders = await host.AsAsync("casemanager2");
        var comment = new { text = "Ringte skolen.", operationId = Guid.NewGuid() };
        var file = new { fileName = "notat.txt", content = Convert.ToBase64String("Vi ble enige."u8), operationId = Guid.NewGuid() };

        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await kari.PostAsJsonAsync($"/api/tasks/{task}/comments", comment)).EnsureSuccessStatusCode();
            (await kari.PostAsJsonAsync($"/api/tasks/{task}/attachments", file)).EnsureSuccessStatusCode();
        }

        var foreign = await anders.PostAsJsonAsync($"/api/tasks/{task}/comments", comment);
        var papers = await kari.GetFromJsonAsync<JsonObject>($"/api/tasks/{task}/papers");

        Assert.Single(papers!["comments"]!.AsArray());
        Assert.Single(papers["attachments"]!.AsArray());
        Assert.Equal(422, (int)foreign.StatusCode);
        using var page = await host.VisitorAsync("casemanager");
        Assert.Matches("^[0-9a-f-]{36}$", (await page.PageAsync($"/tasks/{task}")).Hidden("paperId"));
    }

    [Fact]
    public async Task A_file_is_judged_by_its_content_and_its_name_must_fit()
    {
        var (task, _) = await TaskAsync(WorkOnHost.Havglott, "Sindig", "Havgløtt");
        using var kari = await host.AsAsync("casemanager");

        Assert.Equal("Navnet på filen passer ikke til innholdet, som er PNG. Gi filen riktig endelse, eller lagre den på nytt.", await WrongAsync(kari, task, "brev.pdf", Png));
        Assert.Equal("Filen må være PDF, PNG, JPEG, DOCX eller TXT.", await WrongAsync(kari, task, "brev.pdf", [0x4D, 0x5A, 0, 1]));
        Assert.Equal("Filen må være PDF, PNG, JPEG, DOCX eller TXT.", await WrongAsync(kari, task, "side.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>")));
        Assert.Equal("Filen må være PDF, PNG, JPEG, DOCX eller TXT.", await WrongAsync(kari, task, "brev.docx", Zip("word/document.xml", "[Content_Types].xml", "word/vbaProject.bin")));
        Assert.Equal("Filen er tom. Velg en annen.", await WrongAsync(kari, task, "tom.txt", []));
        Assert.Equal("Filen er 10 MB. Den kan være høyst 10 MB.", await WrongAsync(kari, task, "stor.txt", [.. Enumerable.Repeat((byte)'a', 10_000_001)]));

        foreach (var (name, bytes) in new[] { ("bilde.PNG", Png), ("brev.docx", Zip("word/document.xml", "[Content_Types].xml")), ("brev.pdf", "%PDF-1.7"u8.ToArray()), ("foto.jpeg", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }) })
        {
            Assert.Equal(HttpStatusCode.OK, (await kari.PostAsJsonAsync($"/api/tasks/{task}/attachments", new { fileName = name, content = Convert.ToBase64String(bytes) })).StatusCode);
        }
    }

    [Theory]
    [InlineData("C:\\Users\\kari\\notat.txt", "notat.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\u202Egnp.exe", "agnp.exe")]
    [InlineData("  brev\u0000.pdf ", "brev.pdf")]
    [InlineData("...", null)]
    [InlineData(null, null)]
    public void A_name_is_only_a_name(string? given, string? kept) => Assert.Equal(kept, FileNames.Clean(given));

    [Fact]
    public async Task A_field_of_a_form_takes_a_file_keeps_it_with_the_draft_and_shows_it_among_the_answers()
    {
        using var manager = await host.AsAsync("casemanager");
        var receipt = await host.RegisterAsync(new
        {
            person = new { nationalIdentityNumber = "05850099903", givenName = "Kvikk", familyName = "Torsk", bornOn = "1989-03-14", language = "nb" },
            track = "SOC-28", receivedAt = "2027-01-11T07:30:00+01:00", channel = "Digital", requester = new { role = "Representative", name = "En annen" }, services = new[] { "nav" }, wishes = "En plan",
        });
        var task = $"/tasks/{await host.TaskAsync(receipt, "authorization")}";
        using var kari = await host.VisitorAsync("casemanager");
        await kari.SendFormAsync(task, task + "/claim");

        var page = await kari.PageAsync(task);
        var wrong = await SendTaskAsync(kari, task, task, "fullmakt.pdf", Png, ("f-scope", "Alt."), ("outcome", "Fullmakt mottatt"), ("operationId", "a1"));
        var kept = await SendTaskAsync(kari, task, task + "/draft", "fullmakt.png", Png, ("f-scope", "Alt."), ("operationId", "a1"), ("writeOver", "true"));
        var draft = await kari.PageAsync(task);
        var id = Regex.Match(draft, "name=\"f-document\" value=\"([0-9a-f-]{36})\" checked").Groups[1].Value;
        var foreign = await SendTaskAsync(kari, task, task, null, [], ("f-scope", "Alt."), ("f-document", Guid.NewGuid().ToString()), ("outcome", "Fullmakt mottatt"), ("operationId", "a1"));
        var done = await SendTaskAsync(kari, task, task, null, [], ("f-scope", "Alt."), ("f-document", id), ("outcome", "Fullmakt mottatt"), ("operationId", "a1"));
        var answered = Html.Text(await kari.PageAsync(task));

        Assert.Contains("enctype=\"multipart/form-data\"", page, StringComparison.Ordinal);
        Assert.Equal(422, (int)wrong.StatusCode);
        var refused = await wrong.PageAsync();
        Assert.Contains("href=\"#f-document\"", refused, StringComparison.Ordinal);
        Assert.Contains("Alt.", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Contains("Bruk «fullmakt.png»", draft, StringComparison.Ordinal);
        Assert.Contains("Legg ved filen på nytt.", await foreign.PageAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("Fullmakten som fil fullmakt.png", answered, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await manager.PostAsJsonAsync($"/api{task}/comments", new { text = "For sent" })).StatusCode);
    }

    private async Task<(string Task, string Case)> TaskAsync(string number, string givenName, string familyName)
    {
        var receipt = await host.RequestAsync(number, givenName, familyName);
        return (await host.TaskAsync(receipt, "assess"), (string)receipt["caseId"]!);
    }

    private static async Task<string?> WrongAsync(HttpClient client, string task, string name, byte[] bytes)
    {
        var answer = await client.PostAsJsonAsync($"/api/tasks/{task}/attachments", new { fileName = name, content = Convert.ToBase64String(bytes) });
        Assert.Equal(422, (int)answer.StatusCode);
        return (string?)(await answer.JsonAsync())["errors"]!["file"]![0];
    }

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                archive.CreateEntry(name);
            }
        }

        return bytes.ToArray();
    }

    private static Task<HttpResponseMessage> SendFileAsync(HttpClient client, string task, string? name, byte[] bytes) =>
        SendAsync(client, $"/tasks/{task}", $"/tasks/{task}/attachments", "file", name, bytes);

    private static Task<HttpResponseMessage> SendTaskAsync(HttpClient client, string page, string action, string? name, byte[] bytes, params (string Name, string Value)[] fields) =>
        SendAsync(client, page, action, "file-document", name, bytes, fields);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string action, string field, string? name, byte[] bytes, params (string Name, string Value)[] fields)
    {
        var token = Regex.Match(await client.GetStringAsync(page), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (key, value) in fields)
        {
            form.Add(new StringContent(value), key);
        }

        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (name is not null)
        {
            form.Add(file, field, name);
        }

        return await client.PostAsync(action, form);
    }

    private IpDbContext Read() => host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
}
