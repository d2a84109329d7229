using System.Text.Json.Nodes;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>Something that must leave the process, saved in the transaction that decided it and delivered afterwards, at least once.</summary>
internal sealed class OutboxMessage
{
    public Guid Id { get; set; }

    /// <summary>Chosen by whoever asks: the same effect has the same key and is stored once; receivers use it to drop repeats.</summary>
    public string Key { get; set; } = "";

    /// <summary>What kind of delivery: <c>letter</c>, <c>alert</c>, <c>http</c>, <c>mail</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What to deliver, a JSON object.</summary>
    public string Payload { get; set; } = "";

    public OutboxState State { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Not before this instant; moved on after a failed attempt.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Until when a dispatcher has it; another may take it then.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? LastError { get; set; }

    public long Version { get; set; }

    public static OutboxMessage New(Guid id, string key, string kind, JsonObject payload, DateTimeOffset now) => new()
    {
        Id = id,
        Key = key,
        Kind = kind,
        Payload = payload.ToJsonString(),
        CreatedAt = now,
        DueAt = now,
    };
}

/// <summary>Kinds of delivery, as stored.</summary>
internal static class OutboxKinds
{
    public const string Letter = "letter";
    public const string Http = "http";
    public const string Mail = "mail";
    public const string Alert = "alert";
}

/// <summary>How far a message has come.</summary>
internal enum OutboxState
{
    /// <summary>To be delivered.</summary>
    Waiting,

    /// <summary>Delivered.</summary>
    Sent,

    /// <summary>Given up after many attempts; someone must look.</summary>
    Failed,
}
