using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Tests.Deadlines;

public sealed class RuleBookTests
{
    [Fact]
    public void The_embedded_sets_are_the_law_in_force_and_the_law_to_come()
    {
        Assert.Equal([("no-2022", true), ("no-fvl2025", false)], RuleBook.Embedded.Sets.Select(set => (set.Key, set.IsActive)));
    }

    [Theory]
    [InlineData("2022-08-01")]
    [InlineData("2027-01-11")]
    [InlineData("2030-01-01")]
    [InlineData("2020-01-01")]
    public void For_AnyDate_SelectsTheActiveSet(string date)
    {
        Assert.Equal("no-2022", RuleBook.Embedded.For(DateOnly.Parse(date)).Key);
    }

    [Fact]
    public void Get_InactiveKey_FindsTheSetThatACaseHasPinned()
    {
        Assert.Equal(DigitalArrival.AlertSent, RuleBook.Embedded.Get("no-fvl2025").Arrival.Digital);
    }

    [Theory]
    [InlineData("SOC-28", DecisionForm.IndividualDecision, 3, "Statsforvalteren", ReviewStandard.OnlyManifestlyUnreasonable, DeadlineBasis.Statutory)]
    [InlineData("SOC-33", DecisionForm.IndividualDecision, 3, "Statsforvalteren", ReviewStandard.OnlyManifestlyUnreasonable, DeadlineBasis.Statutory)]
    [InlineData("NAV-15", DecisionForm.IndividualDecision, 3, "Statsforvalteren", ReviewStandard.Full, DeadlineBasis.Statutory)]
    [InlineData("HEALTH-MUN", DecisionForm.WrittenAnswer, 4, "Statsforvalteren", ReviewStandard.WeightOnSelfGovernment, DeadlineBasis.LocalServicePromise)]
    [InlineData("COORD", DecisionForm.WrittenAnswer, 4, "Statsforvalteren", ReviewStandard.WeightOnSelfGovernment, DeadlineBasis.LocalServicePromise)]
    [InlineData("CHILD-COORD", DecisionForm.WrittenAnswer, 4, "Statsforvalteren", ReviewStandard.WeightOnSelfGovernment, DeadlineBasis.LocalServicePromise)]
    [InlineData("HEALTH-SPEC", DecisionForm.WrittenAnswer, 4, "Statsforvalteren", ReviewStandard.WeightOnSelfGovernment, DeadlineBasis.LocalServicePromise)]
    [InlineData("MENTAL", DecisionForm.WrittenAnswer, 4, "Statsforvalteren", ReviewStandard.WeightOnSelfGovernment, DeadlineBasis.LocalServicePromise)]
    [InlineData("CHILD-WELFARE", DecisionForm.AppealableDecision, 3, "Statsforvalteren", ReviewStandard.WeightOnSelfGovernment, DeadlineBasis.Statutory)]
    [InlineData("INTEGRATION", DecisionForm.IndividualDecision, 3, "Statsforvalteren", ReviewStandard.OnlyManifestlyUnreasonable, DeadlineBasis.Statutory)]
    [InlineData("ACTIVITY", DecisionForm.IndividualDecision, 3, "NavKlageinstans", ReviewStandard.Full, DeadlineBasis.Statutory)]
    public void Each_track_has_the_procedure_of_the_legal_basis_table(
        string key, DecisionForm form, int appealWeeks, string body, ReviewStandard review, DeadlineBasis preliminaryReply)
    {
        var set = RuleBook.Embedded.For(new DateOnly(2027, 1, 11));
        var track = set.Track(key);

        Assert.Equal(form, track.DecisionForm);
        Assert.Equal((appealWeeks, PeriodUnit.Week), (set.AppealDeadline(key).Amount, set.AppealDeadline(key).Unit));
        Assert.Equal(body, track.AppealBody);
        Assert.Equal(review, track.ReviewStandard);
        Assert.Equal(preliminaryReply, set.BasisOf(DeadlineKeys.PreliminaryReply, key));
    }

    [Fact]
    public void The_content_points_are_a_to_j_with_four_hard_requirements()
    {
        var points = RuleBook.Embedded.Get("no-2022").ContentPoints;

        Assert.Equal("abcdefghij", string.Concat(points.Select(point => point.Letter)));
        Assert.Equal("bchi", string.Concat(points.Where(point => point.IsHardRequirement).Select(point => point.Letter)));
    }

    [Fact]
    public void Read_NotJson_TellsWhere()
    {
        var e = Assert.Throws<RuleSetException>(() => RuleSetReader.Read("{ \"key\": 1 }", "bad.json"));

        Assert.Equal("bad.json", e.RuleSet);
        Assert.Contains("$.key", Assert.Single(e.Problems));
    }

    [Fact]
    public void Read_EmptyObject_ListsEverySectionThatIsMissing()
    {
        var e = Assert.Throws<RuleSetException>(() => RuleSetReader.Read("{}", "empty.json"));

        Assert.Contains("tracks: is missing.", e.Problems);
        Assert.Contains("deadlines: is missing.", e.Problems);
    }

    [Theory]
    [InlineData("\"appealDeadline\": \"D-4\"", "\"appealDeadline\": \"D-99\"", "tracks.HEALTH-MUN.appealDeadline: there is no deadline D-99.")]
    [InlineData("\"appealBody\": \"NavKlageinstans\"", "\"appealBody\": \"Nobody\"", "tracks.ACTIVITY.appealBody: there is no body Nobody.")]
    [InlineData("\"maximumAmount\": 12", "\"maximumAmount\": 3", "deadlines.D-17.maximumAmount: is below the default of 6.")]
    [InlineData("\"fromAge\": 16", "\"fromAge\": 17", "consentAges.health: expected a rule from age 16, found 17; the ages must join without gap or overlap.")]
    public void Read_ContradictingRules_NamesThem(string good, string bad, string expected)
    {
        var e = Assert.Throws<RuleSetException>(() => RuleSetReader.Read(Embedded().Replace(good, bad), "changed.json"));

        Assert.Contains(expected, e.Problems);
    }

    [Fact]
    public void Two_active_sets_valid_on_one_day_are_refused()
    {
        var set = RuleBook.Embedded.Get("no-2022");

        Assert.Throws<RuleSetException>(() => new RuleBook([set, set with { Key = "other", ValidFrom = new DateOnly(2027, 1, 1) }]));
    }

    [Fact]
    public void A_later_set_takes_over_where_the_earlier_ends()
    {
        var old = RuleBook.Embedded.Get("no-2022");
        var book = new RuleBook([old with { ValidTo = new DateOnly(2027, 6, 30) }, RuleBook.Embedded.Get("no-fvl2025") with { IsActive = true }]);

        Assert.Equal("no-2022", book.For(new DateOnly(2027, 6, 30)).Key);
        Assert.Equal("no-fvl2025", book.For(new DateOnly(2027, 7, 1)).Key);
    }

    [Fact]
    public void Unknown_track_and_deadline_are_named()
    {
        var set = RuleBook.Embedded.Get("no-2022");

        Assert.Equal("SOC-99", Assert.Throws<UnknownRuleException>(() => set.Track("SOC-99")).Key);
        Assert.Equal("D-99", Assert.Throws<UnknownRuleException>(() => set.Deadline("D-99")).Key);
    }

    private static string Embedded()
    {
        using var reader = new StreamReader(typeof(RuleBook).Assembly.GetManifestResourceStream("IndividualPlan.Workflows.Deadlines.RuleSets.no-2022.json")!);
        return reader.ReadToEnd();
    }
}
