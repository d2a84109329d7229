using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>What the contact and reservation register says about the person (P-33): it decides from the next letter on whether letters go digitally or on paper.</summary>
internal sealed class ReadContactData : ReportedEvent
{
    public override string Name => "contact-data-read";

    public override string DefaultReason => "Kontakt- og reservasjonsregisteret.";

    public override IReadOnlyList<string> ReportedBy => Staff;

    public override Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        report.Body.Date("confirmedOn", report.TodayDate);
        report.Details["isReserved"] = report.Body.Flag("isReserved") ?? false;
        return Task.CompletedTask;
    }

    public override async Task ApplyAsync(Work work, EventReport report, CancellationToken cancellationToken)
    {
        var person = await work.Db.Persons.AsTracking().FirstAsync(p => p.Id == report.Case.PersonId, cancellationToken);
        person.SetContactPreferences(report.Body.Flag("isReserved") ?? false, report.Body.Date("confirmedOn"), work.Operation);
    }
}
