using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Cases;

/// <summary>How information was given (L-19).</summary>
public enum InformationChannel
{
    /// <summary>In a meeting.</summary>
    Meeting,

    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>By letter.</summary>
    Letter,

    /// <summary>Digitally.</summary>
    Digital,
}

/// <summary>What the person answered to the information (L-19).</summary>
public enum InformationResponse
{
    /// <summary>Wants a plan.</summary>
    WantsPlan,

    /// <summary>Wants a coordinator only.</summary>
    WantsCoordinatorOnly,

    /// <summary>Wants time to think.</summary>
    WantsToThink,

    /// <summary>Declines.</summary>
    Declines,

    /// <summary>Could not be reached.</summary>
    NotReached,
}

/// <summary>That information about individual plan was given, documented so that the duty can be shown to be met (L-16, L-19). Never changed; a repetition is a new record.</summary>
public sealed class InformationRecord
{
    private InformationRecord()
    {
    }

    /// <summary>Id.</summary>
    public InformationRecordId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>When it was given.</summary>
    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>User id of the one who informed.</summary>
    public string InformedBy { get; private set; } = "";

    /// <summary>Service of the one who informed, or null.</summary>
    public string? Service { get; private set; }

    /// <summary>How.</summary>
    public InformationChannel Channel { get; private set; }

    /// <summary>Which leaflet or letter template was used, or null.</summary>
    public string? ContentVersion { get; private set; }

    /// <summary>Language used: a language code.</summary>
    public string Language { get; private set; } = "nb";

    /// <summary>Whether a qualified interpreter took part (L-20).</summary>
    public bool InterpreterUsed { get; private set; }

    /// <summary>Who was present besides the two, as roles in words; null when nobody.</summary>
    public string? OthersPresent { get; private set; }

    /// <summary>The person's answer.</summary>
    public InformationResponse Response { get; private set; }

    /// <summary>When to raise it again, or null.</summary>
    public DateOnly? RaiseAgainOn { get; private set; }

    /// <summary>Records information given; records <c>information-given</c>.</summary>
    public static InformationRecord Give(
        InformationRecordId id,
        CaseId caseId,
        DateTimeOffset givenAt,
        InformationChannel channel,
        InformationResponse response,
        Operation operation,
        string language = "nb",
        bool interpreterUsed = false,
        string? contentVersion = null,
        string? othersPresent = null,
        DateOnly? raiseAgainOn = null)
    {
        var record = new InformationRecord
        {
            Id = id,
            CaseId = caseId,
            GivenAt = givenAt.ToUniversalTime(),
            InformedBy = operation.Actor.UserId,
            Service = operation.Actor.Service,
            Channel = channel,
            Response = response,
            Language = TextLimits.Require(language, TextLimits.Code, nameof(language)),
            InterpreterUsed = interpreterUsed,
            ContentVersion = TextLimits.Bound(contentVersion, TextLimits.Code, nameof(contentVersion)),
            OthersPresent = TextLimits.Bound(othersPresent, TextLimits.Name, nameof(othersPresent)),
            RaiseAgainOn = raiseAgainOn,
        };
        operation.Record(
            caseId,
            "information-given",
            ("informationRecordId", id), ("givenOn", NorwegianTime.DateOf(givenAt)), ("channel", channel), ("language", language),
            ("interpreter", interpreterUsed), ("response", response), ("raiseAgainOn", raiseAgainOn));
        return record;
    }
}
