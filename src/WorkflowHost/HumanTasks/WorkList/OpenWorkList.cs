using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using RoleNames = IndividualPlan.Workflows.Audit.RoleNames;

namespace IndividualPlan.WorkflowHost.HumanTasks.WorkList;

/// <summary>Puts a page of the work list together for the one who is signed in.</summary>
internal sealed class OpenWorkList(FindTasks find, CountTasks count, UserDirectory users, KeptWords kept, RuleBook law, TimeProvider clock)
{
    /// <summary>Tasks on a page of the list.</summary>
    public const int PageSize = 25;

    /// <summary>Roles that are held in a unit, and so have colleagues' tasks beside their own.</summary>
    private static readonly string[] UnitRoles =
        [Roles.CaseManager, Roles.CoordinatingUnit, Roles.OfficeLeader, Roles.Approver, Roles.Coordinator, Roles.ChildCoordinator];

    public static bool HasUnit(CurrentUser user) => user.HasAny(UnitRoles);

    /// <param name="user">Who looks.</param>
    /// <param name="address">What is asked for.</param>
    /// <param name="errors">Takes what cannot be asked for; the list is then shown without it.</param>
    /// <param name="language">Language of the page.</param>
    /// <param name="size">Tasks on a page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<WorkListView> RunAsync(CurrentUser user, WorkListAddress address, FieldErrors errors, string language, int size, CancellationToken cancellationToken)
    {
        var hasUnit = HasUnit(user);
        var words = kept.Read(address[WorkListAddress.Words], user.UserId);
        var filter = TaskFilter.Read(Query(address, words, hasUnit), new FieldErrors()) with { IsDueThisWeek = address[WorkListAddress.ThisWeek] is not null };
        var page = new PageRequest(address.PageNumber, size);
        var found = await find.RunAsync(user, filter, page, new CallReason(null), cancellationToken);
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        return new WorkListView
        {
            Address = words is null ? address.With(WorkListAddress.Words, null).With(WorkListAddress.Page, address[WorkListAddress.Page]) : address,
            Scope = filter.Scope,
            Today = today,
            Tasks = found.Items,
            Total = found.Total,
            Page = page,
            Counts = await count.RunAsync(user, filter.Scope, cancellationToken),
            HasUnit = hasUnit,
            Words = words,
            Colleagues = hasUnit && filter.Scope != TaskScope.Mine ? await ColleaguesAsync(user, filter.Scope, language, cancellationToken) : [],
            Tracks = [.. law.For(today).Tracks.Select(t => new Choice(t.Key, t.Value.Name.In(language)))],
            Errors = errors.Any ? errors.ToRefusal().FieldMessages(language) : null,
        };
    }

    private static TaskQuery Query(WorkListAddress address, string? words, bool hasUnit) => new(
        // Who works in no unit has one list: all that there is to see.
        Scope: hasUnit ? address[WorkListAddress.Scope] ?? "mine" : "all",
        CaseId: address[WorkListAddress.CaseId],
        Q: words,
        Key: null,
        Role: null,
        Assignee: address[WorkListAddress.Assignee],
        State: address[WorkListAddress.State] ?? "open",
        LegalDeadlineBefore: null,
        DueBefore: null,
        FollowUpBefore: null,
        Track: address[WorkListAddress.Track],
        Overdue: address[WorkListAddress.Overdue],
        Sort: address[WorkListAddress.Sort]);

    private async Task<IReadOnlyList<Choice>> ColleaguesAsync(CurrentUser user, TaskScope scope, string language, CancellationToken cancellationToken)
    {
        var colleagues = scope == TaskScope.Unit && user.Service is { } service
            ? await users.InServiceAsync(service, cancellationToken)
            : await users.AllAsync(cancellationToken);
        return [.. colleagues.Select(c => new Choice(c.UserId, c.Roles is [var role, ..] ? $"{c.Name} ({RoleNames.Of(role).In(language).ToLowerInvariant()})" : c.Name))];
    }
}
