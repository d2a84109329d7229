using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.Absences;

namespace IndividualPlan.WorkflowHost.Absences;

/// <summary>A colleague's absence as other colleagues see it: when, and who stands in; never why.</summary>
/// <param name="AbsenceId">Id.</param>
/// <param name="UserId">Who is away.</param>
/// <param name="Name">Name of that one.</param>
/// <param name="FromOn">First day.</param>
/// <param name="ToOn">Last day.</param>
/// <param name="Substitute">User id of the one who stands in, or null.</param>
/// <param name="SubstituteName">Name of that one, or null.</param>
/// <param name="IsNow">Whether it covers today.</param>
/// <param name="Worker">While it covers today: user id of the one who does the work, at the end of the chain; null when nobody does.</param>
/// <param name="WorkerName">Name of that one, or null.</param>
/// <param name="RegisteredBy">User id of the one who registered it.</param>
/// <param name="Version">What If-Match takes.</param>
internal sealed record AbsenceView(
    AbsenceId AbsenceId, string UserId, string Name, DateOnly FromOn, DateOnly ToOn, string? Substitute, string? SubstituteName, bool IsNow,
    string? Worker, string? WorkerName, string RegisteredBy, long Version)
{
    public static AbsenceView Of(Absence absence, DateOnly today, Substitution now, UserDirectory users)
    {
        var isNow = absence.CoversOn(today);
        var worker = isNow ? now.WorkerFor(absence.UserId) : null;
        return new AbsenceView(
            absence.Id, absence.UserId, users.NameOf(absence.UserId), absence.FromOn, absence.ToOn, absence.SubstituteId, absence.SubstituteId is { } substitute ? users.NameOf(substitute) : null,
            isNow, worker, worker is null ? null : users.NameOf(worker), absence.RegisteredBy, absence.Version);
    }
}
