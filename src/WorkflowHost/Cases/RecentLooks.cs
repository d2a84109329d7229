using System.Collections.Concurrent;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>
/// Pages that follow a running flow ask again every few seconds on their own. That is one look of one person, and one row in the access log, as long
/// as it goes on without a break; after <see cref="Length"/> it is a new one.
/// </summary>
internal sealed class RecentLooks(TimeProvider clock)
{
    /// <summary>How long one look lasts.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    private const int Many = 10_000;

    private readonly ConcurrentDictionary<(string UserId, CaseId CaseId, string What, string Subject), DateTimeOffset> _begun = new();

    /// <summary>Whether this begins a look; asked once for each call.</summary>
    /// <param name="userId">Who looks.</param>
    /// <param name="caseId">At which case.</param>
    /// <param name="what">At what of it, as the access log calls it.</param>
    /// <param name="subject">At which thing of that kind.</param>
    public bool Begins(string userId, CaseId caseId, string what, string subject)
    {
        var now = clock.GetUtcNow();
        var key = (userId, caseId, what, subject);

        if (_begun.TryGetValue(key, out var begun) && now - begun < Length && now >= begun)
        {
            return false;
        }

        if (_begun.Count > Many)
        {
            foreach (var (old, at) in _begun)
            {
                if (now - at >= Length)
                {
                    _begun.TryRemove(old, out _);
                }
            }
        }

        _begun[key] = now;
        return true;
    }
}
