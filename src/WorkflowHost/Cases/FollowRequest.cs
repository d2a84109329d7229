using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>The person withdraws the request. That is no refusal, and the person may come back (L-44).</summary>
internal sealed class WithdrawRequest : ReportedEvent
{
    public override string Name => "request-withdrawn";

    public override string DefaultReason => "Personen har trukket henvendelsen.";

    public override Task CheckAsync(EventReport report, CancellationToken cancellationToken) => Requests.FindAsync(report, cancellationToken);
}

/// <summary>The person makes a request that someone else sent the own one; the helper gets nothing more (L-25, scenario 8).</summary>
internal sealed class ConfirmRequest : ReportedEvent
{
    public override string Name => "request-confirmed";

    public override string DefaultReason => "Personen bekreftet henvendelsen.";

    public override Task CheckAsync(EventReport report, CancellationToken cancellationToken) => Requests.FindAsync(report, cancellationToken);

    public override async Task ApplyAsync(Work work, EventReport report, CancellationToken cancellationToken)
    {
        var id = new RequestId(report.SubjectId!.Value);
        var request = await work.Db.Requests.AsTracking().FirstAsync(r => r.Id == id, cancellationToken);
        request.ConfirmByPerson(work.Operation);
    }
}

internal static class Requests
{
    /// <summary>Finds the request that is meant: the one named, or the latest.</summary>
    public static async Task FindAsync(EventReport report, CancellationToken cancellationToken)
    {
        var named = report.Body.Id("requestId");
        var requests = await report.Db.Requests.Where(r => r.CaseId == report.Case.Id).OrderByDescending(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        var fitting = requests.Where(id => named is null || id.Value == named).ToList();
        if (fitting.Count == 0)
        {
            report.Body.Errors.Add("requestId", new LocalizedText("Saken har ingen slik henvendelse.", "Saka har ingen slik førespurnad.", "The case has no such request."));
            return;
        }

        report.SubjectId = fitting[0].Value;
        report.Body.Text("note", max: TextLimits.Text);
        report.Body.Set("requestId", (JsonNode?)fitting[0].ToString());
        report.Details["requestId"] = fitting[0].ToString();
    }
}
