using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>What came of opening the editor.</summary>
internal abstract record EditorOpening
{
    private EditorOpening()
    {
    }

    public sealed record Ready(PlanDocument Document, PlanRights Rights, long Revision, IReadOnlyList<string> Services, bool IsChild) : EditorOpening
    {
        public PlanEditModel Model(OpenedCase opened, PlanForm form, IReadOnlyDictionary<string, string>? errors, PlanConflict? conflict, string operationId) =>
            new(PlanHead.Of(opened, Document, Rights), Document, form, errors, conflict, Services, IsChild, operationId);
    }

    /// <summary>The user may write, but not as the plan stands.</summary>
    public sealed record NotNow(PlanDocument? Document, PlanRights Rights, Refusal Why) : EditorOpening;

    public sealed record NotYours : EditorOpening;
}

/// <summary>Gathers what the editor shows: the draft, what it lacks, and who can be given responsibility.</summary>
internal sealed class PlanEditor(IpDbContext db, ReadPlanDocument documents, FindPlanRights rights, RuleBook law, TimeProvider clock)
{
    public async Task<EditorOpening> OpenAsync(CurrentUser user, CaseOpening.Opened opened, CancellationToken cancellationToken)
    {
        var right = await rights.RunAsync(user, opened.Case, cancellationToken);
        if (!right.IsWriter)
        {
            return new EditorOpening.NotYours();
        }

        // Whoever writes the plan sees all of it, also one who otherwise takes part for a service.
        var document = await documents.DraftAsync(user, opened with { Sight = CaseSight.Whole }, cancellationToken);
        if (right.WhyNotNow is { } why || document is null)
        {
            return new EditorOpening.NotNow(document, right, right.WhyNotNow ?? PlanEndpoints.NoPlan);
        }

        var person = await db.Persons.FirstAsync(p => p.Id == opened.Case.PersonId, cancellationToken);
        var now = clock.GetUtcNow();
        var today = NorwegianTime.DateOf(now);
        string?[] services =
        [
            .. document.Members.Select(member => member.Service), document.Coordinator?.Service, document.ResponsibleService, PlanWords.Person, PlanWords.Relatives,
            .. document.Content.Measures.Select(measure => measure.ResponsibleService), .. document.Content.Contributions.Select(part => part.Contributor), .. RoleNames.PlanServices.Keys,
        ];
        return new EditorOpening.Ready(
            document, right, right.Plan!.Version, [.. services.OfType<string>().Where(code => code.Length > 0).Distinct()],
            person.AgeOn(today) < law.For(today).ChildParticipationBelowAge);
    }
}
