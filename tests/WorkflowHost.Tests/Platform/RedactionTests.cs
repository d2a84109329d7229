using System.Net.Http.Json;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.Platform;

public sealed class RedactionTests
{
    [Fact]
    public async Task Logs_OfAJourney_HoldNeitherNameNorNumber()
    {
        using var host = new TestHost();
        using var manager = await host.AsAsync("casemanager");
        using var person = await host.AsAsync("person");
        var caseId = (string)(await person.RegisterAsync())["caseId"]!;
        await manager.GetAsync("/api/cases?q=Fjellrev");
        await manager.PostAsJsonAsync("/api/cases/search", new { nationalIdentityNumber = Calls.Fjellrev });
        await manager.PostAsJsonAsync("/api/requests", Calls.Request("14838949845"));
        await manager.PostAsync("/api/requests", new StringContent(
            $$"""{"person": { "nationalIdentityNumber": {{Calls.Fjellrev}}, "givenName": "Glad" } }""", System.Text.Encoding.UTF8, "application/json"));
        await manager.GetAsync($"/api/cases?q={Calls.Fjellrev}");
        await manager.GetAsync($"/api/cases/{caseId}?reason=Gjelder Fjellrev");
        var task = (string)Assert.Single(await manager.ItemsAsync("/api/tasks?key=assess"))!["taskId"]!;
        await manager.PostAsJsonAsync($"/api/tasks/{task}/complete", new { operationId = "op", outcome = "Innvilges", values = new { reasons = "Glad Fjellrev trenger det." } });
        await manager.PostAsJsonAsync("/api/demo/clock/advance", new { by = "P40D" });

        var lines = host.Logged.ToArray();

        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains("Fjellrev", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(lines, line => line.Contains(Calls.Fjellrev, StringComparison.Ordinal));
    }
}
