using IndividualPlan.WorkflowHost.Cases.Coordinating;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>The quiet side of a case's first page; its model is the page's.</summary>
public sealed partial class CaseSidePanels : PageComponent
{
    private CaseOverview View => The<CaseOverview>();

    private bool IsWhole => View.Header.Sight == CaseSight.Whole;

    private IReadOnlyList<CoordinationHeld> Instead => [.. View.Coordinating?.Coordination.Where(c => c.IsOn(View.Header.Today)) ?? []];

    private ReasonHeld? WhyNoPlan => View.Coordinating?.Reasons.FirstOrDefault(static r => r.EndedOn is null);

    private IReadOnlyList<ParticipantView> Active => [.. View.Participants.Where(p => p.State is ParticipantState.Invited or ParticipantState.Confirmed)];

    private LocalizedText PlanConsent
    {
        get
        {
            var plan = View.Case.Consents.Where(c => c.Type == ConsentType.Plan).ToList();
            var last = plan.FirstOrDefault(c => c.State == ConsentState.Given) ?? plan.LastOrDefault();
            return last?.State switch
            {
                ConsentState.Given => Dated(new("Gitt {0}", "Gjeve {0}", "Given {0}"), last.FromOn),
                ConsentState.Asked => new("Venter på svar", "Ventar på svar", "Awaiting an answer"),
                ConsentState.Refused => new("Personen sa nei", "Personen sa nei", "The person said no"),
                ConsentState.Withdrawn => new("Trukket tilbake", "Trekt tilbake", "Withdrawn"),
                ConsentState.Replaced => new("Erstattet av et nytt", "Erstatta av eit nytt", "Replaced by another"),
                ConsentState.Lapsed => new("Gått ut", "Gått ut", "Lapsed"),
                _ => new("Ikke spurt ennå", "Ikkje spurt enno", "Not asked yet"),
            };
        }
    }

    private LocalizedText Sharing
    {
        get
        {
            var given = View.Case.Consents.Count(c => c is { Type: ConsentType.Sharing, State: ConsentState.Given });
            return given switch
            {
                0 => new("Ingen tjenester får se taushetsbelagte opplysninger", "Ingen tenester får sjå opplysningar under teieplikt", "No services may see confidential information"),
                1 => new("Gitt for én tjeneste", "Gjeve for éi teneste", "Given for one service"),
                _ => Messages.Format(new("Gitt for {0} tjenester", "Gjeve for {0} tenester", "Given for {0} services"), given),
            };
        }
    }

    private LocalizedText Dated(LocalizedText text, DateOnly? on) => on is { } date ? Messages.Format(text, Show(date)) : Messages.Format(text, "");

    private static LocalizedText PlanStateName(PlanState state) => state switch
    {
        PlanState.Draft => new("Utkast", "Utkast", "Draft"),
        PlanState.AwaitingApproval => new("Venter på personens godkjenning", "Ventar på godkjenning frå personen", "Awaits the person's approval"),
        PlanState.Active => new("I bruk", "I bruk", "In use"),
        PlanState.UnderRevision => new("Under revisjon", "Under revisjon", "Under revision"),
        _ => new("Avsluttet", "Avslutta", "Closed"),
    };
}
