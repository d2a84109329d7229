using System.Text.Json.Nodes;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.HumanTasks;

public sealed class FormValidationTests
{
    private static readonly LocalizedText Label = new("Navn på felt", "Namn på felt", "Field name");

    [Theory]
    [InlineData(FormFieldType.Text, "\"a\"", true)]
    [InlineData(FormFieldType.Text, "1", false)]
    [InlineData(FormFieldType.LongText, "\"a\\nb\"", true)]
    [InlineData(FormFieldType.LongText, "[\"a\"]", false)]
    [InlineData(FormFieldType.Date, "\"2027-02-28\"", true)]
    [InlineData(FormFieldType.Date, "\"2027-02-29\"", false)]
    [InlineData(FormFieldType.Date, "\"28.02.2027\"", false)]
    [InlineData(FormFieldType.Number, "6", true)]
    [InlineData(FormFieldType.Number, "1e1", true)]
    [InlineData(FormFieldType.Number, "\"6\"", false)]
    [InlineData(FormFieldType.Boolean, "false", true)]
    [InlineData(FormFieldType.Boolean, "\"ja\"", false)]
    [InlineData(FormFieldType.Choice, "\"a\"", true)]
    [InlineData(FormFieldType.Choice, "\"c\"", false)]
    [InlineData(FormFieldType.MultiChoice, "[\"a\",\"b\"]", true)]
    [InlineData(FormFieldType.MultiChoice, "[\"a\",1]", false)]
    [InlineData(FormFieldType.MultiChoice, "\"a\"", false)]
    [InlineData(FormFieldType.User, "\"cm-1\"", true)]
    [InlineData(FormFieldType.Service, "\"nav\"", true)]
    [InlineData(FormFieldType.File, "{}", false)]
    [InlineData(FormFieldType.PlanSections, "{\"goals\":\"Bo selv\",\"seen\":{\"goals\":\"0a\"}}", true)]
    [InlineData(FormFieldType.PlanSections, "{\"measures\":\"Kurs\"}", false)]
    [InlineData(FormFieldType.PlanSections, "{\"goals\":[\"Bo selv\"]}", false)]
    [InlineData(FormFieldType.PlanSections, "\"Bo selv\"", false)]
    public void Check_TypeOfValue_IsTakenOrRefused(FormFieldType type, string json, bool isTaken)
    {
        var form = Form(new FormField("x", type, Label, Choices: type is FormFieldType.Choice or FormFieldType.MultiChoice or FormFieldType.PlanSections ? [new("a", Label), new("b", Label)] : null));

        Assert.Equal(isTaken, FormValidation.Check(form, new JsonObject { ["x"] = JsonNode.Parse(json) }).Count == 0);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"  \"")]
    [InlineData("[]")]
    public void Check_RequiredButEmpty_NamesTheFieldInThreeLanguages(string json)
    {
        var error = Assert.Single(FormValidation.Check(Form(new FormField("x", FormFieldType.Text, Label, Required: true)), new JsonObject { ["x"] = JsonNode.Parse(json) }));

        Assert.Equal("x", error.Field);
        Assert.Equal(("Fyll ut «Navn på felt».", "Fyll ut «Namn på felt».", "Fill in “Field name”."), (error.Message.Nb, error.Message.Nn, error.Message.En));
    }

    [Theory]
    [InlineData("Avslås", 1)]
    [InlineData("Innvilges", 0)]
    [InlineData(null, 0)]
    public void Check_RequiredByTheOutcome_OnlyThen(string? outcome, int errors)
    {
        var form = Form(new FormField("reasons", FormFieldType.LongText, Label, RequiredWhen: new RequiredWhen("outcome", ["Avslås"])));

        Assert.Equal(errors, FormValidation.Check(form, [], outcome).Count);
    }

    [Fact]
    public void Check_RequiredByAnotherField_ReadsTextsListsAndYesNo()
    {
        var form = Form(
            new FormField("flag", FormFieldType.Boolean, Label),
            new FormField("why", FormFieldType.Text, Label, RequiredWhen: new RequiredWhen("flag", ["false"])));

        Assert.Single(FormValidation.Check(form, new JsonObject { ["flag"] = false }));
        Assert.Empty(FormValidation.Check(form, new JsonObject { ["flag"] = true }));
    }

    [Fact]
    public void Check_LimitsAndPatterns_EachTellHowToPutItRight()
    {
        var form = Form(
            new FormField("months", FormFieldType.Number, Label, Min: 1, Max: 12),
            new FormField("short", FormFieldType.Text, Label, Max: 3),
            new FormField("long", FormFieldType.Text, Label, Min: 3),
            new FormField("code", FormFieldType.Text, Label, Pattern: "[a-z]{2}"),
            new FormField("on", FormFieldType.Date, Label, MustNotBePast: true));
        var values = new JsonObject { ["months"] = 13, ["short"] = "abcd", ["long"] = "ab", ["code"] = "xyz", ["on"] = "2027-01-10", ["extra"] = 1 };

        var errors = FormValidation.Check(form, values, today: Given.Day("2027-01-11"));

        Assert.Equal(["months", "short", "long", "code", "on", "extra"], errors.Select(error => error.Field));
        Assert.Equal("«Navn på felt» må være mellom 1 og 12.", errors[0].Message.Nb);
        Assert.Equal("Kort ned «Navn på felt» til 3 tegn eller færre.", errors[1].Message.Nb);
        Assert.All(errors, error => Assert.DoesNotContain("abcd", error.Message.En));
    }

    [Fact]
    public void A_label_with_braces_does_not_disturb_the_sentence()
    {
        var odd = new LocalizedText("{0} {x}", "{0} {x}", "{0} {x}");

        Assert.Equal("Fyll ut «{0} {x}».", Assert.Single(FormValidation.Check(Form(new FormField("x", FormFieldType.Text, odd, Required: true)), [])).Message.Nb);
    }

    private static FormDefinition Form(params FormField[] fields) => new("test", Label, null, [], fields);
}
