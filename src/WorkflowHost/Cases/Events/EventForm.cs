using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Cases.Events;

/// <summary>How a field of a report is filled in.</summary>
internal enum EventFieldKind
{
    /// <summary>A day that may not lie ahead.</summary>
    PastDate,

    /// <summary>Any day.</summary>
    Date,
    Text,
    LongText,

    /// <summary>One of few.</summary>
    Choice,

    /// <summary>Several of few.</summary>
    Choices,

    /// <summary>Yes or no.</summary>
    Flag,
}

/// <summary>A field of a report: called as the API calls it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Label">What is asked for.</param>
internal sealed record EventField(string Name, EventFieldKind Kind, LocalizedText Label)
{
    public LocalizedText? Hint { get; init; }

    public bool IsOptional { get; init; }

    /// <summary>What can be chosen in this case, in a language.</summary>
    public Func<EventSubjects, string, IReadOnlyList<Choice>>? Choices { get; init; }

    /// <summary>What is filled in from the start; dates of the past begin as today.</summary>
    public string? Preset { get; init; }
}

/// <summary>What a report is about; lists are parted by it.</summary>
internal enum EventGroup
{
    Appeal,
    Plan,
    Coordinator,
    Person,
    Request,
}

/// <summary>A kind of report as people meet it: what it is called, what it sets in motion, and what must be told.</summary>
/// <param name="Name">Name of the event, in the address and in the API.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Title">What one does.</param>
/// <param name="Effect">What it sets in motion, in one sentence or two.</param>
/// <param name="Done">What is said when it is done. It tells nothing about who the person is.</param>
/// <param name="Fields">What must be told.</param>
internal sealed record EventForm(string Name, EventGroup Group, LocalizedText Title, LocalizedText Effect, LocalizedText Done, IReadOnlyList<EventField> Fields)
{
    /// <summary>Name of the tick that an irreversible report needs.</summary>
    public const string ConfirmedField = "confirmed";

    /// <summary>Begins a choice that says of what type the thing is, where the others name one.</summary>
    public const string TypePrefix = "type:";

    /// <summary>Name of what makes sending twice harmless.</summary>
    public const string OperationIdField = "operationId";

    /// <summary>Name of the reason, which stands in the history.</summary>
    public const string ReasonField = "reason";

    /// <summary>What must be understood before it is sent; null when it can be taken back or does little harm.</summary>
    public LocalizedText? Confirm { get; init; }

    /// <summary>What the reason is called here.</summary>
    public LocalizedText Reason { get; init; } = new("Hvorfor melder du fra?", "Kvifor melder du frå?", "Why do you report it?");

    /// <summary>Whether it makes sense in a case as it is now.</summary>
    public required Func<EventSubjects, bool> Fits { get; init; }
}
