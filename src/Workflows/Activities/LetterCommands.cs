using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Whom a letter goes to; who that is, is found when the command is applied.</summary>
public enum LetterAddressee
{
    /// <summary>The person, or the representative where an authorization covers it.</summary>
    Person,

    /// <summary>Whoever made the newest request.</summary>
    Requester,

    /// <summary>The representative.</summary>
    Representative,

    /// <summary>A participant, given as the subject.</summary>
    Participant,

    /// <summary>The coordinator.</summary>
    Coordinator,

    /// <summary>The body that hears appeals.</summary>
    AppealBody,

    /// <summary>The municipality that takes over.</summary>
    ReceivingMunicipality,
}

/// <summary>How a letter goes out.</summary>
public enum LetterRoute
{
    /// <summary>Digitally where the person is reachable so, else on paper (P-33).</summary>
    Automatic,

    /// <summary>Digitally.</summary>
    Digital,

    /// <summary>On paper.</summary>
    Paper,
}

/// <summary>A letter goes out: it is stored with its data now and leaves from the outbox afterwards.</summary>
/// <param name="Template">Key of the template.</param>
/// <param name="Addressee">Whom to.</param>
/// <param name="Route">How.</param>
/// <param name="SubjectId">What it is about (decision, appeal, consent, participant); null for the case.</param>
/// <param name="Details">What the template fills in beside the case's own data.</param>
/// <param name="Settles">Key of the deadline that sending it meets; null for none.</param>
public sealed record QueueLetter(string Template, LetterAddressee Addressee, LetterRoute Route, string? SubjectId, JsonObject Details, string? Settles) : EngineCommand;
