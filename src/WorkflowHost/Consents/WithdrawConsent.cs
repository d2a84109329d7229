using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Consents;

/// <summary>A consent is withdrawn (L-55): to the plan, or to sharing with one service. What it gated ends at once, whatever the drawings say; the flows hear of it in the same transaction.</summary>
internal sealed class WithdrawConsent : ReportedEvent
{
    public override string Name => "consent-withdrawn";

    public override string DefaultReason => "Samtykket er trukket tilbake.";

    public override async Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        var body = report.Body;
        if (body.Payload["type"] is null)
        {
            body.Set("type", body.Payload["consentType"]?.DeepClone() ?? body.Payload["kind"]?.DeepClone());
        }

        var named = body.Id("consentId");
        var recipient = body.Text("recipientService") ?? body.Text("service");
        var type = body.Choice<ConsentType>("type") ?? (named is null ? (recipient is null ? ConsentType.Plan : ConsentType.Sharing) : (ConsentType?)null);
        var given = await report.Db.Consents.Where(c => c.CaseId == report.Case.Id && c.State == ConsentState.Given).ToListAsync(cancellationToken);
        var fitting = given.Where(c => (named is null || c.Id.Value == named) && (type is null || c.Type == type) && (recipient is null || c.RecipientService == recipient)).ToList();
        if (type == ConsentType.Sharing && named is null && recipient is null && fitting.Count > 1)
        {
            body.Errors.Add("recipientService", Messages.Required);
            return;
        }

        if (fitting.Count == 0)
        {
            body.Errors.Add(named is not null ? "consentId" : recipient is not null ? "recipientService" : "type", new LocalizedText(
                "Det er ikke gitt noe slikt samtykke.", "Det er ikkje gjeve noko slikt samtykke.", "No such consent has been given."));
            return;
        }

        var consent = fitting[^1];
        body.Set("type", (JsonNode?)consent.Type.ToString());
        body.Set("consentId", (JsonNode?)consent.Id.ToString());
        body.Set("recipientService", (JsonNode?)consent.RecipientService);
        report.SubjectId = consent.Id.Value;
        report.Details["consentId"] = consent.Id.ToString();
        report.Details["type"] = consent.Type.ToString();
        report.Details["recipientService"] = consent.RecipientService;
    }

    public override async Task ApplyAsync(Work work, EventReport report, CancellationToken cancellationToken)
    {
        var consentId = new ConsentId(report.SubjectId!.Value);
        var consent = await work.Db.Consents.AsTracking().FirstAsync(c => c.Id == consentId, cancellationToken);
        await EndOfConsent.EnterAsync(work, consent, ConsentEnding.Withdrawn, cancellationToken);
    }
}
