using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Something that can be reported about a case over the API: what must be told, who may tell it, and what it changes by itself. The rest is drawn in the flows that wait for it.</summary>
internal abstract class ReportedEvent
{
    /// <summary>How the report stands in the history; what the flows then do with it has events of its own.</summary>
    public const string HistoryName = "event-reported";

    /// <summary>Staff who work with cases.</summary>
    protected static readonly string[] Staff =
        [Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.OfficeLeader];

    /// <summary>Staff, the person, and whoever acts for the person.</summary>
    protected static readonly string[] StaffAndPerson = [.. Staff, Roles.Person, Roles.Guardian];

    /// <summary>Name in the address, and of the event that flows wait for.</summary>
    public abstract string Name { get; }

    /// <summary>What stands as the reason when the caller gives none.</summary>
    public abstract string DefaultReason { get; }

    public virtual IReadOnlyList<string> ReportedBy => StaffAndPerson;

    /// <summary>Checks and completes the body; what is wrong is added to its errors.</summary>
    public abstract Task CheckAsync(EventReport report, CancellationToken cancellationToken);

    /// <summary>What the report changes before any flow hears of it.</summary>
    public virtual Task ApplyAsync(Work work, EventReport report, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A report that is being checked.</summary>
/// <param name="Case">The case, for reading.</param>
/// <param name="Body">What was told.</param>
/// <param name="Db">For looking things up.</param>
/// <param name="Ids">For ids that the event brings into being.</param>
/// <param name="Now">The instant of the operation.</param>
/// <param name="TodayDate">Its Norwegian date.</param>
internal sealed record EventReport(IpCase Case, CaseEventBody Body, IpDbContext Db, Platform.Ids Ids, DateTimeOffset Now, DateOnly TodayDate)
{
    /// <summary>Ids, codes and dates for the history; no free text.</summary>
    public JsonObject Details { get; } = [];

    /// <summary>Id of what the event is about or brings into being, for the answer.</summary>
    public Guid? SubjectId { get; set; }
}
