using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Someone in the plan asks for a revision before its time (L-88).</summary>
internal sealed class RequestRevision : ReportedEvent
{
    public override string Name => "revision-requested";

    public override string DefaultReason => "Ba om revisjon av planen.";

    public override IReadOnlyList<string> ReportedBy => [.. StaffAndPerson, Roles.Participant];

    public override Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        report.Body.Text("trigger", max: TextLimits.Code);
        report.Body.Text("reason", max: TextLimits.Text);
        report.Body.Payload.Remove("by");
        return Task.CompletedTask;
    }
}
