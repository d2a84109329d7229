using IndividualPlan.WorkflowHost.Persistence;

namespace IndividualPlan.WorkflowHost.Verification;

/// <summary>Something that is true of every database at every moment between two transactions, whatever failed before.</summary>
internal abstract class Invariant
{
    /// <summary>Short and stable, for scripts that look for it.</summary>
    public abstract string Key { get; }

    /// <summary>What must hold, in a sentence.</summary>
    public abstract string Sentence { get; }

    /// <summary>Where it does not hold: a short text for each place, of ids, codes and dates, with no name of a person.</summary>
    public abstract IAsyncEnumerable<string> FindAsync(IpDbContext db, CancellationToken cancellationToken);
}

/// <summary>A place where an invariant does not hold.</summary>
/// <param name="Invariant">Its key.</param>
/// <param name="Where">The place.</param>
internal sealed record Violation(string Invariant, string Where);
