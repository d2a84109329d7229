using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.Workflows.Plans;

/// <summary>How far a measure has come.</summary>
public enum MeasureStatus
{
    /// <summary>Not started; also what a measure is that nobody has told about.</summary>
    NotStarted,

    /// <summary>Under way.</summary>
    UnderWay,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Stopped before it was done.</summary>
    Stopped,
}

/// <summary>What someone told about how far a measure of the plan has come. Following up is not revising: the approved version stands as it is (L-86, L-89), and each report is kept.</summary>
public sealed class MeasureProgress
{
    private MeasureProgress()
    {
    }

    /// <summary>Id.</summary>
    public MeasureProgressId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>The plan.</summary>
    public PlanId PlanId { get; private set; }

    /// <summary>Key of the measure, the same through all versions.</summary>
    public string MeasureKey { get; private set; } = "";

    /// <summary>How far it has come.</summary>
    public MeasureStatus Status { get; private set; }

    /// <summary>A short note, or null.</summary>
    public string? Note { get; private set; }

    /// <summary>User id of the one who told.</summary>
    public string ReportedBy { get; private set; } = "";

    /// <summary>Code of the service told for, or null.</summary>
    public string? Service { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ReportedAt { get; private set; }

    /// <summary>Keeps what is told about a measure of the version in use; records <c>measure-progress-reported</c>.</summary>
    /// <param name="id">Id.</param>
    /// <param name="plan">The plan; open, with a version in use.</param>
    /// <param name="inUse">The version in use.</param>
    /// <param name="measureKey">Key of a measure of that version.</param>
    /// <param name="status">How far it has come.</param>
    /// <param name="note">A short note, or null.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <exception cref="ArgumentException">The version has no such measure, or the note is too long.</exception>
    /// <exception cref="PlanTransitionException">The plan is closed.</exception>
    public static MeasureProgress Report(
        MeasureProgressId id, Plan plan, PlanVersion inUse, string measureKey, MeasureStatus status, string? note, Operation operation)
    {
        if (!plan.IsOpen)
        {
            throw new PlanTransitionException(plan.Id, plan.State, PlanOperation.BeginRevision);
        }

        if (inUse.PlanId != plan.Id || inUse.Content.Measures.All(measure => measure.Key != measureKey))
        {
            throw new ArgumentException("The version in use has no such measure.", nameof(measureKey));
        }

        var bounded = TextLimits.Bound(note, TextLimits.Text, nameof(note));
        operation.Record(plan.CaseId, "measure-progress-reported", ("planId", plan.Id), ("measure", measureKey), ("status", status));
        return new MeasureProgress
        {
            Id = id,
            CaseId = plan.CaseId,
            PlanId = plan.Id,
            MeasureKey = measureKey,
            Status = status,
            Note = string.IsNullOrEmpty(bounded) ? null : bounded,
            ReportedBy = operation.Actor.UserId,
            Service = operation.Actor.Service,
            ReportedAt = operation.Now,
        };
    }

    /// <summary>The latest report by measure.</summary>
    public static IReadOnlyDictionary<string, MeasureProgress> Latest(IEnumerable<MeasureProgress> reports) =>
        reports.GroupBy(report => report.MeasureKey).ToDictionary(group => group.Key, group => group.MaxBy(report => (report.ReportedAt, report.Id.Value))!, StringComparer.Ordinal);
}
