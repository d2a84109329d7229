using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Tests.Activities;

/// <summary>One instance of a drawing, with a clock that fires its timers in order. Every state goes through its stored form.</summary>
internal sealed class ActivityRun
{
    private static readonly ActivityCatalogue Catalogue = ActivityCatalogue.Elsa().With(CaseActivities.All(RuleBook.Embedded, FormCatalogue.Embedded));
    private static readonly WorkflowEngine Engine = new(Catalogue, new EngineOptions());
    private readonly WorkflowDefinition _definition;
    private WorkflowState? _state;

    public ActivityRun(Drawing drawing, string startsAt = "2027-01-11T09:00:00+01:00", JsonObject? facts = null)
    {
        var read = DefinitionReader.Read(drawing.ToJson());
        Assert.True(read.Definition is not null, string.Join("; ", read.Problems.Select(static p => p.Message.En)));
        _definition = read.Definition!;
        Now = DateTimeOffset.Parse(startsAt, CultureInfo.InvariantCulture);
        Facts = facts ?? [];
        Take(Engine.Advance(_definition, null, new Stimulus.Start(null, null), Around()));
    }

    public static WorkflowDefinition Read(Drawing drawing) => DefinitionReader.Read(drawing.ToJson()).Definition!;

    public static IReadOnlyList<DefinitionProblem> Validate(WorkflowDefinition definition) =>
        DefinitionValidator.Validate(definition, Catalogue, (_, _) => null);

    public DateTimeOffset Now { get; private set; }

    public JsonObject Facts { get; }

    public List<EngineCommand> Commands { get; } = [];

    public WorkflowState State => _state!;

    /// <summary>The drawn activities that have completed, with the port they left by.</summary>
    public IEnumerable<T> All<T>()
        where T : EngineCommand => Commands.OfType<T>();

    public T Single<T>()
        where T : EngineCommand => Assert.Single(All<T>());

    public string Fault => Assert.Single(State.Incidents).Message;

    /// <summary>Completes the open task, or the one about a subject.</summary>
    public void Answer(string outcome, JsonObject? values = null, string? subject = null, string by = "kari")
    {
        var open = All<OpenTask>().Where(task => State.Waits.Any(wait => wait.Id == task.WaitId)).ToList();
        var task = subject is null ? Assert.Single(open) : open.Single(candidate => candidate.SubjectId == subject);
        var result = new JsonObject
        {
            ["outcome"] = outcome,
            ["values"] = values ?? [],
            ["completedBy"] = by,
            ["completedOn"] = NorwegianTime.DateOf(Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["taskId"] = "0",
        };
        Give(new Stimulus.ResumeWait(task.WaitId, result));
    }

    public void Raise(string name, JsonObject? payload = null) => Give(new Stimulus.EventReceived(name, payload));

    /// <summary>Moves the clock, firing every timer at its own instant.</summary>
    public void MoveTo(string localTime)
    {
        var target = At(localTime);

        while (NextTimer() is { } timer && timer.DueAt <= target)
        {
            Now = Now > timer.DueAt!.Value ? Now : timer.DueAt.Value;
            Give(new Stimulus.ResumeWait(timer.Id));
        }

        Now = target;
    }

    /// <summary>The host was down until now: timers that came due meanwhile all fire at the present time.</summary>
    public void WakeAt(string localTime)
    {
        Now = At(localTime);

        while (NextTimer() is { } timer && timer.DueAt <= Now)
        {
            Give(new Stimulus.ResumeWait(timer.Id));
        }
    }

    public void Give(Stimulus stimulus)
    {
        _state = WorkflowStateJson.Read(WorkflowStateJson.Write(State));
        var result = Engine.Advance(_definition, _state, stimulus, Around());
        Assert.False(result.Refused);
        Take(result);
    }

    /// <summary>An instant in Norwegian local time, for instance <c>2027-02-26 06:00</c>.</summary>
    public static DateTimeOffset At(string localTime) => NorwegianTime.At(
        DateOnly.Parse(localTime[..10], CultureInfo.InvariantCulture),
        localTime.Length > 10 ? TimeOnly.Parse(localTime[11..], CultureInfo.InvariantCulture) : new TimeOnly(23, 59));

    private Wait? NextTimer() => State.Waits.Where(static wait => wait.Kind == WaitKind.Timer).OrderBy(static wait => wait.DueAt).ThenBy(static wait => wait.Id).FirstOrDefault();

    private void Take(AdvanceResult result)
    {
        _state = result.State;
        Commands.AddRange(result.Commands);
    }

    private Surroundings Around() => new(Now) { Case = Facts, FindDefinition = static (_, _) => null };
}
