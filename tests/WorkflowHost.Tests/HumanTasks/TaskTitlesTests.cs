using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.HumanTasks;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.HumanTasks;

/// <summary>Tasks are called what they are in the reader's language; what a leader has written stays as it is written.</summary>
public sealed class TaskTitlesTests
{
    [Fact]
    public async Task A_task_is_called_by_its_name_in_the_language_of_the_page()
    {
        await using var journey = new Journey("2027-01-11 09:00");
        await new Given(journey, new When(journey)).ARequest(SyntheticPerson.Fjellrev, "2027-01-11 09:00");
        var titles = journey.Services.GetRequiredService<TaskTitles>();
        using var english = await journey.VisitorAsync("casemanager", "en");
        using var nynorsk = await journey.VisitorAsync("casemanager", "nn");
        var task = await new When(journey).CaseManager.Finds("assess");

        var list = await english.OpensAsync("/tasks?scope=all");
        var page = await english.OpensAsync($"/tasks/{task["taskId"]}");

        Assert.Contains("Assess the right to a plan", list.Html, StringComparison.Ordinal);
        Assert.Contains("<h1 class=\"aksel-heading aksel-heading--xlarge\">Assess the right to a plan</h1>", page.Html, StringComparison.Ordinal);
        Assert.Contains("Vurder retten til plan", (await nynorsk.OpensAsync("/tasks?scope=all")).Html, StringComparison.Ordinal);
        Assert.Equal(new("Be om samtykke til deling: fastlegen", "Be om samtykke til deling: fastlegen", "Ask for consent to share: general practitioner"), titles.Of("Be om samtykke til deling: fastlegen"));
        Assert.Equal("Skriv førebels svar", titles.Of("Skriv foreløpig svar").Nn);
        Assert.Equal("Ask for consent to share: NAV office", titles.Of("Be om samtykke til deling: NAV-kontoret").En);
        Assert.Equal("Ring fastlegen", titles.Of("Ring fastlegen").En);
    }
}
