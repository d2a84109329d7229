using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Invites services to take part; one that is there already is asked again when it had declined or left.</summary>
internal sealed class ApplyAddParticipants : CommandApplier<AddParticipants>
{
    protected override async Task ApplyAsync(AddParticipants command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var caseId = scope.RequireCase();
        var known = await work.Db.Set<PlanParticipant>().Where(p => p.CaseId == caseId).ToListAsync(cancellationToken);
        var rows = command.Result.Items("participants");

        foreach (var row in rows.Count > 0 ? rows : command.Result.Text("service") is null ? [] : [command.Result])
        {
            var service = row.Text("service") ?? throw new InvalidOperationException("A participant has no service.");
            var contact = row.Text("contactUserId");

            if (known.FirstOrDefault(p => p.Service == service) is { } participant)
            {
                if (participant.State is ParticipantState.Declined or ParticipantState.Removed)
                {
                    participant.InviteAgain(work.Operation);
                }

                participant.SetContact(contact ?? participant.ContactUserId, participant.SubstituteUserId, work.Operation);
                continue;
            }

            participant = PlanParticipant.Invite(
                work.Ids.NewParticipantId(),
                caseId,
                service,
                contact,
                row.Text("participantRole") ?? row.Text("role"),
                row.Text("isObliged") is null ? row.Text("obliged") is null || row.Flag("obliged") : row.Flag("isObliged"),
                work.Operation);
            work.Db.Add(participant);
            known.Add(participant);
        }
    }
}

/// <summary>Keeps a participant's answer. One whose access has ended meanwhile is left alone.</summary>
internal sealed class ApplyRecordParticipation : CommandApplier<RecordParticipation>
{
    protected override async Task ApplyAsync(RecordParticipation command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var id = new ParticipantId(Guid.Parse(command.ParticipantId));
        var participant = await scope.Work.Db.Set<PlanParticipant>().FirstOrDefaultAsync(p => p.Id == id, cancellationToken)
            ?? throw new InvalidOperationException("The participant does not exist.");

        if (participant.State == ParticipantState.Removed)
        {
            return;
        }

        if (command.IsConfirmed)
        {
            participant.Confirm(command.Result.Text("contribution"), scope.Work.Operation);
        }
        else
        {
            participant.Decline(command.Result.Text("declineReason"), scope.Work.Operation);
        }
    }
}

/// <summary>Makes the confirmed contributions the case's cooperation agreement, in place of an earlier one.</summary>
internal sealed class ApplyRecordAgreement : CommandApplier<RecordAgreement>
{
    protected override async Task ApplyAsync(RecordAgreement command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var caseId = scope.RequireCase();
        var confirmed = await work.Db.Set<PlanParticipant>().Where(p => p.CaseId == caseId && p.State == ParticipantState.Confirmed).ToListAsync(cancellationToken);

        if (confirmed.Count == 0)
        {
            return;
        }

        AgreementPart[] parts = [.. confirmed.Select(p => new AgreementPart(p.Id, p.Contribution ?? ""))];
        var agreements = await work.Db.Set<CooperationAgreement>().Where(a => a.CaseId == caseId).ToListAsync(cancellationToken);
        var current = agreements.Where(a => a.State is AgreementState.Proposed or AgreementState.InForce).MaxBy(a => a.Number);
        var agreement = current is null
            ? CooperationAgreement.Propose(work.Ids.NewAgreementId(), caseId, agreements.Count + 1, parts, null, work.Operation)
            : current.Replace(work.Ids.NewAgreementId(), parts, null, work.Operation);
        work.Db.Add(agreement);

        foreach (var participant in confirmed)
        {
            agreement.Confirm(participant.Id, work.Operation);
        }
    }
}
