using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Definitions;

/// <summary>The leaders' pages about workflows, as leaders meet them.</summary>
internal static partial class LeaderPages
{
    private static readonly Actor Berit = new("leader", Roles.OfficeLeader);

    /// <summary>A flow of tasks one after another; each task is a step of this product.</summary>
    public static Drawing Flow(string id, params string[] tasks)
    {
        var drawing = new Drawing(id);
        foreach (var (task, index) in tasks.Select(static (t, i) => (t, i)))
        {
            drawing.Add(task, "IndividualPlan.CaseTask", ("title", "String", task), ("role", "String", Roles.CaseManager), ("dueIn", "String", "P14D"));
            if (index > 0)
            {
                drawing.Connect(tasks[index - 1], task, "Utført");
            }
        }

        return drawing;
    }

    /// <summary>Saves a drawing, by a leader named Berit.</summary>
    public static async Task<WorkflowDefinitionRow> SaveAsync(this TestHost host, Drawing drawing, bool publish = false, string why = "Ny rutine", Actor? by = null)
    {
        var outcome = await host.Services.GetRequiredService<SaveDefinition>().RunAsync(
            new DrawingToSave(JsonNode.Parse(drawing.ToJson(isPublished: publish))!.AsObject(), publish),
            new Operation(by ?? Berit, why, host.Services.GetRequiredService<TimeProvider>().GetUtcNow()),
            CancellationToken.None);
        return Assert.IsType<DefinitionOutcome.Saved>(outcome).Version;
    }

    /// <summary>Starts a flow outside cases.</summary>
    public static Task<WorkflowInstanceId> StartAsync(this TestHost host, string definitionId) => host.Services.GetRequiredService<WorkWriter>().RunAsync(
        new Operation(Berit, "test", host.Services.GetRequiredService<TimeProvider>().GetUtcNow()),
        (work, token) => work.Flows.StartAsync(definitionId, null, null, token),
        CancellationToken.None);

    public static async Task<int> VersionOfAsync(this TestHost host, WorkflowInstanceId id)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<IndividualPlan.WorkflowHost.Persistence.IpDbContext>>().CreateDbContextAsync();
        return await db.WorkflowInstances.Where(i => i.Id == id).Select(static i => i.DefinitionVersion).SingleAsync();
    }

    /// <summary>The versions, oldest first: number, P for published, L for latest, X for removed.</summary>
    public static async Task<string[]> VersionsAsync(this TestHost host, string definitionId)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<IndividualPlan.WorkflowHost.Persistence.IpDbContext>>().CreateDbContextAsync();
        var rows = await db.WorkflowDefinitions.Where(d => d.DefinitionId == definitionId).OrderBy(static d => d.Version).ToListAsync();
        return [.. rows.Select(static r => $"{r.Version}{(r.IsPublished ? "P" : "")}{(r.IsLatest ? "L" : "")}{(r.RemovedAt is null ? "" : "X")}")];
    }

    /// <summary>What can be read on a page, in one line.</summary>
    public static async Task<string> ReadAsync(this HttpClient client, string address) => Html.Text(await client.GetStringAsync(address));

    /// <summary>Sends a form of a page as its reader would: with what stands in its hidden fields.</summary>
    public static async Task<HttpResponseMessage> FillInAsync(this HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page);
        var form = Regex.Match(html, $"<form\\b[^>]*action=\"{Regex.Escape(WebUtility.HtmlEncode(action))}\".*?</form>", RegexOptions.Singleline).Value;
        Assert.NotEqual("", form);
        var hidden = Hidden().Matches(form).Select(static m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        return await client.PostAsync(action, new FormUrlEncodedContent([.. hidden, .. fields.Select(static f => KeyValuePair.Create(f.Name, f.Value))]));
    }

    /// <summary>Sends files with the form of the import page.</summary>
    public static Task<HttpResponseMessage> ImportAsync(this HttpClient client, string publish, params (string Name, byte[] Content)[] files) =>
        client.ImportFromAsync("/workflows/import", publish, files);

    /// <summary>Sends files with the antiforgery token of some page.</summary>
    public static async Task<HttpResponseMessage> ImportFromAsync(this HttpClient client, string page, string publish, params (string Name, byte[] Content)[] files)
    {
        var token = Hidden().Match(await client.GetStringAsync(page)).Groups[2].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(publish), "publish" }, { new StringContent("Hentet fra nabokommunen"), "reason" } };
        foreach (var (name, content) in files)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(file, "files", name);
        }

        return await client.PostAsync("/workflows/import", form);
    }

    /// <summary>Follows the answer of a form, and reads the page that it leads to.</summary>
    public static async Task<string> FollowAsync(this HttpClient client, HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {Html.Text(await answer.Content.ReadAsStringAsync())}");
        return await client.ReadAsync(answer.Headers.Location!.OriginalString);
    }

    /// <summary>What can be read in an answer.</summary>
    public static async Task<string> TextAsync(this HttpResponseMessage answer) => Html.Text(await answer.Content.ReadAsStringAsync());

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
