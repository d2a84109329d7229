using System.Globalization;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>What nearly every command works on: the case of the flow, and the rules of the day.</summary>
internal static class ScopedCase
{
    public static async Task<IpCase> CaseAsync(this ApplyScope scope, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        return await scope.Work.Db.Cases.FirstOrDefaultAsync(c => c.Id == caseId, cancellationToken)
            ?? throw new InvalidOperationException($"The case {caseId} of the workflow does not exist.");
    }

    /// <summary>The rule set valid today: a step counts by the law of the day that starts it (domain §2.3).</summary>
    public static RuleSet RulesOfToday(this ApplyScope scope) => scope.Work.Law.For(scope.Work.Operation.Today);

    public static async Task<int> AgeAsync(this ApplyScope scope, PersonId personId, CancellationToken cancellationToken)
    {
        var person = await scope.Work.Db.Persons.FirstOrDefaultAsync(p => p.Id == personId, cancellationToken)
            ?? throw new InvalidOperationException("The person of the case does not exist.");
        return person.AgeOn(scope.Work.Operation.Today);
    }

    /// <summary>An id that a drawing gave as text; null for none.</summary>
    /// <exception cref="FormatException">The text is no id.</exception>
    public static Guid? IdOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id
        : throw new FormatException("The subject of the step is no id.");

    /// <summary>Does something for a reason of its own; the history of it goes with the operation at hand.</summary>
    public static void Because(this Operation operation, string reason, Action<Operation> act)
    {
        if (operation.Reason.Length > 0)
        {
            act(operation);
            return;
        }

        var own = new Operation(operation.Actor, reason, operation.Now);
        act(own);

        foreach (var recorded in own.Events)
        {
            operation.Record(recorded.CaseId, recorded.Event, recorded.Details);
        }
    }
}
