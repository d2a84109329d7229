namespace IndividualPlan.WorkflowHost.Commands;

/// <summary>Something that an operator asks of the program instead of serving: <c>dotnet IndividualPlan.WorkflowHost.dll verify</c>. It works on the database that the settings name.</summary>
internal abstract class HostCommand
{
    /// <summary>All went well.</summary>
    protected const int Good = 0;

    /// <summary>It was done, and the answer is no.</summary>
    protected const int Bad = 1;

    /// <summary>It could not be done.</summary>
    protected const int NotDone = 2;

    /// <summary>The first word on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Does it and says how it went on the standard output, faults on the standard error.</summary>
    /// <param name="arguments">What follows the name.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The exit code: 0 when all is well, 1 when the answer is no, 2 when it could not be done.</returns>
    public abstract Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken);

    /// <summary>Says why it could not be done.</summary>
    protected static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return NotDone;
    }
}
