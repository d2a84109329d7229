using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Coordinators;

/// <summary>The coordinator leaves (scenario 12): the coordinating unit must have a successor in place before the last day.</summary>
internal sealed class ReportCoordinatorLeaving : ReportedEvent
{
    public override string Name => "coordinator-left";

    public override string DefaultReason => "Koordinatoren slutter.";

    public override IReadOnlyList<string> ReportedBy => Staff;

    public override async Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        var body = report.Body;
        var lastDay = body.Date("lastDayOn") ?? body.Date("endsOn") ?? report.TodayDate;
        var why = body.Choice<CoordinatorEndReason>("endReason") ?? CoordinatorEndReason.LeftJob;
        body.Text("handoverNote");
        var isNamed = await report.Db.CoordinatorPeriods.AnyAsync(
            p => p.CaseId == report.Case.Id && (p.State == CoordinatorState.Appointed || p.State == CoordinatorState.Ended) && (p.ToOn == null || p.ToOn >= report.TodayDate), cancellationToken);
        if (!isNamed)
        {
            body.Errors.Add("lastDayOn", new LocalizedText("Saken har ingen koordinator.", "Saka har ingen koordinator.", "The case has no coordinator."));
        }

        body.Set("lastDayOn", lastDay);
        body.Set("endReason", (JsonNode?)why.ToString());
        report.Details["lastDayOn"] = (string?)body.Payload["lastDayOn"];
        report.Details["endReason"] = why.ToString();
    }
}

/// <summary>The person wants another coordinator (L-66, scenario 13); the wish is kept in the person's own words.</summary>
internal sealed class AskForAnotherCoordinator : ReportedEvent
{
    public override string Name => "coordinator-change-requested";

    public override string DefaultReason => "Personen ønsker en annen koordinator.";

    public override Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        report.Body.Text("wish", max: TextLimits.Text);
        return Task.CompletedTask;
    }
}

/// <summary>The person wants a coordinator, with or without a plan (L-61).</summary>
internal sealed class AskForCoordinator : ReportedEvent
{
    public override string Name => "coordinator-requested";

    public override string DefaultReason => "Personen ønsker koordinator.";

    public override Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        report.Body.Text("wish", max: TextLimits.Text);
        return Task.CompletedTask;
    }
}
