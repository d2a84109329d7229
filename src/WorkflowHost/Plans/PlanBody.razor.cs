using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>What a plan says, part by part; a part about which nothing is said is left out.</summary>
public sealed partial class PlanBody : PageComponent
{
    private PlanDocument Plan => The<PlanBodyModel>().Document;

    private PlanRights? Rights => The<PlanBodyModel>().Rights;

    private string? NoMembers => Plan.IsPartial ? null : T("Ingen tjenester er med ennå.", "Ingen tenester er med enno.", "No service takes part yet.");

    private IReadOnlyList<(string Term, string Text)> PeriodFacts => Plan.Content.Period is not { } period ? [] :
    [
        (T("Planen gjelder", "Planen gjeld", "The plan applies"), T(PlanParts.Period(period.FromOn, period.ToOn, Show))),
        .. period.RevisionMonths is { } months ? [(T("Revisjon", "Revisjon", "Revision"), T(PlanParts.Every(months)))] : Array.Empty<(string, string)>(),
        .. period.ExtraRevisionsOn.Count > 0
            ? [(T("Avtalte datoer for revisjon", "Avtalte datoar for revisjon", "Agreed dates of revision"), string.Join(", ", period.ExtraRevisionsOn.Order().Select(Show)))]
            : Array.Empty<(string, string)>(),
    ];

    private IReadOnlyList<(string Term, string Text)> Contributions => [.. Plan.Content.Contributions.Select(part => (T(PlanWords.Who(part.Contributor)), part.Text))];

    private IReadOnlyList<(string Term, string Text)> Offers => [.. Plan.Content.CoordinatorOffers.Select(offer => (T(PlanWords.Offer(offer.Kind)), T(PlanWords.OfferStatus(offer.Status))))];

    private IReadOnlyList<string> Consents => [.. Plan.Consents.Select(consent => T(PlanParts.Consent(consent, Show)))];

    private IReadOnlyList<string> Reasons(params string[] points) => [.. points.Select(point => Plan.Content.NotRelevant.GetValueOrDefault(point)).OfType<string>().Distinct()];

    private string MemberLine(PlanMember member)
    {
        var who = string.Join(", ", new[] { T(PlanWords.Who(member.Service)), member.Contact, member.Role }.Where(text => !string.IsNullOrWhiteSpace(text)));
        return member.State == ParticipantState.Invited ? $"{who} ({T("har ikke svart ennå", "har ikkje svart enno", "has not answered yet")})" : who;
    }

    private string SubPlanLine(SubPlan plan) => string.Join(": ", new[] { T(PlanWords.SubPlan(plan.Kind)), plan.Reference }.Where(text => !string.IsNullOrWhiteSpace(text)));
}
