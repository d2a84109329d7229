using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.Tests.Audit;

/// <summary>Walks the whole cross-product of states and operations of a life cycle.</summary>
internal static class Walk
{
    public static TheoryData<TState, TOperation> Of<TState, TOperation>()
        where TState : struct, Enum
        where TOperation : struct, Enum
    {
        var data = new TheoryData<TState, TOperation>();
        foreach (var state in Enum.GetValues<TState>())
        {
            foreach (var operation in Enum.GetValues<TOperation>())
            {
                data.Add(state, operation);
            }
        }

        return data;
    }

    /// <summary>Puts the aggregate into the state, takes the step, and compares with the table: the table's target, or a transition exception that changed nothing.</summary>
    public static void Step<TAggregate, TState, TOperation>(
        LifeCycle<TState, TOperation> table, TAggregate aggregate, TState from, TOperation operation, Action<TAggregate, TOperation> take)
        where TAggregate : class
        where TState : struct, Enum
        where TOperation : struct, Enum
    {
        var state = typeof(TAggregate).GetProperty("State")!;
        state.SetValue(aggregate, from);

        if (table.Next(from, operation) is { } expected)
        {
            take(aggregate, operation);
            Assert.Equal(expected, state.GetValue(aggregate));
            return;
        }

        var e = Assert.ThrowsAny<TransitionException>(() => take(aggregate, operation));
        Assert.Equal(from.ToString(), e.From);
        Assert.Equal(from, state.GetValue(aggregate));
    }

    /// <summary>Compares a table with its written form: one line per state, <c>State: Operation>Target …</c>, and <c>Operation=</c> for what is already done. All else must be forbidden.</summary>
    public static void Matrix<TState, TOperation>(LifeCycle<TState, TOperation> table, string written)
        where TState : struct, Enum
        where TOperation : struct, Enum
    {
        var actual = Enum.GetValues<TState>().Select(from => $"{from}: " + string.Join(' ', Enum.GetValues<TOperation>()
            .Select(operation => (operation, to: table.Next(from, operation)))
            .Where(cell => cell.to is not null)
            .Select(cell => cell.to.Equals(from) ? $"{cell.operation}=" : $"{cell.operation}>{cell.to}")));

        Assert.Equal(written.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), actual.Select(line => line.Trim()));
    }
}
