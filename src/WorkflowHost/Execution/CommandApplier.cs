using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Carries out one kind of command of the domain activities, inside the transaction of the advance that issued it.</summary>
/// <remarks>
/// An exception (a transition that is not allowed, say) rolls the whole operation back; it is then run again with the failed step as an
/// incident. So an applier changes nothing outside the work that it is given.
/// </remarks>
internal abstract class CommandApplier
{
    public abstract Type CommandType { get; }

    /// <summary>
    /// Whether what it changes is written at once, so that what the database refuses becomes an incident of this step and later steps can query it.
    /// False spares statements where neither can matter: it only adds rows under new ids.
    /// </summary>
    public virtual bool FlushesChanges => true;

    public abstract Task ApplyAsync(EngineCommand command, ApplyScope scope, CancellationToken cancellationToken);
}

/// <summary>An applier by the type of its command; register with <c>services.AddSingleton&lt;CommandApplier, ApplySomething&gt;()</c>.</summary>
internal abstract class CommandApplier<TCommand> : CommandApplier
    where TCommand : EngineCommand
{
    public sealed override Type CommandType => typeof(TCommand);

    public sealed override Task ApplyAsync(EngineCommand command, ApplyScope scope, CancellationToken cancellationToken) =>
        ApplyAsync((TCommand)command, scope, cancellationToken);

    protected abstract Task ApplyAsync(TCommand command, ApplyScope scope, CancellationToken cancellationToken);
}

/// <summary>What an applier works on.</summary>
/// <param name="Work">The transaction.</param>
/// <param name="Instance">The instance whose activity issued the command; its state column is not up to date in the middle of an advance.</param>
internal sealed record ApplyScope(Work Work, WorkflowInstance Instance)
{
    public CaseId? CaseId => Instance.CaseId;

    /// <summary>The case; a flow without one cannot change a case, which becomes an incident.</summary>
    public CaseId RequireCase() =>
        Instance.CaseId ?? throw new InvalidOperationException("The workflow does not belong to a case, so this step has nothing to work on.");
}
