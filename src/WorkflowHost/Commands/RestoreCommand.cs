using IndividualPlan.WorkflowHost.Verification;

namespace IndividualPlan.WorkflowHost.Commands;

/// <summary><c>restore FILE</c>: makes the database from a copy that <c>backup</c> wrote, and verifies it. Where there is a database already nothing is done.</summary>
internal sealed class RestoreCommand(DatabaseCopies copies, VerifyDatabase verify) : HostCommand
{
    public override string Name => "restore";

    public override async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var file, ..] || file.StartsWith('-'))
        {
            return await RefuseAsync("Say which copy: restore FILE");
        }

        if (!File.Exists(file))
        {
            return await RefuseAsync($"There is no file {file}.");
        }

        if (await copies.ReadAsync(file, cancellationToken) is { } fault)
        {
            return await RefuseAsync(fault);
        }

        var violations = 0;

        await foreach (var violation in verify.RunAsync(cancellationToken))
        {
            violations++;
            await Console.Error.WriteLineAsync($"{violation.Invariant}: {violation.Where}");
        }

        await Console.Out.WriteLineAsync($"restored from {file}; {verify.Invariants.Count} invariants, {violations} violations");
        return violations == 0 ? Good : Bad;
    }
}
