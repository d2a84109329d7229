using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>What letter templates may fill in: the case, the person, the newest decision with its appeal deadline, the clocks, and what the step adds.</summary>
internal static class LetterData
{
    public static async Task<JsonObject> ReadAsync(
        ApplyScope scope, IpCase ipCase, Person person, Decision? decision, JsonObject details, CancellationToken cancellationToken)
    {
        var caseId = ipCase.Id;
        var rules = RuleBook.Embedded.For(scope.Work.Operation.Today);
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
            ["mainResponsibleService"] = ipCase.MainResponsibleService,
        };

        foreach (var (name, value) in details)
        {
            data[name] = value?.DeepClone();
        }

        return data;
    }

    private static DateOnly? Effective(List<Deadline> deadlines, string key) =>
        deadlines.Where(d => d.Key == key).OrderBy(d => d.StartedOn).LastOrDefault()?.EffectiveOn;

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
