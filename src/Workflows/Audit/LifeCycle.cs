namespace IndividualPlan.Workflows.Audit;

/// <summary>One allowed step of a life cycle.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="From">The state it may be done in.</param>
/// <param name="To">The state it leads to.</param>
/// <param name="Role">The role that must do it where law or four-eyes practice says so; null when any authorized actor may.</param>
/// <typeparam name="TState">The states, an enum stored as text.</typeparam>
/// <typeparam name="TOperation">The operations, an enum.</typeparam>
public sealed record Transition<TState, TOperation>(TOperation Operation, TState From, TState To, string? Role = null)
    where TState : struct, Enum
    where TOperation : struct, Enum;

/// <summary>The transition table of one life cycle, as pure data with one lookup.</summary>
/// <typeparam name="TState">The states.</typeparam>
/// <typeparam name="TOperation">The operations.</typeparam>
public sealed class LifeCycle<TState, TOperation>
    where TState : struct, Enum
    where TOperation : struct, Enum
{
    private readonly Dictionary<(TState From, TOperation Operation), Transition<TState, TOperation>> _rows = [];
    private readonly HashSet<(TState To, TOperation Operation)> _results = [];

    internal LifeCycle(IEnumerable<Transition<TState, TOperation>> transitions)
    {
        Transitions = [.. transitions];
        foreach (var row in Transitions)
        {
            _rows.Add((row.From, row.Operation), row);
            _results.Add((row.To, row.Operation));
        }
    }

    /// <summary>All rows, for tests, documentation and screens.</summary>
    public IReadOnlyList<Transition<TState, TOperation>> Transitions { get; }

    /// <summary>The state after the operation: the row's target; the same state when the operation has already led there; null when it is not allowed.</summary>
    public TState? Next(TState from, TOperation operation) =>
        _rows.TryGetValue((from, operation), out var row) ? row.To
        : _results.Contains((from, operation)) ? from
        : null;

    /// <summary>The role that the step demands, or null.</summary>
    public string? RoleFor(TState from, TOperation operation) => _rows.GetValueOrDefault((from, operation))?.Role;

    /// <summary>The operations that would change the state now.</summary>
    public IReadOnlyList<TOperation> OperationsIn(TState from) =>
        [.. Transitions.Where(row => row.From.Equals(from)).Select(row => row.Operation)];
}
