using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Someone who works with the case calls to a meeting about the plan (L-82): the person, and the services that the person wants there.</summary>
internal sealed class CallMeeting : ReportedEvent
{
    private static readonly string[] TimesOfDay = ["HH:mm", "H:mm", "HH.mm", "H.mm"];

    public override string Name => "meeting-called";

    public override string DefaultReason => "Kalte inn til møte.";

    public override IReadOnlyList<string> ReportedBy => Staff;

    public override async Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        var body = report.Body;
        var meetingOn = body.Date("meetingOn", isRequired: true);
        if (meetingOn < report.TodayDate)
        {
            body.Errors.Add("meetingOn", new LocalizedText("Kan ikke være en dag som har vært.", "Kan ikkje vere ein dag som har vore.", "Cannot be a day that has been."));
        }

        body.Set("meetingOn", meetingOn);
        body.Set("meetingTime", TimeOfDay(body));
        body.Text("meetingPlace", max: TextLimits.Name);
        body.Text("meetingTopic", max: TextLimits.Text);
        report.Details["meetingOn"] = (string?)body.Payload["meetingOn"];

        // Only those who take part are called; one whose part is over meanwhile is not.
        var caseId = report.Case.Id;
        var taking = await report.Db.PlanParticipants.Where(p => p.CaseId == caseId && (p.State == ParticipantState.Invited || p.State == ParticipantState.Confirmed))
            .Select(p => p.Id).ToListAsync(cancellationToken);
        var called = body.Texts("participants");
        if (called.Any(id => !taking.Exists(p => p.ToString() == id)))
        {
            body.Errors.Add("participants", new LocalizedText("Velg blant dem som deltar i planen.", "Vel blant dei som deltek i planen.", "Choose among those who take part in the plan."));
        }

        body.Set("participants", new JsonArray([.. called.Distinct(StringComparer.Ordinal).Select(JsonNode (id) => JsonValue.Create(id))]));
    }

    /// <summary>The time as letters write it, 13.00; null when none is given or it cannot be read.</summary>
    private static string? TimeOfDay(CaseEventBody body)
    {
        if (body.Text("meetingTime") is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text.Trim(), TimesOfDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time.ToString("HH.mm", CultureInfo.InvariantCulture);
        }

        body.Errors.Add("meetingTime", new LocalizedText("Skriv klokkeslettet slik: 13.00.", "Skriv klokkeslettet slik: 13.00.", "Write the time of day like this: 13.00."));
        return null;
    }
}
