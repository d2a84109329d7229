using System.Text.Json.Nodes;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Tests.HumanTasks;

public sealed class FormCatalogueTests
{
    public static TheoryData<string> Keys => [.. FormCatalogue.Embedded.Forms.Select(form => form.Key).Order()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_form_speaks_all_three_languages(string key)
    {
        var form = FormCatalogue.Embedded.Find(key)!;
        LocalizedText?[] texts =
        [
            form.Title, form.Guidance, .. form.Outcomes.Select(outcome => outcome.Label), .. form.Fields.SelectMany(field => new[] { field.Label, field.Help }),
            .. form.Fields.SelectMany(field => field.Choices ?? []).Select(choice => choice.Label),
        ];

        Assert.All(texts.OfType<LocalizedText>(), text => Assert.DoesNotContain("", new[] { text.Nb.Trim(), text.Nn.Trim(), text.En.Trim() }));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_form_has_an_outcome_and_few_fields_that_are_always_required(string key)
    {
        var form = FormCatalogue.Embedded.Find(key)!;

        Assert.NotEmpty(form.Outcomes);
        Assert.InRange(form.Fields.Count(field => field.Required), 0, 4);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_condition_on_the_outcome_names_an_outcome_of_the_form(string key)
    {
        var form = FormCatalogue.Embedded.Find(key)!;
        var named = form.Fields.Where(field => field.RequiredWhen?.Field == FormValidation.OutcomeName && form.Fields.All(other => other.Name != FormValidation.OutcomeName)).SelectMany(field => field.RequiredWhen!.Values);

        Assert.Empty(named.Except(form.Outcomes.Select(outcome => outcome.Value)));
    }

    [Fact]
    public void Plan_forms_ask_for_a_reason_when_a_point_is_not_relevant()
    {
        var form = FormCatalogue.Embedded.Find("plan-draft")!;
        var errors = FormValidation.Check(form, new JsonObject { ["notRelevant"] = new JsonArray("j") });

        Assert.Equal("notRelevantReason", Assert.Single(errors).Field);
    }

    [Fact]
    public void Read_UnknownMember_NamesIt()
    {
        var e = Assert.Throws<FormException>(() => FormCatalogue.Read("""{ "key": "x", "titel": {} }""", "x.json"));

        Assert.Contains("titel", Assert.Single(e.Problems));
    }

    [Fact]
    public void A_form_that_contradicts_itself_is_refused_with_every_problem()
    {
        var label = new LocalizedText("a", "a", "a");
        var form = new FormDefinition("x", label, null, [], [
            new FormField("Bad Name", FormFieldType.Text, label),
            new FormField("choice", FormFieldType.Choice, label),
            new FormField("number", FormFieldType.Number, label, Min: 3, Max: 1),
            new FormField("plan", FormFieldType.PlanSections, label, Choices: [new("k", label)]),
            new FormField("needs", FormFieldType.Text, label, RequiredWhen: new RequiredWhen("missing", ["a"])),
        ]);

        var e = Assert.Throws<FormException>(() => new FormCatalogue([form]));

        Assert.Equal(5, e.Problems.Count);
    }

    [Fact]
    public void Outcome_labels_follow_the_language_and_fall_back_to_the_value()
    {
        var form = FormCatalogue.Embedded.Find("assessment")!;

        Assert.Equal("Refused", form.OutcomeLabel("Avslås", "en"));
        Assert.Equal("Noe annet", form.OutcomeLabel("Noe annet", "nn"));
    }
}
