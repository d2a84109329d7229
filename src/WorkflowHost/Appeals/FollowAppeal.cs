using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Appeals;

/// <summary>The appellant has put defects right (D-8); the appeal counts from its first day all the same (scenario 27).</summary>
internal sealed class CorrectAppeal : ReportedEvent
{
    public override string Name => "appeal-corrected";

    public override string DefaultReason => "Registrerte en rettet klage.";

    public override async Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        await AppealOfReport.FindAsync(report, cancellationToken);
        var receivedOn = report.Body.Date("receivedOn", report.TodayDate) ?? report.TodayDate;
        report.Body.Flag("isSigned");
        report.Body.Id("decisionId");
        report.Body.Set("receivedOn", receivedOn);
        report.Details["receivedOn"] = (string?)report.Body.Payload["receivedOn"];
    }
}

/// <summary>The appellant withdraws the appeal.</summary>
internal sealed class WithdrawAppeal : ReportedEvent
{
    public override string Name => "appeal-withdrawn";

    public override string DefaultReason => "Registrerte at klagen er trukket.";

    public override Task CheckAsync(EventReport report, CancellationToken cancellationToken) => AppealOfReport.FindAsync(report, cancellationToken);
}

internal static class AppealOfReport
{
    /// <summary>Finds the appeal that is meant: the one named, or the only open one. The event carries its id to the flow.</summary>
    public static async Task FindAsync(EventReport report, CancellationToken cancellationToken)
    {
        var named = report.Body.Id("appealId");
        var appeals = (await report.Db.Appeals.Where(a => a.CaseId == report.Case.Id).OrderByDescending(a => a.Id).ToListAsync(cancellationToken))
            .Where(a => a.IsOpen && (named is null || a.Id.Value == named)).ToList();
        if (appeals.Count != 1)
        {
            report.Body.Errors.Add("appealId", appeals.Count == 0
                ? new LocalizedText("Saken har ingen slik klage under behandling.", "Saka har inga slik klage under handsaming.", "The case has no such open appeal.")
                : new LocalizedText("Saken har flere klager. Oppgi hvilken.", "Saka har fleire klager. Oppgje kva for ei.", "The case has several appeals. Say which."));
            return;
        }

        Appeal appeal = appeals[0];
        report.Body.Set("appealId", (JsonNode?)appeal.Id.ToString());
        report.Details["appealId"] = appeal.Id.ToString();
        report.SubjectId = appeal.Id.Value;
    }
}
