using IndividualPlan.Workflows.Engine.Activities;
using Elsas = IndividualPlan.Workflows.Engine.Activities;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>The activity types that an engine knows. Immutable.</summary>
public sealed class ActivityCatalogue
{
    private readonly Dictionary<string, Activity> byType;

    private ActivityCatalogue(IEnumerable<Activity> activities) =>
        byType = activities.ToDictionary(static a => a.Type, StringComparer.Ordinal);

    /// <summary>All known types.</summary>
    public IReadOnlyCollection<Activity> Activities => byType.Values;

    /// <summary>Elsa's own activities, as far as this engine runs them.</summary>
    public static ActivityCatalogue Elsa() => new(
    [
        new WorkflowRoot(), new Flowchart(), new Sequence(), new Start(), new End(), new Elsas.Finish(), new Complete(), new Fault(), new Break(),
        new SetVariable(), new SetOutput(), new SetName(), new Correlate(), new WriteLine(), new If(), new FlowDecision(), new Switch(), new FlowSwitch(),
        new FlowFork(), new FlowJoin(), new Fork(), new Elsas.Parallel(), new For(), new ForEach(), new ParallelForEach(), new While(), new Delay(), new StartAt(),
        new Elsas.Timer(), new Cron(), new Event(), new PublishEvent(), new RunTask(), new ExecuteWorkflow(), new DispatchWorkflow(), new RunJavaScript(),
        new SendHttpRequest(), new FlowSendHttpRequest(), new UnknownActivity(),
    ]);

    /// <summary>This catalogue and more activities.</summary>
    /// <param name="activities">Activities with type names that are not yet taken.</param>
    public ActivityCatalogue With(params IEnumerable<Activity> activities) => new(byType.Values.Concat(activities));

    /// <summary>Finds a type; null when it is unknown.</summary>
    /// <param name="type">The type name.</param>
    public Activity? Find(string type) => byType.GetValueOrDefault(type);
}
