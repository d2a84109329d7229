using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Consents;

public sealed class ConsentRecordTests
{
    public static TheoryData<ConsentState, ConsentOperation> Cells => Walk.Of<ConsentState, ConsentOperation>();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_step_follows_the_table(ConsentState from, ConsentOperation step)
    {
        // Lapsing is asked of every consent every night, so it does nothing where there is nothing to lapse; told apart below.
        if (step == ConsentOperation.Lapse)
        {
            return;
        }

        Walk.Step(ConsentTransitions.Table, Ask(), from, step, (consent, operation) =>
        {
            var by = Given.On("2027-02-02");
            switch (operation)
            {
                case ConsentOperation.Give: consent.Give(ConsentChannel.Digital, null, null, by); break;
                case ConsentOperation.Refuse: consent.Refuse(ConsentChannel.Oral, null, by); break;
                case ConsentOperation.Replace: consent.Replace(by); break;
                default: consent.Withdraw(by); break;
            }
        });
    }

    [Fact]
    public void The_table_is_as_written() => Walk.Matrix(ConsentTransitions.Table, """
        Asked: Give>Given Refuse>Refused
        Given: Give= Withdraw>Withdrawn Lapse>Lapsed Replace>Replaced
        Refused: Refuse=
        Withdrawn: Withdraw=
        Lapsed: Lapse=
        Replaced: Replace=
        """);

    [Fact]
    public void A_consent_is_in_force_to_the_end_of_its_last_day_whether_or_not_the_lapse_is_recorded()
    {
        var consent = Ask();
        consent.Give(ConsentChannel.Digital, Given.Day("2027-03-31"), null, Given.On("2027-02-02"));

        Assert.True(consent.IsInForceAt(DateTimeOffset.Parse("2027-03-31T21:59:59Z")));
        Assert.False(consent.IsInForceAt(DateTimeOffset.Parse("2027-03-31T22:00:00Z")));

        consent.LapseIfPast(Given.At(DateTimeOffset.Parse("2027-03-31T21:59:59Z")));
        Assert.Equal(ConsentState.Given, consent.State);

        consent.LapseIfPast(Given.At(DateTimeOffset.Parse("2027-04-02T04:00:00Z")));
        Assert.Equal((ConsentState.Lapsed, DateTimeOffset.Parse("2027-03-31T22:00:00Z")), (consent.State, consent.EndedAt));
    }

    [Fact]
    public void Withdrawal_takes_effect_at_once()
    {
        var consent = Ask();
        consent.Give(ConsentChannel.Digital, null, null, Given.On("2027-02-02"));
        var operation = Given.On("2027-11-15");

        consent.Withdraw(operation);
        consent.Withdraw(Given.On("2027-11-16"));

        Assert.False(consent.IsInForceAt(operation.Now));
        Assert.Equal(operation.Now, consent.EndedAt);
    }

    [Fact]
    public void A_sharing_consent_names_recipient_and_kinds_and_a_plan_consent_shares_nothing()
    {
        Assert.Throws<ArgumentException>(() => Ask(ConsentType.Sharing, new ConsentScope("x", null, ["goals"])));
        Assert.Throws<ArgumentException>(() => Ask(ConsentType.Sharing, new ConsentScope("x", "school", [])));
        Assert.Throws<ArgumentException>(() => Ask(ConsentType.Plan, new ConsentScope("x", "school", ["goals"])));
    }

    [Fact]
    public void A_consent_cannot_end_before_it_is_given()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ask().Give(ConsentChannel.Digital, Given.Day("2027-02-01"), null, Given.On("2027-02-02")));
    }

    private static ConsentRecord Ask(ConsentType type = ConsentType.Plan, ConsentScope? scope = null) => ConsentRecord.Ask(
        new ConsentId(Guid.Empty), Given.Case, type, scope ?? new ConsentScope("plan", null, []), new Consenter(ConsenterKind.Person), Given.On("2027-02-01"));
}
