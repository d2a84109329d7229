using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Makes works and brings them to the point where only the commit is missing.</summary>
internal sealed class WorkRun(Ids ids, FlowServices flows)
{
    /// <summary>How many steps of one operation may fail and become incidents before the operation as a whole is given up.</summary>
    private const int MaxFaults = 20;

    /// <summary>Runs the body and writes what it did.</summary>
    /// <param name="undoAsync">Undoes everything written since the operation began; called before the body is run again with a step that failed as an incident.</param>
    /// <param name="isLostRace">Whether what made a step fail is that another operation was faster, so that the whole is to be run again.</param>
    public async Task<(T Result, Work Work)> RunAsync<T>(
        IpDbContext db,
        Operation operation,
        Func<Work, CancellationToken, Task<T>> body,
        Func<Task> undoAsync,
        Func<Exception, bool> isLostRace,
        CancellationToken cancellationToken)
    {
        List<AdvanceFault> faults = [];

        while (true)
        {
            var work = new Work(db, new Operation(operation.Actor, operation.Reason, operation.Now), ids, flows, faults);

            try
            {
                var result = await body(work, cancellationToken);
                await work.CompleteAsync(cancellationToken);
                return (result, work);
            }
            catch (ApplyFailedException failure) when (faults.Count < MaxFaults && !isLostRace(failure))
            {
                faults.Add(failure.Fault);
                db.ChangeTracker.Clear();
                await undoAsync();
            }
        }
    }
}
