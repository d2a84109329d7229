using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>What letter templates may fill in: the case, the person, the newest decision with its appeal deadline, the clocks, and what the step adds.</summary>
internal static class LetterData
{
    public static async Task<JsonObject> ReadAsync(
        ApplyScope scope, IpCase ipCase, Person person, Decision? decision, JsonObject details, CancellationToken cancellationToken)
    {
        var caseId = ipCase.Id;
        var rules = scope.RulesOfToday();
        var track = rules.Track(ipCase.Track);
        var deadlines = await scope.Work.Db.Deadlines.Where(d => d.CaseId == caseId).ToListAsync(cancellationToken);
        var receivedOn = await scope.Work.Db.Requests.Where(r => r.CaseId == caseId).OrderByDescending(r => r.ReceivedOn).Select(r => (DateOnly?)r.ReceivedOn).FirstOrDefaultAsync(cancellationToken);
        var data = new JsonObject
        {
            ["reference"] = ipCase.Reference,
            ["today"] = Iso(scope.Work.Operation.Today),
            ["name"] = $"{person.GivenName} {person.FamilyName}",
            ["receivedOn"] = Iso(receivedOn),
            ["preliminaryReplyOn"] = Iso(Effective(deadlines, DeadlineKeys.PreliminaryReply)),
            ["appealDeadlineOn"] = Iso(Effective(deadlines, track.AppealDeadline)),
            ["appealWeeks"] = rules.Deadline(track.AppealDeadline).Amount,
            ["appealBody"] = rules.Bodies.GetValueOrDefault(track.AppealBody)?.In(person.Language),
            ["decision"] = decision is null ? null : new JsonObject
            {
                ["outcome"] = decision.Outcome.ToString(),
                ["madeOn"] = Iso(decision.MadeOn),
                ["reasons"] = decision.Reasons,
            },
            ["caseManager"] = ipCase.CaseManagerId,
            ["mainResponsibleService"] = ipCase.MainResponsibleService is { } service ? RoleNames.Service(service).In(person.Language) : null,
        };

        await AddPlanAsync(data, scope, caseId, person.Language, cancellationToken);
        await AddAppealAsync(data, scope, caseId, deadlines, cancellationToken);

        foreach (var (name, value) in details)
        {
            data[name] = value?.DeepClone();
        }

        return data;
    }

    /// <summary>Coordinator and plan, as the letters about them tell.</summary>
    private static async Task AddPlanAsync(JsonObject data, ApplyScope scope, CaseId caseId, string language, CancellationToken cancellationToken)
    {
        var periods = await scope.Work.Db.Set<CoordinatorPeriod>().Where(p => p.CaseId == caseId && p.State == CoordinatorState.Appointed).ToListAsync(cancellationToken);
        var coordinator = periods.MaxBy(p => p.FromOn);
        data["service"] = coordinator is null ? null : RoleNames.Service(coordinator.Service).In(language);
        data["fromOn"] = Iso(coordinator?.FromOn);

        var plan = await scope.Work.Db.Set<Plan>().FirstOrDefaultAsync(p => p.CaseId == caseId && p.State != PlanState.Closed, cancellationToken);
        data["approvedOn"] = Iso(plan?.ApprovedOn);
        data["nextRevisionOn"] = Iso(plan?.NextRevisionOn);
    }

    /// <summary>The newest appeal, as the letters about it tell.</summary>
    private static async Task AddAppealAsync(JsonObject data, ApplyScope scope, CaseId caseId, List<Deadline> deadlines, CancellationToken cancellationToken)
    {
        var appeals = await scope.Work.Db.Set<Appeal>().Where(a => a.CaseId == caseId).ToListAsync(cancellationToken);

        if (appeals.MaxBy(a => a.ReceivedAt) is not { } appeal)
        {
            return;
        }

        data["appealReceivedOn"] = Iso(appeal.ReceivedOn);
        data["dueOn"] = Iso(appeal.CorrectionDueOn);
        data["decidedOn"] = Iso(appeal.AppealBodyDecidedOn);
        data["partly"] = appeal.Extent == AppealExtent.Partly;
        data["statement"] = appeal.ForwardingTexts?.Assessment;
        data["costsDeadlineOn"] = Iso(Effective(deadlines, DeadlineKeys.CaseCosts));
    }

    private static DateOnly? Effective(List<Deadline> deadlines, string key) =>
        deadlines.Where(d => d.Key == key).OrderBy(d => d.StartedOn).LastOrDefault()?.EffectiveOn;

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
