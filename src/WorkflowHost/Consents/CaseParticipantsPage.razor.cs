using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.Workflows.Consents;

namespace IndividualPlan.WorkflowHost.Consents;

/// <summary>Participants and consents of a case: <see cref="ParticipantsOfCase"/>.</summary>
public sealed partial class CaseParticipantsPage : PageComponent
{
    private ParticipantsOfCase View => The<ParticipantsOfCase>();

    private string Heading => T("Deltakere og samtykker", "Deltakarar og samtykke", "Participants and consents");

    private bool IsWhole => View.Header.Sight == CaseSight.Whole;

    private string Sees(ParticipantView participant) => participant.SharedCategories.Count == 0
        ? T("Bare egne tiltak", "Berre eigne tiltak", "Own measures only")
        : string.Join(", ", participant.SharedCategories.Select(c => T(ConsentWords.Category(c))));

    private string Title(ConsentView consent) =>
        T(ConsentWords.Type(consent.Type)) + (consent.RecipientService is { } service ? $": {T(RoleNames.Service(service))}" : "");
}
