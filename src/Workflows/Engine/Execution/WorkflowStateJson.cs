using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>The stored form of a state: compact JSON with short names, nothing written that is default. The same state gives the same bytes.</summary>
public static class WorkflowStateJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = ExpressionValues.Readable.Encoder, SkipValidation = true };

    /// <summary>Writes a state.</summary>
    /// <param name="state">The state.</param>
    public static string Write(WorkflowState state)
    {
        var buffer = new ArrayBufferWriter<byte>(512);

        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, state);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a state.</summary>
    /// <param name="json">What <see cref="Write(WorkflowState)"/> gave.</param>
    /// <exception cref="JsonException">The text is no state.</exception>
    public static WorkflowState Read(string json) => new WorkflowStateReader(Encoding.UTF8.GetBytes(json)).Read();

    private static void Write(Utf8JsonWriter writer, WorkflowState state)
    {
        writer.WriteStartObject();
        writer.WriteString("d", state.DefinitionId);
        writer.WriteString("v", state.VersionId);
        Number(writer, "s", (int)state.Status);
        Number(writer, "u", (int)state.SubStatus);
        Text(writer, "c", state.CorrelationId);
        Text(writer, "n", state.Name);
        Text(writer, "g", state.TriggerActivityId);
        Number(writer, "le", state.LastExecutionId);
        Number(writer, "lw", state.LastWaitId);
        Number(writer, "li", state.LastIncidentId);
        Values(writer, "i", state.Inputs);
        Values(writer, "o", state.Outputs);
        Values(writer, "f", state.FinalVariables);
        Value(writer, "r", state.LastResult);
        List(writer, "x", state.Executions, Write);
        List(writer, "w", state.OpenWaits, Write);
        List(writer, "p", state.PendingWork, Write);
        List(writer, "e", state.OpenIncidents, Write);

        if (state.LastOutputs.Count > 0)
        {
            writer.WriteStartObject("l");

            foreach (var (activityId, outputs) in state.LastOutputs)
            {
                Values(writer, activityId, outputs);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ActivityExecution execution)
    {
        writer.WriteNumber("i", execution.Id);
        Number(writer, "o", execution.OwnerId);
        writer.WriteString("k", execution.NodeKey);
        Number(writer, "s", (int)execution.Status);
        Flag(writer, "b", execution.IsByBackwardConnection);
        Flag(writer, "q", execution.IsBreaking);
        Flag(writer, "t", execution.IsReported && execution.Status == ExecutionStatus.Faulted);

        if (execution.Local is { Count: > 0 })
        {
            Value(writer, "l", execution.Local);
        }

        Values(writer, "v", execution.Variables);

        if (execution.Flow is not null && execution.Flow.Entries.Any())
        {
            writer.WriteStartArray("f");

            foreach (var (connection, ahead, followed) in execution.Flow.Entries)
            {
                writer.WriteNumberValue(connection);
                writer.WriteNumberValue(ahead);
                writer.WriteNumberValue(followed ? 1 : 0);
            }

            writer.WriteEndArray();
        }

        if (execution.Status == ExecutionStatus.Faulted && execution.CompletedWith is { } outcomes)
        {
            writer.WriteStartArray("c");

            foreach (var outcome in outcomes)
            {
                writer.WriteStringValue(outcome);
            }

            writer.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter writer, Wait wait)
    {
        writer.WriteNumber("i", wait.Id);
        Number(writer, "k", (int)wait.Kind);
        Text(writer, "n", wait.Name);

        if (wait.DueAt is { } due)
        {
            writer.WriteNumber("d", due.UtcTicks);
        }

        writer.WriteString("a", wait.ActivityId);
        writer.WriteString("p", wait.NodeId);
        writer.WriteString("t", wait.ActivityType);
        writer.WriteNumber("x", wait.ExecutionId);
        Text(writer, "g", wait.Tag);
    }

    private static void Write(Utf8JsonWriter writer, StoredWork work)
    {
        writer.WriteString("k", work.NodeKey);
        writer.WriteNumber("o", work.OwnerId);
        Flag(writer, "b", work.IsByBackwardConnection);
        Values(writer, "v", work.Variables);
    }

    private static void Write(Utf8JsonWriter writer, Incident incident)
    {
        writer.WriteNumber("i", incident.Id);
        writer.WriteNumber("x", incident.ExecutionId);
        writer.WriteString("a", incident.ActivityId);
        Text(writer, "n", incident.ActivityName);
        writer.WriteString("t", incident.ActivityType);
        writer.WriteString("p", incident.NodeId);
        writer.WriteString("m", incident.Message);
        Text(writer, "c", incident.Code);
        writer.WriteNumber("d", incident.At.UtcTicks);
    }

    private static void List<T>(Utf8JsonWriter writer, string name, List<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);

        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Values(Utf8JsonWriter writer, string name, OrderedDictionary<string, JsonNode?>? values)
    {
        if (values is not { Count: > 0 })
        {
            return;
        }

        writer.WriteStartObject(name);

        foreach (var (key, value) in values)
        {
            writer.WritePropertyName(key);

            if (value is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter writer, string name, JsonNode? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    private static void Text(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void Number(Utf8JsonWriter writer, string name, int number)
    {
        if (number != 0)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void Flag(Utf8JsonWriter writer, string name, bool flag)
    {
        if (flag)
        {
            writer.WriteBoolean(name, true);
        }
    }
}
