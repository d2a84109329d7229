using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Cases;

public sealed class CaseRequestTests
{
    [Theory]
    [InlineData(RequesterRole.Person, false, false, AuthorizationState.NotNeeded, LetterTemplateKey.Receipt)]
    [InlineData(RequesterRole.Relative, false, false, AuthorizationState.NotNeeded, LetterTemplateKey.ReceiptThirdParty)]
    [InlineData(RequesterRole.GeneralPractitioner, false, false, AuthorizationState.NotNeeded, LetterTemplateKey.ReceiptThirdParty)]
    [InlineData(RequesterRole.Representative, true, false, AuthorizationState.Shown, LetterTemplateKey.Receipt)]
    [InlineData(RequesterRole.Representative, false, false, AuthorizationState.Missing, LetterTemplateKey.ReceiptThirdParty)]
    [InlineData(RequesterRole.Representative, true, true, AuthorizationState.Rejected, LetterTemplateKey.ReceiptThirdParty)]
    public void Authorization_and_receipt_follow_from_who_asks(RequesterRole role, bool isShown, bool sameField, AuthorizationState expected, string receipt)
    {
        var request = Receive(new Requester(role, "NABO", null, sameField), isShown ? "alt om planen" : null);

        Assert.Equal(expected, request.Authorization);
        Assert.Equal(receipt, LetterRecipients.ReceiptTemplateFor(request));
    }

    [Fact]
    public void A_request_at_2330_in_Norway_is_received_that_day()
    {
        Assert.Equal(Given.Day("2027-01-29"), Receive(new Requester(RequesterRole.Person), null).ReceivedOn);
    }

    [Fact]
    public void The_person_who_confirms_takes_over_the_request()
    {
        var request = Receive(new Requester(RequesterRole.Representative, "NABO"), null);
        var operation = Given.On("2027-02-05");

        request.ConfirmByPerson(operation);
        request.ConfirmByPerson(operation);

        Assert.Equal(AuthorizationState.ConfirmedByPerson, request.Authorization);
        Assert.Equal(["request-confirmed-by-person"], operation.Names());
    }

    [Fact]
    public void A_further_request_joins_and_says_so()
    {
        var operation = Given.On("2027-04-08");
        CaseRequest.Receive(
            new RequestId(Guid.Empty), Given.Case, operation.Now, RequestChannel.Digital, new Requester(RequesterRole.GeneralPractitioner), null, [], null, joined: true, operation);

        Assert.Equal(["request-joined"], operation.Names());
        Assert.DoesNotContain("NABO", operation.Details("request-joined").ToJsonString());
    }

    [Theory]
    [InlineData("N03", true)]
    [InlineData("n09", true)]
    [InlineData("N24PlanExistsElsewhere", true)]
    [InlineData("N27", false)]
    [InlineData("N0", false)]
    [InlineData(null, false)]
    public void TryParseCode_ReadsShortAndFullCodes(string? text, bool expected)
    {
        Assert.Equal(expected, NoPlanReason.TryParseCode(text, out _));
    }

    [Fact]
    public void A_reason_for_no_plan_is_ended_with_its_date_and_never_twice()
    {
        var reason = NoPlanReason.Record(new NoPlanReasonId(Guid.Empty), Given.Case, NoPlanReasonCode.N09NotEntitledSingleService, true, null, Given.On("2027-03-01"));

        reason.End(Given.On("2027-06-21"));
        reason.End(Given.On("2027-06-22"));

        Assert.Equal((Given.Day("2027-03-01"), Given.Day("2027-06-21")), (reason.FromOn, reason.EndedOn));
    }

    private static CaseRequest Receive(Requester requester, string? scope) => CaseRequest.Receive(
        new RequestId(Guid.Empty), Given.Case, DateTimeOffset.Parse("2027-01-29T22:30:00Z"), RequestChannel.Paper, requester, scope, ["nav"], null, false, Given.On("2027-01-30"));
}
