namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>Stands in for an activity type that nobody knows: it loads and is kept, but cannot run.</summary>
internal sealed class UnknownActivity : Activity
{
    public static readonly UnknownActivity Instance = new();

    public override string Type => "Elsa.NotFoundActivity";

    public override void Execute(ActivityContext c) =>
        throw new ActivityFaultException($"Activity type '{c.Node.Type}' is not known here, so '{c.Node.DisplayName}' cannot run.");
}
