namespace IndividualPlan.WorkflowHost.ElsaApi.Descriptors;

/// <summary>What of an Elsa activity is no words: where it stands in the palette, and how Studio treats it.</summary>
/// <param name="Category">The group in the palette.</param>
/// <param name="Kind"><c>Action</c>, <c>Trigger</c> (may start the workflow) or <c>Task</c>.</param>
/// <param name="IsBrowsable">Whether the palette offers it.</param>
internal sealed record ActivityTraits(LocalizedText Category, string Kind = "Action", bool IsBrowsable = true)
{
    private static readonly LocalizedText Flow = new("Flyt", "Flyt", "Flow");
    private static readonly LocalizedText Events = new("Tid og hendelser", "Tid og hendingar", "Time and events");
    private static readonly LocalizedText Flows = new("Andre flyter", "Andre flytar", "Other flows");
    private static readonly LocalizedText Technical = new("Teknisk", "Teknisk", "Technical");

    private static readonly Dictionary<string, ActivityTraits> Known = new(StringComparer.Ordinal)
    {
        ["Elsa.Start"] = new(Flow) { IsStart = true },
        ["Elsa.End"] = new(Flow) { IsTerminal = true },
        ["Elsa.FlowDecision"] = new(Flow),
        ["Elsa.FlowSwitch"] = new(Flow),
        ["Elsa.FlowFork"] = new(Flow),
        ["Elsa.FlowJoin"] = new(Flow),
        ["Elsa.ParallelForEach"] = new(Flow),
        ["Elsa.Event"] = new(Events, "Trigger"),
        ["Elsa.PublishEvent"] = new(Events),
        ["Elsa.Delay"] = new(Events),
        ["Elsa.StartAt"] = new(Events, "Trigger"),
        ["Elsa.Timer"] = new(Technical, "Trigger"),
        ["Elsa.Cron"] = new(Technical, "Trigger"),
        ["Elsa.DispatchWorkflow"] = new(Flows),
        ["Elsa.ExecuteWorkflow"] = new(Flows, "Task"),
        ["Elsa.SendHttpRequest"] = new(Technical, "Task"),
        ["Elsa.FlowSendHttpRequest"] = new(Technical, "Task"),
        ["Elsa.Break"] = new(Technical) { IsTerminal = true },
        ["Elsa.Complete"] = new(Technical) { IsTerminal = true },
        ["Elsa.Finish"] = new(Technical) { IsTerminal = true },
        ["Elsa.Fault"] = new(Technical) { IsTerminal = true },
        ["Elsa.Flowchart"] = new(Technical, IsBrowsable: false) { IsContainer = true },
        ["Elsa.Sequence"] = new(Technical, IsBrowsable: false) { IsContainer = true },
        ["Elsa.Parallel"] = new(Technical, IsBrowsable: false) { IsContainer = true },
        ["Elsa.Fork"] = new(Technical, IsBrowsable: false) { IsContainer = true },
        ["Elsa.Workflow"] = new(Technical, IsBrowsable: false) { IsContainer = true },
        ["Elsa.NotFoundActivity"] = new(Technical, IsBrowsable: false),
    };

    /// <summary>Inputs whose type is more than their editor says, as Elsa 3.8 has them.</summary>
    private static readonly Dictionary<(string Type, string Input), string> Types = new()
    {
        [("Elsa.FlowJoin", "mode")] = "Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core",
        [("Elsa.FlowSwitch", "mode")] = "Elsa.Workflows.SwitchMode, Elsa.Workflows.Core",
        [("Elsa.Switch", "mode")] = "Elsa.Workflows.SwitchMode, Elsa.Workflows.Core",
        [("Elsa.Fork", "joinMode")] = "Elsa.Workflows.ForkJoinMode, Elsa.Workflows.Core",
        [("Elsa.FlowSwitch", "cases")] = "Elsa.Workflows.Activities.Flowchart.Models.FlowSwitchCase[], Elsa.Workflows.Core",
        [("Elsa.Switch", "cases")] = "Elsa.Workflows.Activities.SwitchCase[], Elsa.Workflows.Core",
        [("Elsa.SetVariable", "variable")] = "Elsa.Workflows.Memory.Variable, Elsa.Workflows.Core",
        [("Elsa.StartAt", "dateTime")] = "DateTimeOffset",
        [("Elsa.FlowSendHttpRequest", "expectedStatusCodes")] = "Int32[]",
        [("Elsa.Complete", "outcomes")] = "Object",
    };

    private static readonly Dictionary<(string Type, string Input), string> Hints = new()
    {
        [("Elsa.Switch", "cases")] = "switch-editor",
        [("Elsa.Complete", "outcomes")] = "outcome-picker",
    };

    /// <summary>Whether it is the start of a flowchart: no way in.</summary>
    public bool IsStart { get; init; }

    /// <summary>Whether it has no way out.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether other activities stand inside it.</summary>
    public bool IsContainer { get; init; }

    /// <summary>The traits of an Elsa type; an unlisted one is technical.</summary>
    public static ActivityTraits Of(string type) => Known.GetValueOrDefault(type) ?? new(Technical);

    /// <summary>A type name of its own for an input; null for the one of its kind.</summary>
    public static string? TypeOf(string type, string input) => Types.GetValueOrDefault((type, input));

    /// <summary>An editor of its own for an input; null for the one of its kind.</summary>
    public static string? HintOf(string type, string input) => Hints.GetValueOrDefault((type, input));

    /// <summary>Whether an input is written bare, without expression.</summary>
    public static bool IsBare(string type, string input) => (type, input) is ("Elsa.FlowSwitch" or "Elsa.Switch", "cases") or ("Elsa.SetVariable", "variable");
}
