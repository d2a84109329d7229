using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.Workflows.Plans;

/// <summary>How a version was approved (L-86).</summary>
public enum ApprovalForm
{
    /// <summary>Digitally by the person.</summary>
    Digital,

    /// <summary>On signed paper.</summary>
    SignedPaper,

    /// <summary>Orally in a meeting, with a witnessed note.</summary>
    OralWitnessed,

    /// <summary>By a guardian or parent.</summary>
    Guardian,

    /// <summary>Not needed: a non-substantive edit.</summary>
    NotNeeded,
}

/// <summary>The person's approval of a version.</summary>
/// <param name="Form">How.</param>
/// <param name="On">Day of approval.</param>
/// <param name="Evidence">Id of the signed document or note, or who was witness; or null.</param>
/// <param name="RecordedBy">User id of the one who approved or wrote down the approval; null in versions from before this was kept.</param>
public sealed record PlanApproval(ApprovalForm Form, DateOnly On, string? Evidence = null, string? RecordedBy = null);

/// <summary>One fixed version of a plan. Nothing in it ever changes (L-90).</summary>
public sealed class PlanVersion
{
    private PlanVersion()
    {
    }

    /// <summary>Id.</summary>
    public PlanVersionId Id { get; private set; }

    /// <summary>The plan.</summary>
    public PlanId PlanId { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>Number within the plan, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What was written.</summary>
    public PlanContent Content { get; private set; } = PlanContent.Empty;

    /// <summary>Participants, responsibility and consents as they stood.</summary>
    public PlanFacts Facts { get; private set; } = PlanFacts.None;

    /// <summary>The approval.</summary>
    public PlanApproval Approval { get; private set; } = new(ApprovalForm.NotNeeded, default);

    /// <summary>Soft content points that were missing, with the reason given or none.</summary>
    public IReadOnlyList<string> MissingPoints { get; private set; } = [];

    /// <summary>Rule set it was checked against.</summary>
    public string RuleSetKey { get; private set; } = "";

    /// <summary>When it was fixed.</summary>
    public DateTimeOffset FixedAt { get; private set; }

    /// <summary>Whether the person set at least one goal (L-72); kept beside the content so that it can be counted .</summary>
    public bool HasOwnGoal { get; private set; }

    /// <summary>Whether it says how the child took part; likewise .</summary>
    public bool HasChildParticipation { get; private set; }

    /// <summary>Whether next of kin contribute (L-73); likewise .</summary>
    public bool HasRelatives { get; private set; }

    internal static PlanVersion Fix(
        PlanVersionId id, PlanId planId, CaseId caseId, int number, PlanContent content, PlanFacts facts, PlanApproval approval, IReadOnlyList<string> missing, string ruleSetKey, DateTimeOffset at) =>
        new()
        {
            Id = id,
            PlanId = planId,
            CaseId = caseId,
            Number = number,
            Content = content,
            Facts = facts,
            Approval = approval,
            MissingPoints = missing,
            RuleSetKey = ruleSetKey,
            FixedAt = at,
            HasOwnGoal = content.Goals.Any(static g => g.IsPersonsOwn),
            HasChildParticipation = !string.IsNullOrWhiteSpace(content.ChildParticipation),
            HasRelatives = content.Contributions.Any(static c => c.Contributor == PlanContribution.Relatives),
        };
}
