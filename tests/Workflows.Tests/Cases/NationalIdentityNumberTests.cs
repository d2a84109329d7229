using IndividualPlan.Workflows.Cases;
using static IndividualPlan.Workflows.Cases.NationalIdentityNumberProblem;

namespace IndividualPlan.Workflows.Tests.Cases;

public sealed class NationalIdentityNumberTests
{
    [Theory]
    [InlineData("14838949844", NationalIdentityNumberKind.SyntheticTenor)]
    [InlineData("02899649578", NationalIdentityNumberKind.SyntheticTenor)]
    [InlineData("23869349879", NationalIdentityNumberKind.SyntheticTenor)]
    [InlineData("11917849937", NationalIdentityNumberKind.SyntheticTenor)]
    [InlineData("05850099903", NationalIdentityNumberKind.SyntheticTenor)]
    [InlineData("30818549896", NationalIdentityNumberKind.SyntheticTenor)]
    [InlineData("17887149917", NationalIdentityNumberKind.SyntheticTenor)]
    [InlineData("28820299843", NationalIdentityNumberKind.SyntheticTenor)]
    [InlineData("09841199909", NationalIdentityNumberKind.SyntheticTenor)]
    [InlineData("21921099824", NationalIdentityNumberKind.SyntheticTenor)]
    [InlineData("19906449938", NationalIdentityNumberKind.SyntheticTenor)]
    [InlineData("07879049800", NationalIdentityNumberKind.SyntheticTenor)]
    [InlineData("52839149921", NationalIdentityNumberKind.SyntheticTenorDNumber)]
    [InlineData("12439149955", NationalIdentityNumberKind.SyntheticDolly)]
    public void Synthetic_numbers_are_taken_in_test_and_refused_in_production(string text, NationalIdentityNumberKind kind)
    {
        Assert.True(NationalIdentityNumber.TryParse(text, syntheticAllowed: true, out var number, out _));
        Assert.Equal(kind, number.Kind);
        Assert.True(number.PassesRuleUntil2031);

        Assert.False(NationalIdentityNumber.TryParse(text, syntheticAllowed: false, out _, out var problem));
        Assert.Equal(SyntheticInProduction, problem);
    }

    [Theory]
    [InlineData("02013299997", true)]
    [InlineData("30108299920", true)]
    [InlineData("30108299939", false)]
    public void The_published_examples_pass_the_rule_from_2032_and_are_refused_in_test(string text, bool passesOldRule)
    {
        Assert.True(NationalIdentityNumber.TryParse(text, syntheticAllowed: false, out var number, out _));
        Assert.Equal(passesOldRule, number.PassesRuleUntil2031);

        Assert.False(NationalIdentityNumber.TryParse(text, syntheticAllowed: true, out _, out var problem));
        Assert.Equal(RealInTest, problem);
    }

    [Theory]
    [InlineData(null, NotElevenDigits)]
    [InlineData("", NotElevenDigits)]
    [InlineData("1483894984", NotElevenDigits)]
    [InlineData("148389498444", NotElevenDigits)]
    [InlineData("1483894984x", NotElevenDigits)]
    [InlineData("٠٢٨٩٩٦٤٩٥٧٨", NotElevenDigits)]
    [InlineData("00838949844", NoDate)]
    [InlineData("32838949844", NoDate)]
    [InlineData("14938949844", NoDate)]
    [InlineData("31828949844", NoDate)]
    [InlineData("14838949845", WrongCheckDigit)]
    [InlineData("14838949944", WrongCheckDigit)]
    public void TryParse_Unusable_TellsWhy(string? text, NationalIdentityNumberProblem expected)
    {
        Assert.False(NationalIdentityNumber.TryParse(text, syntheticAllowed: true, out var number, out var problem));
        Assert.Null(number);
        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Every_single_wrong_digit_among_the_last_is_found_by_the_second_check()
    {
        var wrong = Enumerable.Range(0, 10).Where(digit => digit != 4).Select(digit => $"1483894984{digit}");

        Assert.All(wrong, text => Assert.False(NationalIdentityNumber.TryParse(text, true, out _, out _)));
    }

    [Fact]
    public void TryParse_WithBlanks_ReadsTheDigits()
    {
        Assert.True(NationalIdentityNumber.TryParse(" 148389 49844 ", syntheticAllowed: true, out var number, out _));
        Assert.Equal("14838949844", number.Value);
    }

    [Fact]
    public void ToString_ShowsNoDigit()
    {
        Assert.True(NationalIdentityNumber.TryParse("14838949844", syntheticAllowed: true, out var number, out _));
        Assert.DoesNotContain($"{number}", char.IsDigit);
    }
}
