using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>The disposals that a user may know of: those of cases that the user may know of, what goes by age, and the records of what is gone, which tell of no one.</summary>
internal sealed class SeenDisposals(IpDbContext db, CaseBonds bonds)
{
    public IQueryable<Disposal> To(CurrentUser user)
    {
        var hidden = bonds.HiddenFrom(user);
        return db.Disposals.AsNoTracking().Where(d => d.CaseId == null || d.State == DisposalState.Disposed || !hidden.Contains(d.CaseId.Value));
    }

    public Task<Disposal?> FindAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) => To(user).FirstOrDefaultAsync(d => d.Id == id, cancellationToken);

    /// <summary>A page of what waits for a decision, the longest due first; or of what is gone, the newest first.</summary>
    public async Task<(IReadOnlyList<Disposal> Items, int Total)> ListAsync(CurrentUser user, bool isDisposed, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = To(user).Where(d => d.State == DisposalState.Disposed == isDisposed);
        var total = await rows.CountAsync(cancellationToken);
        var sorted = isDisposed ? rows.OrderByDescending(static d => d.DisposedAt).ThenByDescending(static d => d.Id) : rows.OrderBy(static d => d.DueOn).ThenBy(static d => d.Id);
        return (await sorted.Skip(page.Skip).Take(page.Size).ToListAsync(cancellationToken), total);
    }
}
