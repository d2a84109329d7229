using System.Text.Json;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>The ways in which cases and work fall out, each with a number and a list of its own.</summary>
internal enum OfficeBlock
{
    /// <summary>The office's own legal deadlines that are over and not answered.</summary>
    OverdueDeadlines,

    /// <summary>Deadlines of the office and of coordinators that run out today or in the days to come.</summary>
    DeadlinesDueSoon,

    /// <summary>Tasks that staff should take and that nobody has.</summary>
    UnassignedTasks,

    /// <summary>Tasks past their legal deadline or their due date, whoever has them.</summary>
    OverdueTasks,

    /// <summary>Cases in which nobody coordinates today (F1110 § 3, L-70).</summary>
    CasesWithoutCoordinator,

    /// <summary>Plans whose day of revision is past (D-17, L-91).</summary>
    OverdueRevisions,

    /// <summary>Appeals that are not at an end, at whichever stage (L-92).</summary>
    OpenAppeals,

    /// <summary>Steps of flows that failed and wait for someone.</summary>
    StoppedFlows,
}

/// <summary>Names of blocks in addresses, and who follows which.</summary>
internal static class OfficeBlocks
{
    /// <summary>Roles whose work the coordinating unit sees to (L-64).</summary>
    public static readonly IReadOnlyList<string> CoordinationRoles = [Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator];

    /// <summary>Name in addresses, such as <c>overdue-deadlines</c>.</summary>
    public static string Slug(this OfficeBlock block) => JsonNamingPolicy.KebabCaseLower.ConvertName(block.ToString());

    public static OfficeBlock? Find(string? slug) =>
        Enum.GetValues<OfficeBlock>().Where(block => block.Slug() == slug).Select(block => (OfficeBlock?)block).FirstOrDefault();

    /// <summary>Whether the user follows the whole office. The coordinating unit alone follows what is about coordination: gaps, revisions, and coordinators' and its own tasks and deadlines.</summary>
    public static bool FollowsAll(CurrentUser user) => user.HasAny(Roles.OfficeLeader, Roles.Auditor);

    /// <summary>The blocks that the user follows, in the order in which they are shown.</summary>
    public static IReadOnlyList<OfficeBlock> Of(CurrentUser user) =>
        [.. Enum.GetValues<OfficeBlock>().Where(block => FollowsAll(user) || block is not (OfficeBlock.OpenAppeals or OfficeBlock.StoppedFlows))];
}
