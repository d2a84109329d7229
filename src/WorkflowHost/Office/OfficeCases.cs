using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>The cases that count: open ones that the user may know of.</summary>
/// <remarks>
/// A closed case counts nowhere, and the case of someone who has died is closed in the same transaction. The case of a strictly protected person is in
/// nobody's numbers or lists but the case manager's own (P-20): a number that held it would tell that it is there. Its deadlines are watched by the
/// reminders and escalations of its flows.
/// </remarks>
internal sealed class OfficeCases(CaseBonds bonds)
{
    public IQueryable<IpCase> Of(CurrentUser user, OfficeFilter filter)
    {
        var cases = bonds.VisibleTo(user).Where(c => c.State != CaseState.Closed);
        cases = filter.Service is { } service ? cases.Where(c => c.MainResponsibleService == service) : cases;
        return filter.Track is { } track ? cases.Where(c => c.Track == track) : cases;
    }

    /// <summary>A name as it was read; null for those who may not see it.</summary>
    public static PersonName? NameOf(string? givenName, string? familyName) => givenName is null || familyName is null ? null : new(givenName, familyName);
}
