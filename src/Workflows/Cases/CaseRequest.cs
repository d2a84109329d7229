using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Cases;

/// <summary>How something reached the office (L-26).</summary>
public enum RequestChannel
{
    /// <summary>Through the portal or another electronic way.</summary>
    Digital,

    /// <summary>On paper.</summary>
    Paper,

    /// <summary>Orally, in a meeting; written down by the receiver.</summary>
    Oral,

    /// <summary>By telephone; written down by the receiver.</summary>
    Phone,
}

/// <summary>Who asked (L-27).</summary>
public enum RequesterRole
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>A parent.</summary>
    Parent,

    /// <summary>A guardian.</summary>
    Guardian,

    /// <summary>A representative under an authorization.</summary>
    Representative,

    /// <summary>A relative who suggests a plan; needs no authorization (L-24).</summary>
    Relative,

    /// <summary>A service, on its own initiative.</summary>
    Service,

    /// <summary>A hospital that notifies the coordinating unit (L-9).</summary>
    Hospital,

    /// <summary>The general practitioner.</summary>
    GeneralPractitioner,

    /// <summary>The coordinating unit.</summary>
    CoordinatingUnit,
}

/// <summary>Whether a written authorization is in order (L-24, L-25).</summary>
public enum AuthorizationState
{
    /// <summary>None is needed: the person asks, or someone merely suggests.</summary>
    NotNeeded,

    /// <summary>Needed and not shown; the request is registered all the same and the clock runs.</summary>
    Missing,

    /// <summary>Shown and accepted.</summary>
    Shown,

    /// <summary>Not accepted, for example because the representative works in the same administrative field (FVL § 12).</summary>
    Rejected,

    /// <summary>The person confirmed the request, which is now the person's own (scenario 8).</summary>
    ConfirmedByPerson,
}

/// <summary>Who asked, as told with the request.</summary>
/// <param name="Role">Role.</param>
/// <param name="Name">Name, or null for the person; personal data, never put in history.</param>
/// <param name="Service">Code of the service, for services.</param>
/// <param name="WorksInSameAdministration">True when the requester is employed in the same administrative field, so may not represent (FVL § 12).</param>
public sealed record Requester(RequesterRole Role, string? Name = null, string? Service = null, bool WorksInSameAdministration = false);

/// <summary>A request or notice of need as received. A person's later requests join the open case, and each keeps its own received date (L-28).</summary>
public sealed class CaseRequest
{
    private CaseRequest()
    {
    }

    /// <summary>Id.</summary>
    public RequestId Id { get; private set; }

    /// <summary>The case it started or joined.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The Norwegian date of receipt, from which D-1 counts (D-26).</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>How it came.</summary>
    public RequestChannel Channel { get; private set; }

    /// <summary>Who asked.</summary>
    public Requester Requester { get; private set; } = new(RequesterRole.Person);

    /// <summary>Whether an authorization is in order.</summary>
    public AuthorizationState Authorization { get; private set; }

    /// <summary>What the authorization covers, in words; null when there is none.</summary>
    public string? AuthorizationScope { get; private set; }

    /// <summary>Services received or needed: codes.</summary>
    public IReadOnlyList<string> Services { get; private set; } = [];

    /// <summary>Wishes in the requester's own words (coordinator, who takes part, form), or null.</summary>
    public string? Wishes { get; private set; }

    /// <summary>True when the case was already open (L-28).</summary>
    public bool JoinedExistingCase { get; private set; }

    /// <summary>Registers a request; records <c>request-received</c>, or <c>request-joined</c> when the case was already open.</summary>
    /// <param name="id">Id.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="receivedAt">When it reached the office; may lie before the operation for paper and phone.</param>
    /// <param name="channel">How it came.</param>
    /// <param name="requester">Who asked.</param>
    /// <param name="authorizationScope">What a shown written authorization covers; null when none was shown.</param>
    /// <param name="services">Service codes.</param>
    /// <param name="wishes">Wishes, verbatim.</param>
    /// <param name="joined">Whether the case was already open.</param>
    /// <param name="operation">Who, why, when.</param>
    public static CaseRequest Receive(
        RequestId id,
        CaseId caseId,
        DateTimeOffset receivedAt,
        RequestChannel channel,
        Requester requester,
        string? authorizationScope,
        IReadOnlyList<string> services,
        string? wishes,
        bool joined,
        Operation operation)
    {
        var request = new CaseRequest
        {
            Id = id,
            CaseId = caseId,
            ReceivedAt = receivedAt.ToUniversalTime(),
            ReceivedOn = NorwegianTime.DateOf(receivedAt),
            Channel = channel,
            Requester = requester with { Name = TextLimits.Bound(requester.Name, TextLimits.Name, nameof(requester)) },
            Authorization = AuthorizationRules.Assess(requester, authorizationScope is not null),
            AuthorizationScope = TextLimits.Bound(authorizationScope, TextLimits.Text, nameof(authorizationScope)),
            Services = [.. services.Select(service => TextLimits.Require(service, TextLimits.Code, nameof(services)))],
            Wishes = TextLimits.Bound(wishes, TextLimits.Text, nameof(wishes)),
            JoinedExistingCase = joined,
        };
        operation.Record(
            caseId,
            joined ? "request-joined" : "request-received",
            ("requestId", id), ("receivedOn", request.ReceivedOn), ("channel", channel), ("requesterRole", requester.Role),
            ("authorization", request.Authorization), ("joined", joined), ("services", request.Services));
        return request;
    }

    /// <summary>Records that an authorization was shown and accepted; records <c>authorization-shown</c>.</summary>
    public void ShowAuthorization(string scope, Operation operation) => SetAuthorization(AuthorizationState.Shown, scope, "authorization-shown", operation);

    /// <summary>Records that the representative cannot be accepted; records <c>authorization-rejected</c>.</summary>
    public void RejectAuthorization(Operation operation) => SetAuthorization(AuthorizationState.Rejected, null, "authorization-rejected", operation);

    /// <summary>The person confirms the request as own and is the requester from now on; the helper gets nothing more (L-25, scenario 8). Records <c>request-confirmed-by-person</c>.</summary>
    public void ConfirmByPerson(Operation operation)
    {
        SetAuthorization(AuthorizationState.ConfirmedByPerson, null, "request-confirmed-by-person", operation);
        Requester = new Requester(RequesterRole.Person);
    }

    private void SetAuthorization(AuthorizationState state, string? scope, string @event, Operation operation)
    {
        if (state == Authorization && scope == AuthorizationScope)
        {
            return;
        }

        Authorization = state;
        AuthorizationScope = TextLimits.Bound(scope, TextLimits.Text, nameof(scope));
        operation.Record(CaseId, @event, ("requestId", Id));
    }
}

/// <summary>Whether someone who asks on another's behalf needs and has authorization (L-24).</summary>
public static class AuthorizationRules
{
    /// <summary>The state at receipt. A representative employed in the same administrative field is rejected whatever is shown (FVL § 12).</summary>
    public static AuthorizationState Assess(Requester requester, bool isShown) => requester.Role switch
    {
        RequesterRole.Representative when requester.WorksInSameAdministration => AuthorizationState.Rejected,
        RequesterRole.Representative => isShown ? AuthorizationState.Shown : AuthorizationState.Missing,
        _ => AuthorizationState.NotNeeded,
    };
}
