namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>
/// What a flowchart remembers of its connections. Elsa counts visits of activities and connections; only how far a connection is ahead of its
/// target matters, so that difference is all that is kept, and it returns to zero with each round of a loop.
/// </summary>
internal sealed class FlowScope
{
    private readonly SortedDictionary<int, (int Ahead, bool Followed)> connections = [];

    /// <summary>Connections that are not level with their targets, by index in the definition.</summary>
    public IEnumerable<(int Connection, int Ahead, bool Followed)> Entries => connections.Select(static c => (c.Key, c.Value.Ahead, c.Value.Followed));

    public int Ahead(int connection) => connections.GetValueOrDefault(connection).Ahead;

    public bool WasFollowed(int connection) => connections.GetValueOrDefault(connection).Followed;

    public void VisitConnection(int connection, bool followed) => Set(connection, Ahead(connection) + 1, followed);

    public void VisitActivity(IReadOnlyList<int> inbound)
    {
        foreach (var connection in inbound)
        {
            Set(connection, Ahead(connection) - 1, WasFollowed(connection));
        }
    }

    /// <summary>What was followed matters only while the connection is ahead.</summary>
    public void Set(int connection, int ahead, bool followed)
    {
        if (ahead == 0)
        {
            connections.Remove(connection);
        }
        else
        {
            connections[connection] = (ahead, followed && ahead > 0);
        }
    }

    public FlowScope Copy()
    {
        var copy = new FlowScope();

        foreach (var (connection, value) in connections)
        {
            copy.connections.Add(connection, value);
        }

        return copy;
    }
}
