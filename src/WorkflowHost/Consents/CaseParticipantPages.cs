using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Plans;

namespace IndividualPlan.WorkflowHost.Consents;

/// <summary>Who takes part in the plan of a case, and what has been consented to.</summary>
/// <param name="Header">What stands at the top.</param>
/// <param name="Participants">The services; a participant sees of the others that they take part, and no more.</param>
/// <param name="Consents">The consents, the latest first; a participant sees those that concern the own service.</param>
internal sealed record ParticipantsOfCase(CaseHeader Header, IReadOnlyList<ParticipantView> Participants, IReadOnlyList<ConsentView> Consents);

/// <summary>The page of a case's participants and consents.</summary>
internal static class CaseParticipantPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage("/cases/{id:guid}/participants", Policies.ReadCase, ShowAsync);

    private static Task<IResult> ShowAsync(Guid id, OpenCasePage page, ReadPlan plans, ReadCase cases, HttpContext context) =>
        page.ShowAsync(context, id, "participants", async (opened, token) => Page.Showing<CaseParticipantsPage>(new ParticipantsOfCase(
            opened.Header,
            await plans.ParticipantsAsync(opened.User, opened.Opening, token),
            [.. (await cases.ConsentsAsync(opened.User, opened.Opening, token)).Reverse()])));
}
