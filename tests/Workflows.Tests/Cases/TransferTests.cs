using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Cases;

public sealed class TransferTests
{
    public static TheoryData<TransferState, TransferOperation> Cells => Walk.Of<TransferState, TransferOperation>();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_step_follows_the_table(TransferState from, TransferOperation step) =>
        Walk.Step(TransferTransitions.Table, Begin(), from, step, (transfer, operation) =>
        {
            var by = Given.On("2027-06-01");
            switch (operation)
            {
                case TransferOperation.Consent: transfer.GiveConsent("Havnes", by); break;
                case TransferOperation.RefuseConsent: transfer.RefuseConsent(by); break;
                case TransferOperation.Send: transfer.Send(by); break;
                case TransferOperation.Acknowledge: transfer.Acknowledge(by.Today, null, by); break;
                default: transfer.Cancel(by); break;
            }
        });

    [Fact]
    public void The_table_is_as_written() => Walk.Matrix(TransferTransitions.Table, """
        AwaitingConsent: Consent>Prepared RefuseConsent>ConsentRefused Cancel>Cancelled
        ConsentRefused: RefuseConsent=
        Prepared: Consent= Send>Sent Cancel>Cancelled
        Sent: Send= Acknowledge>Acknowledged Cancel>Cancelled
        Acknowledged: Acknowledge=
        Cancelled: Cancel=
        """);

    [Fact]
    public void Nothing_is_sent_without_consent_and_the_receiver_is_not_in_history()
    {
        var operation = Given.On("2027-06-01");
        var transfer = Transfer.Begin(new TransferId(Guid.Empty), Given.Case, "Havnes", Given.Day("2027-06-01"), operation);

        Assert.Throws<TransferTransitionException>(() => transfer.Send(operation));
        Assert.All(operation.Events, e => Assert.DoesNotContain("Havnes", e.Details.ToJsonString()));
    }

    private static Transfer Begin() => Transfer.Begin(new TransferId(Guid.Empty), Given.Case, null, null, Given.On("2027-05-20"));
}
