using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Tests.Definitions;

/// <summary>Runs one drawing in the pure engine. Children and letters are only noted; the test plays the people, the clock and the children.</summary>
internal sealed class DrawingRun
{
    private readonly WorkflowEngine _engine = new(Drawings.Catalogue, new EngineOptions());
    private readonly WorkflowDefinition _definition;
    private readonly List<EngineCommand> _commands = [];
    private WorkflowState? _state;

    private DrawingRun(string key, JsonObject? theCase)
    {
        _definition = Drawings.Find(key);
        Case = theCase ?? Facts();
    }

    public DateTimeOffset Now { get; private set; } = new(2027, 1, 11, 9, 0, 0, TimeSpan.Zero);

    public JsonObject Case { get; }

    public WorkflowState State => _state ?? throw new InvalidOperationException("Not started.");

    /// <summary>Ids of the completed activities, in order.</summary>
    public IReadOnlyList<string> Path =>
        [.. Entries.Where(entry => entry.Event == "Completed" && entry.ActivityId != _definition.Root.Id && entry.ActivityType is not ("Elsa.Workflow" or "Elsa.Start")).Select(entry => entry.ActivityId)];

    public IReadOnlyList<string> Letters => [.. _commands.OfType<QueueLetter>().Select(letter => letter.Template)];

    public IReadOnlyList<string> Children => [.. _commands.OfType<StartChild>().Select(child => child.DefinitionId)];

    /// <summary>Activity ids of the open tasks, timers, events and children, reminders apart.</summary>
    public IReadOnlyList<string> Waiting =>
        [.. State.Waits.Where(wait => wait.Kind != WaitKind.Timer || wait.Tag is null or "point" or "Due").Select(wait => wait.ActivityId).Distinct().Order(StringComparer.Ordinal)];

    public bool IsFinished => State.Status == WorkflowStatus.Finished && State.SubStatus == WorkflowSubStatus.Finished;

    private IEnumerable<JournalEntry> Entries => _commands.OfType<Journal>().Select(journal => journal.Entry);

    /// <summary>Facts of a social-track case with a person's own request, as the host gives them.</summary>
    public static JsonObject Facts() => new()
    {
        ["caseId"] = "c1", ["track"] = "SOC-28", ["state"] = "Requested", ["requesterRole"] = "Person", ["hasAuthorization"] = false, ["isKvp"] = false,
        ["receivedOn"] = "2027-01-11", ["mainResponsibleService"] = null, ["plan"] = null, ["participants"] = new JsonArray(), ["deadlines"] = new JsonArray(),
        ["services"] = new JsonArray("nav"), ["request"] = new JsonObject { ["requestId"] = "r1", ["receivedOn"] = "2027-01-11" },
    };

    public static DrawingRun Start(string key, JsonObject? theCase = null, JsonObject? input = null) =>
        new DrawingRun(key, theCase).Advance(new Stimulus.Start(input));

    public static DrawingRun StartByEvent(string key, string eventName, JsonObject? payload = null, JsonObject? theCase = null)
    {
        var run = new DrawingRun(key, theCase);
        var trigger = run._definition.Triggers.Single(trigger => trigger.EventName == eventName);
        return run.Advance(new Stimulus.Start(TriggerActivityId: trigger.ActivityId, TriggerPayload: payload));
    }

    /// <summary>Someone completes the activity's task.</summary>
    public DrawingRun Answer(string activityId, string outcome, JsonObject? values = null) =>
        Advance(new Stimulus.ResumeWait(
            State.Waits.First(wait => wait.ActivityId == activityId && wait.Kind == WaitKind.Task).Id,
            new JsonObject { ["outcome"] = outcome, ["values"] = values ?? [], ["completedBy"] = "someone", ["completedOn"] = Now.ToString("yyyy-MM-dd", null), ["taskId"] = "t" }));

    /// <summary>Time passes until the activity's last timer is due.</summary>
    public DrawingRun TimePasses(string activityId)
    {
        var wait = State.Waits.Last(wait => wait.ActivityId == activityId && wait.Kind == WaitKind.Timer && wait.Tag is null or "point" or "Due");
        Now = wait.DueAt!.Value > Now ? wait.DueAt.Value : Now;
        return Advance(new Stimulus.ResumeWait(wait.Id));
    }

    public DrawingRun Event(string name, JsonObject? payload = null) => Advance(new Stimulus.EventReceived(name, payload));

    /// <summary>The child that the activity waits for ends.</summary>
    public DrawingRun ChildEnds(string activityId, JsonObject? output = null) =>
        Advance(new Stimulus.ResumeWait(State.Waits.Single(wait => wait.ActivityId == activityId && wait.Kind == WaitKind.Child).Id, output));

    public DrawingRun Assume(string fact, JsonNode? value)
    {
        Case[fact] = value;
        return this;
    }

    private DrawingRun Advance(Stimulus stimulus)
    {
        var result = _engine.Advance(_definition, _state, stimulus, new Surroundings(Now) { Case = Case, FindDefinition = (id, _) => Drawings.ByKey.GetValueOrDefault(id)?.Definition });
        Assert.False(result.Refused, $"{_definition.DefinitionId}: {stimulus} found nothing to resume; waiting: {string.Join(", ", _state?.Waits.Select(wait => wait.ActivityId) ?? [])}");
        _state = WorkflowStateJson.Read(WorkflowStateJson.Write(result.State));
        _commands.AddRange(result.Commands);
        Assert.Empty(State.Incidents.Select(incident => $"{incident.ActivityId}: {incident.Message}"));
        return this;
    }
}
