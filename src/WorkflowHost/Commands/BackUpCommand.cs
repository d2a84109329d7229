using IndividualPlan.WorkflowHost.Persistence;

namespace IndividualPlan.WorkflowHost.Commands;

/// <summary><c>backup FILE</c>: a copy of the whole database as it stands at one moment, while the product serves.</summary>
internal sealed class BackUpCommand(DatabaseCopies copies, DatabaseOptions database) : HostCommand
{
    public override string Name => "backup";

    public override async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var file, ..] || file.StartsWith('-'))
        {
            return await RefuseAsync("Say where the copy is to be: backup FILE");
        }

        if (File.Exists(file))
        {
            return await RefuseAsync($"{file} is there already. Name a file that is not.");
        }

        if (await copies.WriteAsync(file, cancellationToken) is { } fault)
        {
            return await RefuseAsync(fault);
        }

        await Console.Out.WriteLineAsync($"{file}: {new FileInfo(file).Length} bytes from {database.Provider}");
        return Good;
    }
}
