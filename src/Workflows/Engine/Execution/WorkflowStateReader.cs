using System.Text.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>Reads the stored form of a state, token by token. Names that it does not know are skipped, so that a later version may add some.</summary>
internal ref struct WorkflowStateReader(ReadOnlySpan<byte> json)
{
    private Utf8JsonReader reader = new(json);

    public WorkflowState Read()
    {
        Next();
        var state = new WorkflowState();

        while (NextName() is { } name)
        {
            switch (name)
            {
                case "d": state.DefinitionId = Text(); break;
                case "v": state.VersionId = Text(); break;
                case "s": state.Status = (WorkflowStatus)Number(); break;
                case "u": state.SubStatus = (WorkflowSubStatus)Number(); break;
                case "c": state.CorrelationId = Text(); break;
                case "n": state.Name = Text(); break;
                case "g": state.TriggerActivityId = Text(); break;
                case "le": state.LastExecutionId = Number(); break;
                case "lw": state.LastWaitId = Number(); break;
                case "li": state.LastIncidentId = Number(); break;
                case "i": Values(state.Inputs); break;
                case "o": Values(state.Outputs); break;
                case "f": Values(state.FinalVariables = []); break;
                case "r": state.LastResult = Value(); break;
                case "x": while (NextItem()) { state.Executions.Add(ReadExecution()); } break;
                case "w": while (NextItem()) { state.OpenWaits.Add(ReadWait()); } break;
                case "p": while (NextItem()) { state.PendingWork.Add(ReadWork()); } break;
                case "e": while (NextItem()) { state.OpenIncidents.Add(ReadIncident()); } break;
                case "l": while (NextName() is { } activity) { Values(state.LastOutputs[activity] = []); } break;
                default: reader.Skip(); break;
            }
        }

        return state;
    }

    private ActivityExecution ReadExecution()
    {
        int id = 0, owner = 0;
        var key = "";
        var status = ExecutionStatus.Running;
        bool backward = false, breaking = false, reported = false;
        JsonObject? local = null;
        OrderedDictionary<string, JsonNode?>? variables = null;
        FlowScope? flow = null;
        List<string>? completedWith = null;

        while (NextName() is { } name)
        {
            switch (name)
            {
                case "i": id = Number(); break;
                case "o": owner = Number(); break;
                case "k": key = Text(); break;
                case "s": status = (ExecutionStatus)Number(); break;
                case "b": backward = reader.GetBoolean(); break;
                case "q": breaking = reader.GetBoolean(); break;
                case "t": reported = reader.GetBoolean(); break;
                case "l": local = Value() as JsonObject; break;
                case "v": Values(variables = []); break;
                case "f": flow = ReadFlow(); break;
                case "c": completedWith = []; while (NextItem()) { completedWith.Add(Text()); } break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityExecution
        {
            Id = id,
            OwnerId = owner,
            NodeKey = key,
            Status = status,
            IsByBackwardConnection = backward,
            IsBreaking = breaking,
            IsReported = reported,
            Local = local,
            Variables = variables,
            Flow = flow,
            CompletedWith = completedWith,
        };
    }

    private FlowScope ReadFlow()
    {
        var flow = new FlowScope();

        while (NextItem())
        {
            var connection = Number();
            Next();
            var ahead = Number();
            Next();
            flow.Set(connection, ahead, Number() == 1);
        }

        return flow;
    }

    private Wait ReadWait()
    {
        int id = 0, execution = 0;
        var kind = WaitKind.Task;
        string? title = null, tag = null;
        DateTimeOffset? due = null;
        string activity = "", path = "", type = "";

        while (NextName() is { } name)
        {
            switch (name)
            {
                case "i": id = Number(); break;
                case "k": kind = (WaitKind)Number(); break;
                case "n": title = Text(); break;
                case "d": due = Instant(); break;
                case "a": activity = Text(); break;
                case "p": path = Text(); break;
                case "t": type = Text(); break;
                case "x": execution = Number(); break;
                case "g": tag = Text(); break;
                default: reader.Skip(); break;
            }
        }

        return new Wait(id, kind, title, due, activity, path, type, execution, tag);
    }

    private StoredWork ReadWork()
    {
        var key = "";
        var owner = 0;
        var backward = false;
        OrderedDictionary<string, JsonNode?>? variables = null;

        while (NextName() is { } name)
        {
            switch (name)
            {
                case "k": key = Text(); break;
                case "o": owner = Number(); break;
                case "b": backward = reader.GetBoolean(); break;
                case "v": Values(variables = []); break;
                default: reader.Skip(); break;
            }
        }

        return new StoredWork(key, owner, backward, variables);
    }

    private Incident ReadIncident()
    {
        int id = 0, execution = 0;
        string activity = "", type = "", path = "", message = "";
        string? title = null, code = null;
        DateTimeOffset at = default;

        while (NextName() is { } name)
        {
            switch (name)
            {
                case "i": id = Number(); break;
                case "x": execution = Number(); break;
                case "a": activity = Text(); break;
                case "n": title = Text(); break;
                case "t": type = Text(); break;
                case "p": path = Text(); break;
                case "m": message = Text(); break;
                case "c": code = Text(); break;
                case "d": at = Instant(); break;
                default: reader.Skip(); break;
            }
        }

        return new Incident(id, execution, activity, title, type, path, message, code, at);
    }

    private void Next()
    {
        if (!reader.Read())
        {
            throw new JsonException("The state ends too early.");
        }
    }

    /// <summary>The next property's name, with the reader on its value; null at the end of the object.</summary>
    private string? NextName()
    {
        Next();

        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            return null;
        }

        var name = reader.GetString();
        Next();

        return name;
    }

    private bool NextItem()
    {
        Next();

        return reader.TokenType != JsonTokenType.EndArray;
    }

    private string Text() => reader.GetString() ?? "";

    private int Number() => reader.GetInt32();

    private DateTimeOffset Instant() => new(reader.GetInt64(), TimeSpan.Zero);

    private JsonNode? Value() => JsonNode.Parse(ref reader);

    private void Values(OrderedDictionary<string, JsonNode?> values)
    {
        while (NextName() is { } name)
        {
            values[name] = Value();
        }
    }
}
