using IndividualPlan.Testing;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Tests.Activities;

/// <summary>Every word of the toolbox is there in bokmål, nynorsk and English, and none was forgotten in English.</summary>
public sealed class ToolboxTextTests
{
    /// <summary>Words that are the same in Norwegian and English.</summary>
    private static readonly string[] International =
    [
        "Start", "Type", "200",
        "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "application/json", "text/plain", "text/xml", "application/x-www-form-urlencoded",
    ];

    private static readonly IReadOnlyList<DomainActivity> Toolbox = CaseActivities.All(RuleBook.Embedded, FormCatalogue.Embedded);

    public static TheoryData<string> Activities => [.. ActivityCatalogue.Elsa().With(Toolbox).Activities.Select(activity => activity.Type)];

    [Theory]
    [MemberData(nameof(Activities))]
    public void Every_text_is_there_in_three_languages(string type)
    {
        var domain = Toolbox.SingleOrDefault(activity => activity.Type == type);
        var info = domain?.Info ?? ElsaToolbox.Find(type)!;

        LocalizedText?[] texts =
        [
            info.Name, info.Description, info.Result,
            .. info.Outcomes.Concat(info.Values).Concat(info.Slots).Select(choice => choice.Label),
            .. info.Inputs.SelectMany(input => new[] { input.Label, input.Help }),
            .. info.Inputs.SelectMany(input => domain?.ChoicesOf(input) ?? input.Choices ?? []).Select(choice => choice.Label),
        ];

        Assert.All(texts.OfType<LocalizedText>(), text =>
        {
            Assert.All([text.Nb, text.Nn, text.En], words => Assert.Equal(words.Trim(), Assert.IsType<string>(words)));
            Assert.All([text.Nb, text.Nn, text.En], Assert.NotEmpty);
            Assert.True(text.Nb != text.En || International.Contains(text.En), $"“{text.En}” is not said in Norwegian.");
        });
    }

    [Theory]
    [MemberData(nameof(Activities))]
    public void No_field_goes_by_its_name_in_definitions(string type) => Assert.All(
        Toolbox.SingleOrDefault(activity => activity.Type == type)?.Info.Inputs ?? ElsaToolbox.Find(type)!.Inputs,
        input => Assert.NotEqual(input.Name, input.Label.Nb));

    [Fact]
    public void The_outcomes_that_are_named_are_those_that_steps_leave_by() => Assert.All(Toolbox, activity =>
    {
        var untouched = ActivityRun.Read(new Drawing().Step("step", activity.GetType().Name)).FindActivity("step")!;

        Assert.Equal(activity.Outcomes(untouched), activity.Info.Outcomes.Select(port => port.Value));
    });

    /// <summary><c>UPDATE_CONTRACTS=1</c> writes the page anew.</summary>
    [Fact]
    public void The_page_about_the_toolbox_is_what_the_toolbox_says()
    {
        var page = Path.Combine(SolutionFolder.Path, "docs", "toolbox.md");
        var text = Page();

        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACTS") == "1")
        {
            File.WriteAllText(page, text);
        }

        Assert.Equal(text, File.ReadAllText(page));
    }

    private static string Page()
    {
        var page = new System.Text.StringBuilder();
        page.Append("# Steg i verktøykassen\n\nSteg som du finner under «Individuell plan» i Elsa Studio. Felt med * må fylles ut. / The steps under “Individual plan”; fields with * must be filled in.\n\n");
        page.Append("| Steg | Hva det gjør | Felt | Veier videre | In English |\n|---|---|---|---|---|\n");

        foreach (var activity in Toolbox.OrderBy(static a => a.Info.Name.Nb, StringComparer.Ordinal))
        {
            var info = activity.Info;
            var fields = info.Inputs.Select(static input => input.Label.Nb + (input.IsRequired ? " *" : ""));
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| **{info.Name.Nb}** | {info.Description.Nb} | {string.Join("; ", fields)} | {string.Join(", ", info.Outcomes.Select(static o => o.Label.Nb))} | {info.Name.En}: {info.Description.En} (`{activity.Type}`) |\n");
        }

        return page.ToString();
    }
}
