using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Tests.Definitions;

public sealed class ComparePageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task An_added_step_a_changed_due_date_and_a_rerouted_answer_are_told_in_words()
    {
        await host.SaveAsync(Flow("P14D", withCall: false), publish: true);
        await host.SaveAsync(Flow("P3D", withCall: true));
        using var leader = await host.VisitorAsync("leader");

        var page = await leader.GetStringAsync("/workflows/compared/compare?from=1&to=2");

        var text = Html.Text(page);
        Assert.Contains("1 steg lagt til, 1 steg endret, 1 vei videre endret.", text, StringComparison.Ordinal);
        Assert.Contains("Steg som er lagt til Ring fastlegen Oppgave Hvem Koordinator Frist Innen 5 dager", text, StringComparison.Ordinal);
        Assert.Contains("Skal være gjort innen 14 dager 3 dager", text, StringComparison.Ordinal);
        Assert.Contains("Etter «Vurder», ved svaret «Ja»: nå til «Ring fastlegen», før til «Ferdig».", text, StringComparison.Ordinal);
        Assert.Contains("/workflows/compared/table?version=2#activity-call", Html.Links(page));
    }

    [Fact]
    public async Task Without_numbers_the_draft_is_compared_with_what_runs()
    {
        await host.SaveAsync(LeaderPages.Flow("unnumbered", "a"), publish: true);
        await host.SaveAsync(LeaderPages.Flow("unnumbered", "a", "b"), publish: true);
        await host.SaveAsync(LeaderPages.Flow("unnumbered", "a", "b", "c"));
        using var leader = await host.VisitorAsync("leader");

        var text = await leader.ReadAsync("/workflows/unnumbered/compare");

        Assert.Contains("Fra versjon 2 til versjon 3", text, StringComparison.Ordinal);
        Assert.Contains("1 steg lagt til, 1 vei videre endret.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_that_are_the_same_are_said_to_be()
    {
        using var leader = await host.VisitorAsync("leader");

        Assert.Contains("De to versjonene er like.", await leader.ReadAsync("/workflows/closing/compare?from=1&to=1"), StringComparison.Ordinal);
    }

    private static Drawing Flow(string due, bool withCall)
    {
        var drawing = new Drawing("compared")
            .Add("Vurder", "IndividualPlan.CaseTask", ("title", "String", "Vurder"), ("role", "String", Roles.CaseManager), ("dueIn", "String", due), ("outcomes", "String[]", "[\"Ja\",\"Nei\"]"))
            .Add("Ferdig", "IndividualPlan.EndOfPath")
            .Connect("Vurder", "Ferdig", "Nei");
        return withCall
            ? drawing.Add("call", "IndividualPlan.CaseTask", ("title", "String", "Ring fastlegen"), ("role", "String", Roles.Coordinator), ("dueIn", "String", "P5D")).Named("call", "Ring fastlegen").Connect("Vurder", "call", "Ja").Connect("call", "Ferdig", "Utført")
            : drawing.Connect("Vurder", "Ferdig", "Ja");
    }
}
