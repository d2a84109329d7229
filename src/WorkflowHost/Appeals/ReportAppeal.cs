using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Appeals;

/// <summary>An appeal has come in (L-92, L-93). Nothing about its form stops it here: what is lacking is found and answered in the formal check.</summary>
internal sealed class ReportAppeal : ReportedEvent
{
    private static readonly string[] Letters = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

    public override string Name => "appeal-received";

    public override string DefaultReason => "Registrerte en mottatt klage.";

    public override async Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        var body = report.Body;
        var received = body.Instant("receivedAt", report.Now);
        var receivedOn = body.Date("receivedOn", report.TodayDate);
        var receivedAt = received ?? (receivedOn is { } on && on != report.TodayDate ? Workflows.Deadlines.NorwegianTime.At(on, new TimeOnly(12, 0)) : report.Now);
        var postmarkedOn = body.Date("postmarkedOn", report.TodayDate) ?? body.Date("postmarkOn", report.TodayDate);
        var channel = body.Choice<RequestChannel>("channel") ?? RequestChannel.Digital;
        var points = body.Texts("points") is { Count: > 0 } given ? given : body.Texts("pointsAttacked");
        if (points.Any(point => !Letters.Contains(point)))
        {
            body.Errors.Add("points", Messages.Format(Messages.OneOf, string.Join(", ", Letters)));
        }

        body.Text("grounds");
        body.Text("wantedChange");
        var isSigned = body.Flag("isSigned") ?? channel == RequestChannel.Digital;
        var appellant = ReadAppellant(body);
        var (decision, type) = await ReadSubjectAsync(report, points, cancellationToken);

        var appealId = report.Ids.NewAppealId();
        body.Set("appealId", appealId.ToString());
        body.Set("type", type.ToString());
        body.Set("decisionId", (JsonNode?)decision?.Id.ToString());
        body.Set("receivedAt", receivedAt.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        body.Set("receivedOn", Workflows.Deadlines.NorwegianTime.DateOf(receivedAt));
        body.Set("postmarkedOn", postmarkedOn);
        body.Set("channel", channel.ToString());
        body.Set("appellant", appellant.ToString());
        body.Set("isSigned", isSigned);
        body.Set("points", new JsonArray([.. points.Select(point => JsonValue.Create(point))]));
        report.SubjectId = appealId.Value;
        report.Details["appealId"] = appealId.ToString();
        report.Details["type"] = type.ToString();
        report.Details["decisionId"] = decision?.Id.ToString();
        report.Details["receivedOn"] = (string?)body.Payload["receivedOn"];
        report.Details["channel"] = channel.ToString();
    }

    private static RequesterRole ReadAppellant(CaseEventBody body)
    {
        if (body.Payload["appellant"] is JsonObject named)
        {
            body.Set("appellantName", named["name"]?.DeepClone());
            body.Set("appellant", named["role"]?.DeepClone());
        }

        return body.Choice<RequesterRole>("appellant") ?? RequesterRole.Person;
    }

    /// <summary>Which decision is appealed: the one named, or the latest that the person was told of. An appeal over content is about the plan and needs none (L-102).</summary>
    private static async Task<(Decision? Decision, AppealType Type)> ReadSubjectAsync(EventReport report, IReadOnlyList<string> points, CancellationToken cancellationToken)
    {
        var body = report.Body;
        var named = body.Id("decisionId");
        var type = ReadType(body);
        var decisions = await report.Db.Decisions.Where(d => d.CaseId == report.Case.Id).OrderByDescending(d => d.Id).ToListAsync(cancellationToken);
        if (named is { } id)
        {
            var decision = decisions.FirstOrDefault(d => d.Id.Value == id);
            if (decision is null)
            {
                body.Errors.Add("decisionId", new LocalizedText("Saken har ikke noe slikt vedtak.", "Saka har ikkje noko slikt vedtak.", "The case has no such decision."));
            }

            return (decision, type ?? TypeOf(decision));
        }

        if (type == AppealType.Content || (type is null && points.Count > 0))
        {
            await AttachVersionAsync(report, cancellationToken);
            return (null, AppealType.Content);
        }

        if (type == AppealType.Coordinator)
        {
            // A complaint that nobody coordinates attacks no decision on the right to a plan (L-62).
            return (decisions.FirstOrDefault(d => d.Subject == DecisionSubject.Coordinator), AppealType.Coordinator);
        }

        var latest = decisions.FirstOrDefault(d => d.State == DecisionState.Notified) ?? decisions.FirstOrDefault(d => d.IsMade);
        return (latest, type ?? TypeOf(latest));
    }

    private static async Task AttachVersionAsync(EventReport report, CancellationToken cancellationToken)
    {
        var version = await report.Db.PlanVersions.Where(v => v.CaseId == report.Case.Id).OrderByDescending(v => v.Number).Select(v => (PlanVersionId?)v.Id).FirstOrDefaultAsync(cancellationToken);
        report.Body.Set("planVersionId", (JsonNode?)version?.ToString());
        report.Details["planVersionId"] = version?.ToString();
    }

    private static AppealType TypeOf(Decision? decision) => decision?.Subject switch
    {
        DecisionSubject.Coordinator => AppealType.Coordinator,
        DecisionSubject.AppealDismissal => AppealType.Dismissal,
        _ => AppealType.EntitlementRefusal,
    };

    /// <summary>The words that letters use are taken beside the codes.</summary>
    private static AppealType? ReadType(CaseEventBody body)
    {
        if (body.Payload["type"] is JsonValue value && value.TryGetValue<string>(out var text) && (text is "Decision" or "NoDecision"))
        {
            body.Payload.Remove("type");
        }

        return body.Choice<AppealType>("type");
    }
}
