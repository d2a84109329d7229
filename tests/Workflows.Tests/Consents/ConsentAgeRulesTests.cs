using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Consents;

public sealed class ConsentAgeRulesTests
{
    [Theory]
    [InlineData("SOC-28", 35, "Person", false)]
    [InlineData("SOC-28", 18, "Person", false)]
    [InlineData("SOC-28", 17, "Person Parent1 Parent2", true)]
    [InlineData("SOC-28", 16, "Person Parent1 Parent2", true)]
    [InlineData("SOC-28", 15, "Parent1 Parent2", true)]
    [InlineData("SOC-28", 6, "Parent1 Parent2", false)]
    [InlineData("HEALTH-MUN", 16, "Person", false)]
    [InlineData("HEALTH-MUN", 15, "Parent1 Parent2", true)]
    [InlineData("CHILD-WELFARE", 15, "Person Parent1 Parent2", true)]
    [InlineData("CHILD-WELFARE", 14, "Parent1 Parent2", true)]
    public void Who_consents_follows_age_and_track(string track, int age, string consenters, bool isHeard)
    {
        var required = ConsentAgeRules.Find(Given.Law, track, age, new ConsentSituation());

        Assert.Equal((consenters, isHeard), (Written(required), required.PersonIsHeard));
    }

    [Theory]
    [InlineData(40, true, true, false, "Guardian")]
    [InlineData(40, true, false, true, "LastingPowerOfAttorney")]
    [InlineData(40, true, false, false, "")]
    [InlineData(40, false, true, false, "Person")]
    public void A_guardian_does_not_take_the_right_to_decide_from_one_who_has_competence(
        int age, bool lacksCompetence, bool hasGuardian, bool hasPower, string consenters)
    {
        var situation = new ConsentSituation(0, false, lacksCompetence, hasGuardian, hasPower);

        Assert.Equal(consenters, Written(ConsentAgeRules.Find(Given.Law, "SOC-28", age, situation)));
    }

    [Fact]
    public void Child_welfare_consents_when_it_has_taken_over_care()
    {
        Assert.Equal("ChildWelfare", Written(ConsentAgeRules.Find(Given.Law, "HEALTH-MUN", 10, new ConsentSituation(CareTakenOver: true))));
    }

    [Fact]
    public void Another_age_is_another_line_of_data()
    {
        var rules = Given.Law.ConsentAges["social"].Select(rule => rule with
        {
            FromAge = rule.FromAge == 16 ? 15 : rule.FromAge,
            BelowAge = rule.BelowAge == 16 ? 15 : rule.BelowAge,
        }).ToArray();
        var local = Given.Law with { ConsentAges = new Dictionary<string, IReadOnlyList<Workflows.Deadlines.ConsentAgeRule>>(Given.Law.ConsentAges) { ["social"] = rules } };

        Assert.StartsWith("Person", Written(ConsentAgeRules.Find(local, "SOC-28", 15, new ConsentSituation())));
    }

    [Fact]
    public void Every_required_consenter_must_have_said_yes()
    {
        var required = ConsentAgeRules.Find(Given.Law, "SOC-28", 10, new ConsentSituation());
        var first = Give(1);
        var second = Give(2);
        var now = Given.On("2027-02-03").Now;

        Assert.False(ConsentAgeRules.IsGiven(required, [first], now));
        Assert.True(ConsentAgeRules.IsGiven(required, [first, second], now));

        second.Withdraw(Given.On("2027-02-02"));
        Assert.False(ConsentAgeRules.IsGiven(required, [first, second], now));
    }

    private static ConsentRecord Give(int order) => ConsentRecord.Give(
        new ConsentId(Guid.Empty), Given.Case, ConsentType.Plan, new ConsentScope("plan", null, []), new Consenter(ConsenterKind.Parent, Order: order),
        ConsentChannel.Paper, null, null, Given.On("2027-02-01"));

    private static string Written(RequiredConsent required) => string.Join(' ', required.Consenters.Select(consenter =>
        consenter.Kind == ConsenterKind.Parent ? $"Parent{consenter.Order}" : consenter.Kind.ToString()));
}
