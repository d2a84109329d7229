using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Decisions;

/// <summary>Takes a decision one step on. Notice starts the person's time limits and meets the one-month clock (D-1, D-3, D-4, D-6).</summary>
internal sealed class ApplyAdvanceDecision : CommandApplier<AdvanceDecision>
{
    protected override Task ApplyAsync(AdvanceDecision command, ApplyScope scope, CancellationToken cancellationToken) => command.Stage switch
    {
        DecisionStage.Draft => DraftAsync(command, scope, cancellationToken),
        DecisionStage.Return => ReturnAsync(command, scope, cancellationToken),
        DecisionStage.Make => MakeAsync(command, scope, cancellationToken),
        _ => NotifyAsync(command, scope, cancellationToken),
    };

    private static async Task DraftAsync(AdvanceDecision command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var ipCase = await scope.CaseAsync(cancellationToken);
        var rules = scope.RulesOfToday();
        var outcome = command.Outcome ?? throw new InvalidOperationException("The draft has no outcome.");
        var reasons = Reasons(command.Result);
        var decisions = await OfCaseAsync(command, scope, cancellationToken);
        var decision = decisions.Where(d => d.State == DecisionState.Draft).MaxBy(d => d.Id.Value);

        if (decision is null)
        {
            var follows = (await AllOfCaseAsync(scope, cancellationToken)).Where(d => d.IsMade).MaxBy(d => d.Id.Value)?.Id;
            decision = Decision.Draft(
                work.Ids.NewDecisionId(), ipCase.Id, command.About, outcome, reasons, ipCase.Track, rules, command.Result.CompletedBy ?? work.Operation.Actor.UserId, work.Operation, follows);
            work.Db.Add(decision);
        }
        else
        {
            decision.Redraft(outcome, reasons, rules, work.Operation);
        }

        if (decision.RequiresApproval)
        {
            decision.Submit(rules, work.Operation);
        }

        SetBasis(ipCase, command, outcome, scope);
    }

    /// <summary>Reasons tell what weighed most, the facts and the rules (L-42); whoever writes them apart gets them joined.</summary>
    private static string? Reasons(TaskResult result)
    {
        var parts = new[] { result.Text("reasons") ?? result.Text("assessment"), result.Text("facts"), result.Text("rules") }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join("\n\n", parts);
    }

    private static async Task ReturnAsync(AdvanceDecision command, ApplyScope scope, CancellationToken cancellationToken) =>
        (await NewestAsync(command, scope, d => d.State is DecisionState.AwaitingApproval or DecisionState.Draft, cancellationToken)).Return(scope.Work.Operation);

    private static async Task MakeAsync(AdvanceDecision command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var decision = await NewestAsync(command, scope, d => !d.IsMade && d.State != DecisionState.Discarded, cancellationToken);

        if (decision.State == DecisionState.AwaitingApproval)
        {
            decision.Approve(command.Result.CompletedBy ?? work.Operation.Actor.UserId, work.Operation);
        }
        else
        {
            decision.Make(scope.RulesOfToday(), work.Operation);
        }

        if (decision.Subject == DecisionSubject.Entitlement)
        {
            var ipCase = await scope.CaseAsync(cancellationToken);
            var state = decision.Outcome switch
            {
                DecisionOutcome.Granted => CaseState.Granted,
                DecisionOutcome.Refused => CaseState.Refused,
                DecisionOutcome.NotPursued => CaseState.NotPursued,
                _ => CaseState.Dismissed,
            };

            if (ipCase.State != state && CaseTransitions.Find(ipCase.State, state) is not null)
            {
                ipCase.MoveTo(state, work.Operation);
            }
        }
    }

    private static async Task NotifyAsync(AdvanceDecision command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var decision = await NewestAsync(command, scope, d => d.State is DecisionState.Made or DecisionState.Notified, cancellationToken);

        if (decision.State == DecisionState.Notified)
        {
            return;
        }

        var rules = RuleBook.Embedded.Get(decision.RuleSetKey);
        decision.Notify(await NoticeAsync(command.Result, rules, scope, cancellationToken), work.Operation);

        if (decision.AppealDeadline(rules) is { } appealDeadline)
        {
            await CaseDeadlines.TrackAsync(scope, appealDeadline, rules.Key, "notice-arrived", decision.Id.Value, cancellationToken);
            await CaseDeadlines.TrackAsync(scope, AppealRules.AbsoluteLimit(rules, decision.MadeOn!.Value), rules.Key, "decision-made", decision.Id.Value, cancellationToken);
        }

        if (decision.Subject == DecisionSubject.Entitlement)
        {
            await CaseDeadlines.SettleAsync(scope, DeadlineKeys.PreliminaryReply, null, DeadlineSettlement.Met, null, cancellationToken);
            await CaseDeadlines.SettleAsync(scope, DeadlineKeys.PromisedDecision, null, DeadlineSettlement.Met, null, cancellationToken);
        }
    }

    private static async Task<DecisionNotice> NoticeAsync(TaskResult result, RuleSet rules, ApplyScope scope, CancellationToken cancellationToken)
    {
        var today = scope.Work.Operation.Today;
        var sentOn = result.Date("sentOn") ?? today;
        var ipCase = await scope.CaseAsync(cancellationToken);
        var personId = ipCase.PersonId;
        var person = await scope.Work.Db.Persons.FirstAsync(p => p.Id == personId, cancellationToken);
        var channel = LetterRecipients.ChannelFor(person, result.Choice<LetterChannel>("channel"), rules.Arrival, today);
        var notice = DecisionNotice.Sent(rules.Arrival, channel, sentOn, result.Date("alertSentOn")) with { KnowledgeOn = result.Date("knowledgeOn") };

        return result.Date("arrivedOn") is { } arrivedOn ? notice with { ActualArrivalOn = arrivedOn, Evidence = result.Text("evidence") } : notice;
    }

    private static void SetBasis(IpCase ipCase, AdvanceDecision command, DecisionOutcome outcome, ApplyScope scope)
    {
        if (command.About == DecisionSubject.Entitlement && outcome == DecisionOutcome.Granted && ipCase.EntitlementBasis is null)
        {
            var isProgramme = scope.RulesOfToday().Track(ipCase.Track).EntitledWithoutNeedTest;
            ipCase.SetEntitlementBasis(isProgramme ? EntitlementBasis.QualificationProgramme : EntitlementBasis.NeedAssessed, scope.Work.Operation);
        }
    }

    private static async Task<Decision> NewestAsync(AdvanceDecision command, ApplyScope scope, Func<Decision, bool> isCandidate, CancellationToken cancellationToken) =>
        (await OfCaseAsync(command, scope, cancellationToken)).Where(isCandidate).MaxBy(d => d.Id.Value)
        ?? throw new InvalidOperationException($"The case has no decision about {command.About} that {command.Stage} can be done with.");

    private static async Task<List<Decision>> OfCaseAsync(AdvanceDecision command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var subject = ScopedCase.IdOf(command.DecisionId);
        return [.. (await AllOfCaseAsync(scope, cancellationToken)).Where(d => subject is { } id ? d.Id.Value == id : d.Subject == command.About)];
    }

    private static async Task<List<Decision>> AllOfCaseAsync(ApplyScope scope, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        return await scope.Work.Db.Set<Decision>().Where(d => d.CaseId == caseId).ToListAsync(cancellationToken);
    }
}
