using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Takes the transfer of the case one step on. Sending presumes the person's consent, which the drawing has asked for.</summary>
internal sealed class ApplyKeepTransfer : CommandApplier<KeepTransfer>
{
    protected override async Task ApplyAsync(KeepTransfer command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var operation = scope.Work.Operation;
        var transfer = await FindOrBeginAsync(command.Result, scope, cancellationToken);
        var receiver = command.Result.Text("receivingMunicipality") ?? command.Result.Text("receiver") ?? transfer.Receiver;

        switch (command.Stage)
        {
            case TransferStage.Consent:
                transfer.GiveConsent(receiver ?? throw new InvalidOperationException("The transfer names no receiver."), operation);
                break;

            case TransferStage.Send:
                if (transfer.State == TransferState.AwaitingConsent)
                {
                    transfer.GiveConsent(receiver ?? throw new InvalidOperationException("The transfer names no receiver."), operation);
                }

                transfer.Send(operation);
                break;

            case TransferStage.Acknowledge:
                transfer.Acknowledge(command.Result.Date("acknowledgedOn") ?? operation.Today, command.Result.Text("receivingContact"), operation);
                break;

            case TransferStage.Refuse:
                transfer.RefuseConsent(operation);
                break;
        }
    }

    private static async Task<Transfer> FindOrBeginAsync(TaskResult result, ApplyScope scope, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        var transfers = await scope.Work.Db.Set<Transfer>().Where(t => t.CaseId == caseId).ToListAsync(cancellationToken);
        var open = transfers.Where(t => t.State is TransferState.AwaitingConsent or TransferState.Prepared or TransferState.Sent).MaxBy(t => t.Id.Value);

        if (open is null)
        {
            open = Transfer.Begin(
                scope.Work.Ids.NewTransferId(), caseId, result.Text("receivingMunicipality") ?? result.Text("receiver"), result.Date("movesOn"), scope.Work.Operation);
            scope.Work.Db.Add(open);
        }

        return open;
    }
}
