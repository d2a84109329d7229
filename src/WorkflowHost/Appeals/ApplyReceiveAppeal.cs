using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Appeals;

/// <summary>Registers an appeal with the decision or plan version that it attacks, and whether it came in time. One that is registered already is left as it is.</summary>
internal sealed class ApplyReceiveAppeal : CommandApplier<ReceiveAppeal>
{
    protected override async Task ApplyAsync(ReceiveAppeal command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var caseId = scope.RequireCase();
        var result = command.Result;
        var given = result.Id("appealId");

        if (given is { } known)
        {
            var appealId = new AppealId(known);

            if (await work.Db.Set<Appeal>().AnyAsync(a => a.Id == appealId, cancellationToken))
            {
                return;
            }
        }

        var type = Type(result.Text("type"));
        var decisions = await work.Db.Set<Decision>().Where(d => d.CaseId == caseId && d.MadeOn != null).ToListAsync(cancellationToken);
        var named = result.Id("decisionId");
        var decision = named is { } id ? decisions.FirstOrDefault(d => d.Id.Value == id) : decisions.Where(d => MayAttack(type, d.Subject)).MaxBy(d => d.Id.Value);
        var version = type == AppealType.Content ? (await PlanOfCase.FindAsync(scope, cancellationToken))?.CurrentVersionId : null;
        var received = new AppealReceived(
            type,
            decision?.Id,
            version,
            result.Texts("points") is { Count: > 0 } points ? points : result.Texts("pointsAttacked"),
            result.Instant("receivedAt") ?? result.Instant("receivedOn") ?? work.Operation.Now,
            result.Date("postmarkedOn") ?? result.Date("postmarkOn"),
            result.Choice("channel", RequestChannel.Digital),
            result.Choice("appellant", RequesterRole.Person),
            result.Text("grounds"),
            result.Text("wantedChange"));
        var deadline = await DeadlineAsync(scope, caseId, type, decision, result.Date("knowledgeOn"), cancellationToken);
        var appeal = Appeal.Receive(given is { } taken ? new AppealId(taken) : work.Ids.NewAppealId(), caseId, received, deadline?.EffectiveOn, work.Operation);
        work.Db.Add(appeal);

        if (appeal.CameInTime == true)
        {
            deadline?.Meet(appeal.PostmarkOn ?? appeal.ReceivedOn, work.Operation);
        }
    }

    /// <summary>Whether an appeal that names no decision may be taken to attack one about this.</summary>
    private static bool MayAttack(AppealType type, DecisionSubject subject) => type switch
    {
        AppealType.Content => false,
        AppealType.Coordinator => subject == DecisionSubject.Coordinator,
        AppealType.Dismissal => subject == DecisionSubject.AppealDismissal,
        _ => true,
    };

    private static AppealType Type(string? text) => text switch
    {
        null or "Decision" or "NoDecision" => AppealType.EntitlementRefusal,
        _ when Enum.TryParse<AppealType>(text, ignoreCase: true, out var type) => type,
        _ => throw new FormatException($"The field type takes {string.Join(", ", Enum.GetNames<AppealType>())}."),
    };

    /// <summary>The last day: that of the decision's notice; for a complaint on content, counted from the day the person knew of it (D-4, L-102).</summary>
    private static async Task<Deadline?> DeadlineAsync(
        ApplyScope scope, CaseId caseId, AppealType type, Decision? decision, DateOnly? knowledgeOn, CancellationToken cancellationToken)
    {
        if (knowledgeOn is { } on)
        {
            var ipCase = await scope.CaseAsync(cancellationToken);
            var rules = scope.Work.Law.For(on);
            var computed = DeadlineCalendar.Compute(on, rules.AppealDeadline(ipCase.Track));
            return await Deadlines.CaseDeadlines.TrackAsync(scope, computed, rules.Key, "knowledge-gained", null, cancellationToken);
        }

        if (type == AppealType.Content || decision is null)
        {
            return null;
        }

        var subject = decision.Id.Value;
        return await scope.Work.Db.Deadlines
            .Where(d => d.CaseId == caseId && d.SubjectId == subject && (d.Key == DeadlineKeys.AppealAdministrative || d.Key == DeadlineKeys.AppealHealth))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
