using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>The person moves to another municipality (L-108, scenario 16).</summary>
internal sealed class ReportMove : ReportedEvent
{
    public override string Name => "moved";

    public override string DefaultReason => "Personen flytter.";

    public override Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        var movesOn = report.Body.Date("movesOn") ?? report.Body.Date("movedOn") ?? report.TodayDate;
        report.Body.Text("receivingMunicipality", max: TextLimits.Name);
        report.Body.Set("movesOn", movesOn);
        report.Details["movesOn"] = (string?)report.Body.Payload["movesOn"];
        return Task.CompletedTask;
    }
}

/// <summary>The person has died: everything that would be sent or done stops at once (domain §1.15, scenario 20).</summary>
internal sealed class ReportDeath : ReportedEvent
{
    public override string Name => "deceased";

    public override string DefaultReason => "Melding om dødsfall.";

    public override IReadOnlyList<string> ReportedBy => Staff;

    public override async Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        var on = report.Body.Date("deceasedOn", report.TodayDate) ?? report.TodayDate;
        report.Body.Set("deceasedOn", on);
        report.Details["deceasedOn"] = (string?)report.Body.Payload["deceasedOn"];

        // Their part ends with the report, so the drawing is told whom it still has to tell.
        var caseId = report.Case.Id;
        var participants = await report.Db.PlanParticipants.Where(p => p.CaseId == caseId && (p.State == ParticipantState.Invited || p.State == ParticipantState.Confirmed)).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellationToken);
        report.Body.Set("participants", new JsonArray([.. participants.Select(JsonNode (id) => JsonValue.Create(id.ToString()))]));
    }

    public override async Task ApplyAsync(Work work, EventReport report, CancellationToken cancellationToken)
    {
        var on = DateOnly.ParseExact((string)report.Body.Payload["deceasedOn"]!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var caseId = report.Case.Id;
        var person = await work.Db.Persons.AsTracking().FirstAsync(p => p.Id == report.Case.PersonId, cancellationToken);
        person.Die(on, work.Operation);
        foreach (var task in await work.Db.HumanTasks.AsTracking().Where(t => t.CaseId == caseId && t.EndedAt == null).ToListAsync(cancellationToken))
        {
            task.Cancel(nameof(CloseReason.Deceased), work.Operation);
        }

        await work.FlushAsync(cancellationToken);
        await work.Flows.CancelCaseAsync(caseId, [], null, nameof(CloseReason.Deceased), cancellationToken);
        foreach (var deadline in await work.Db.Deadlines.AsTracking().Where(d => d.CaseId == caseId && d.State == Workflows.Deadlines.DeadlineState.Running).ToListAsync(cancellationToken))
        {
            deadline.Stop(work.Operation);
        }

        await StopLettersAsync(work, caseId, cancellationToken);
        await EndAccessAsync(work, caseId, cancellationToken);
        var found = await work.Db.Cases.AsTracking().FirstAsync(c => c.Id == caseId, cancellationToken);
        found.Close(CloseReason.Deceased, work.Operation);
    }

    /// <summary>Letters that wait to go out stay here.</summary>
    private static async Task StopLettersAsync(Work work, CaseId caseId, CancellationToken cancellationToken)
    {
        foreach (var letter in await work.Db.Letters.AsTracking().Where(l => l.CaseId == caseId && l.State == LetterState.Queued).ToListAsync(cancellationToken))
        {
            if (!LetterRecipients.StaysAfterDeath(letter.RecipientKind))
            {
                letter.Stop(work.Operation);
            }
        }
    }

    /// <summary>The plan is locked, and nobody takes part in it any more.</summary>
    private static async Task EndAccessAsync(Work work, CaseId caseId, CancellationToken cancellationToken)
    {
        foreach (var plan in await work.Db.Plans.AsTracking().Where(p => p.CaseId == caseId && p.State != PlanState.Closed).ToListAsync(cancellationToken))
        {
            plan.Close(work.Operation);
        }

        foreach (var participant in await work.Db.PlanParticipants.AsTracking().Where(p => p.CaseId == caseId && p.State != ParticipantState.Removed).ToListAsync(cancellationToken))
        {
            participant.Remove(work.Operation);
        }

        foreach (var period in await work.Db.CoordinatorPeriods.AsTracking().Where(p => p.CaseId == caseId && p.State == CoordinatorState.Appointed).ToListAsync(cancellationToken))
        {
            period.End(work.Operation.Today, CoordinatorEndReason.CaseClosed, work.Operation);
        }
    }
}

/// <summary>A qualification programme is decided; the participant has a right to a plan without a need test (L-2).</summary>
internal sealed class ReportProgrammeDecision : ReportedEvent
{
    public override string Name => "kvp-decided";

    public override string DefaultReason => "Vedtak om kvalifiseringsprogram.";

    public override IReadOnlyList<string> ReportedBy => Staff;

    public override Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        report.Body.Set("startsOn", report.Body.Date("startsOn") ?? report.Body.Date("occurredOn") ?? report.TodayDate);
        report.Body.Date("endsOn");
        report.Details["startsOn"] = (string?)report.Body.Payload["startsOn"];
        return Task.CompletedTask;
    }
}

/// <summary>The programme ends; the plan does not end by itself, need is assessed (scenario 19).</summary>
internal sealed class ReportProgrammeEnd : ReportedEvent
{
    public override string Name => "kvp-ended";

    public override string DefaultReason => "Kvalifiseringsprogrammet er avsluttet.";

    public override IReadOnlyList<string> ReportedBy => Staff;

    public override Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        report.Body.Set("endedOn", report.Body.Date("endedOn", report.TodayDate) ?? report.TodayDate);
        report.Details["endedOn"] = (string?)report.Body.Payload["endedOn"];
        return Task.CompletedTask;
    }
}

/// <summary>A need is noticed in a case that is open already.</summary>
internal sealed class ReportNeed : ReportedEvent
{
    public override string Name => "need-signalled";

    public override string DefaultReason => "Meldte fra om et mulig behov.";

    public override IReadOnlyList<string> ReportedBy => [.. Staff, Roles.Participant];

    public override Task CheckAsync(EventReport report, CancellationToken cancellationToken)
    {
        report.Body.Text("kind", max: TextLimits.Code);
        report.Body.Date("occurredOn");
        return Task.CompletedTask;
    }
}
