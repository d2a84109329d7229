using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>Puts a page of the list of cases together for the one who is signed in.</summary>
internal sealed class OpenCaseList(FindCases find, CountCases count, UserDirectory users, KeptWords kept, RuleBook law, TimeProvider clock)
{
    private const int PageSize = 25;

    /// <param name="user">Who looks.</param>
    /// <param name="address">What is asked for.</param>
    /// <param name="typed">What was typed into the search and cannot be searched for; null when the list is only looked at.</param>
    /// <param name="errors">What is wrong with it; the list is then shown without a search.</param>
    /// <param name="language">Language of the page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<CaseListView> RunAsync(CurrentUser user, CaseListAddress address, string? typed, FieldErrors errors, string language, CancellationToken cancellationToken)
    {
        var words = errors.Any ? null : kept.Read(address[CaseListAddress.Words], user.UserId);
        // An address whose search has grown too old shows the list without it, and no longer says that it is a search.
        var shown = words is null && address[CaseListAddress.Words] is not null ? address.With(CaseListAddress.Words, null) : address;
        var filter = CaseFilter.Read(user, shown, words);
        var page = new PageRequest(shown.PageNumber, PageSize);
        var found = await find.RunAsync(user, filter, page, new CallReason(null), cancellationToken);
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var hasUnit = CaseFilter.HasUnit(user);
        return new CaseListView
        {
            Address = shown,
            Filter = filter,
            Today = today,
            Cases = found.Items,
            Total = found.Total,
            Page = page,
            Counts = await count.RunAsync(user, filter.Scope, cancellationToken),
            HasUnit = hasUnit,
            ShowsNames = CaseWords.ShowsNames(user),
            ShowsWhole = CaseListColumns.ShowsWhole(user),
            SearchesByNumber = Policies.Granted[Policies.SearchByNumber].Any(user.Has),
            Words = errors.Any ? typed : words,
            Managers = hasUnit ? [.. (await users.ByRoleAsync(Roles.CaseManager, null, cancellationToken)).Select(c => new Choice(c.UserId, c.Name))] : [],
            Tracks = [.. law.For(today).Tracks.Select(t => new Choice(t.Key, t.Value.Name.In(language)))],
            Errors = errors.Any ? errors.ToRefusal().FieldMessages(language) : null,
        };
    }
}
