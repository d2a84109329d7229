using System.Text.Json.Nodes;

namespace IndividualPlan.Testing.Journeys;

/// <summary>What happens: time passes, people complete tasks, things are told.</summary>
public sealed class When(Journey journey)
{
    /// <summary>The case manager.</summary>
    public Worker CaseManager => new(journey, "casemanager");

    /// <summary>A colleague of the case manager, who has not worked on the case.</summary>
    public Worker OtherCaseManager => new(journey, "casemanager2");

    /// <summary>The one who approves refusals.</summary>
    public Worker Approver => new(journey, "approver");

    /// <summary>The coordinator.</summary>
    public Worker Coordinator => new(journey, "coordinator");

    /// <summary>Another coordinator.</summary>
    public Worker OtherCoordinator => new(journey, "coordinator2");

    /// <summary>The coordinating unit.</summary>
    public Worker CoordinatingUnit => new(journey, "coordinatingunit");

    /// <summary>The office leader.</summary>
    public Worker Leader => new(journey, "leader");

    /// <summary>The person whose case it is.</summary>
    public Worker Person => new(journey, journey.Person.User);

    /// <summary>A participant.</summary>
    public Worker Participant(string user) => new(journey, user);

    /// <summary>The clock is moved, and what falls due on the way happens.</summary>
    /// <param name="at">Norwegian local time.</param>
    public Task TimeIs(string at) => journey.MoveToAsync(at);

    /// <summary>The server restarts on the same file.</summary>
    public Task TheServerRestarts() => journey.RestartAsync();
}

/// <summary>Someone who works on the case.</summary>
public sealed class Worker(Journey journey, string user)
{
    /// <summary>The user id.</summary>
    public string User => user;

    /// <summary>Claims and completes a task of the case.</summary>
    /// <param name="key">The task's key.</param>
    /// <param name="outcome">The chosen outcome.</param>
    /// <param name="values">The form's values.</param>
    /// <param name="about">For one of several tasks with the same key: words of its title.</param>
    public async Task<JsonNode> Completes(string key, string outcome, object? values = null, string? about = null)
    {
        var task = await Finds(key, about: about);
        return await journey.PostAsync(user, $"/api/tasks/{task["taskId"]}/complete", new { operationId = Guid.NewGuid(), outcome, values = values ?? new { } });
    }

    /// <summary>Tries to complete a task, and is refused.</summary>
    /// <returns>The problem.</returns>
    public async Task<(int Status, JsonNode? Problem)> IsRefused(string key, string outcome, object? values = null, string? readAs = null)
    {
        var task = await Finds(key, readAs);
        var (status, problem) = await journey.TryAsync(HttpMethod.Post, user, $"/api/tasks/{task["taskId"]}/complete", new { operationId = Guid.NewGuid(), outcome, values = values ?? new { } });
        return (int)status >= 400 ? ((int)status, problem) : throw new ExpectationException($"{user} was let through with {key}.");
    }

    /// <summary>Something is told about the case.</summary>
    public Task<JsonNode> Tells(string eventName, object? body = null) => journey.PostAsync(user, $"/api/cases/{journey.CaseId}/events/{eventName}", body ?? new { });

    /// <summary>Hands a task to someone.</summary>
    public async Task<JsonNode> Assigns(string key, string to)
    {
        var task = await Finds(key);
        return await journey.PostAsync(user, $"/api/tasks/{task["taskId"]}/assign", new { assignee = to, reason = "Koordinatoren er syk." });
    }

    /// <summary>The open task with this key.</summary>
    public async Task<JsonNode> Finds(string key, string? readAs = null, string? about = null)
    {
        var tasks = (await journey.GetAsync(readAs ?? user, $"/api/tasks?caseId={journey.CaseId}&state=open"))["items"]!.AsArray();
        return tasks.OrderByDescending(task => task!["assignee"]?.ToString() == user).FirstOrDefault(task => task!["key"]!.GetValue<string>() == key && (about is null || task["title"]!.GetValue<string>().Contains(about, StringComparison.Ordinal)))
            ?? throw new ExpectationException($"{user} sees no task {key}; open: {string.Join(", ", tasks.Select(task => task!["key"]))}. {await Trouble()}");
    }

    private async Task<string> Trouble()
    {
        var (_, incidents) = await journey.TryAsync(HttpMethod.Get, "leader", "/api/incidents");
        var (_, everything) = await journey.TryAsync(HttpMethod.Get, "leader", $"/api/tasks?caseId={journey.CaseId}&state=open");
        return $"All open: {string.Join(", ", everything?["items"]?.AsArray().Select(task => task!["key"]) ?? [])}. Incidents: {incidents?["items"]?.ToJsonString()}";
    }
}
