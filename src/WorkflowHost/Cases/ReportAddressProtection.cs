using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>
/// The register gives the person's address another grade of protection (P-19, scenario 22). It counts from the same minute: a strictly protected case is known to its case
/// manager alone, letters take the protected way, and nothing that is written from now on tells a place (P-20).
/// </summary>
internal sealed class ReportAddressProtection : ReportedEvent
{
    public override string Name => "address-protected";

    public override string DefaultReason => "Folkeregisteret.";

    public override IReadOnlyList<string> ReportedBy => [Roles.CaseManager, Roles.CoordinatingUnit, Roles.OfficeLeader];

    public override Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        report.Body.Choice<AddressProtection>("grade", isRequired: true);
        return Task.CompletedTask;
    }

    public override async Task ApplyAsync(Work work, EventReport report, CancellationToken cancellationToken)
    {
        var grade = report.Body.Choice<AddressProtection>("grade", isRequired: true)!.Value;
        var person = await work.Db.Persons.AsTracking().FirstAsync(p => p.Id == report.Case.PersonId, cancellationToken);
        person.Protect(grade, work.Operation);
        report.Body.Set("isStrict", grade >= AddressProtection.StrictlyConfidential);

        // Someone must be able to see it: whoever knows of the protection takes a case that nobody has.
        var found = await work.Db.Cases.AsTracking().FirstAsync(c => c.Id == report.Case.Id, cancellationToken);
        if (grade >= AddressProtection.StrictlyConfidential && found.CaseManagerId is null)
        {
            found.AssignCaseManager(work.Operation.Actor.UserId, work.Operation);
        }
    }
}
