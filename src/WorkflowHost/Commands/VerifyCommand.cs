using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Verification;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Commands;

/// <summary><c>verify</c>: holds the database against everything that must be true of it. It changes nothing and may run while the product serves.</summary>
internal sealed class VerifyCommand(VerifyDatabase verify, ContextOptions options) : HostCommand
{
    /// <summary>So many places are shown for one invariant; the rest are counted.</summary>
    private const int Shown = 20;

    public override string Name => "verify";

    public override async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        await using (var db = new IpDbContext(options.Default))
        {
            if (!await db.Database.CanConnectAsync(cancellationToken))
            {
                return await RefuseAsync("There is no database where the settings Database:Provider and Database:ConnectionString say.");
            }
        }

        Dictionary<string, List<string>> found = [];

        await foreach (var violation in verify.RunAsync(cancellationToken))
        {
            (found.TryGetValue(violation.Invariant, out var places) ? places : found[violation.Invariant] = []).Add(violation.Where);
        }

        foreach (var invariant in verify.Invariants)
        {
            await TellAsync(invariant, found.GetValueOrDefault(invariant.Key) ?? []);
        }

        await Console.Out.WriteLineAsync($"{verify.Invariants.Count} invariants, {found.Values.Sum(static p => p.Count)} violations");
        return found.Count == 0 ? Good : Bad;
    }

    private static async Task TellAsync(Invariant invariant, List<string> places)
    {
        await Console.Out.WriteLineAsync($"{(places.Count == 0 ? "holds " : "BROKEN")} {invariant.Key}: {invariant.Sentence}");

        foreach (var place in places.Take(Shown))
        {
            await Console.Out.WriteLineAsync("         " + place);
        }

        if (places.Count > Shown)
        {
            await Console.Out.WriteLineAsync($"         and {places.Count - Shown} more");
        }
    }
}
