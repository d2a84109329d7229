using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>Which columns a user's list has: the same as stand at the top of a case.</summary>
internal static class CaseListColumns
{
    /// <summary>Whether case manager and deadlines are shown: not to participants, who see their own part of a case.</summary>
    public static bool ShowsWhole(CurrentUser user) => !user.Has(Roles.Participant) || CaseBonds.WorksInOffice(user);
}
