using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

internal sealed record RequestBody(
    PersonBody? Person, string? Track, DateTimeOffset? ReceivedAt, string? Channel, RequesterBody? Requester, JsonObject? Authorization,
    IReadOnlyList<string?>? Services, string? Wishes, string? Reason);

internal sealed record RequesterBody(string? Role, string? Name, string? Service, bool? WorksInSameAdministration);

/// <summary>Receipt of a request (L-26). A third party is told nothing about the case, so that nobody learns that a person is known (L-25, P-4).</summary>
internal sealed record RequestRegistered(
    CaseId? CaseId, string? Reference, RequestId RequestId, bool JoinedExistingCase, AuthorizationState Authorization, DateTimeOffset ReceivedAt, IReadOnlyList<DeadlineView> Deadlines);

/// <summary>Registers a request for an individual plan: the person, the case it opens or joins, and the event that starts the handling and its one-month clock.</summary>
internal sealed class RegisterRequest(IpDbContext db, WorkWriter writer, RuleBook law, TimeProvider clock, IHostEnvironment environment)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Registered(RequestRegistered Receipt) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    /// <summary>Whether a request of this id is registered already: the same form was sent twice.</summary>
    public Task<bool> IsRegisteredAsync(RequestId id, CancellationToken cancellationToken) => db.Requests.AnyAsync(r => r.Id == id, cancellationToken);

    /// <summary>What is wrong with a request, field by field; null when nothing is.</summary>
    public Refusal? Check(RequestBody body)
    {
        var errors = new FieldErrors();
        return Check(body, clock.GetUtcNow(), errors) is null ? errors.ToRefusal() : null;
    }

    /// <param name="body">The request as told.</param>
    /// <param name="id">Its id, when the caller has given it one so that sending it twice is harmless; else null.</param>
    /// <param name="user">Who registers it.</param>
    /// <param name="reason">Why, when told.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome> RunAsync(RequestBody body, RequestId? id, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var errors = new FieldErrors();
        var checkedBody = Check(body, now, errors);
        if (checkedBody is null)
        {
            return new Outcome.Refused(errors.ToRefusal());
        }

        if (NotAllowed(user, checkedBody) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        var operation = new Operation(user.Actor, reason.Or(body.Reason, "Registrerte en henvendelse om individuell plan."), now);
        return new Outcome.Registered(await writer.RunAsync(operation, (work, token) => RegisterAsync(work, checkedBody, id, user, token), cancellationToken));
    }

    private static async Task<RequestRegistered> RegisterAsync(Work work, Checked request, RequestId? id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (id is not null && await work.Db.Requests.FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is { } same)
        {
            return await ReceiptAsync(work, await work.Db.Cases.FirstAsync(c => c.Id == same.CaseId, cancellationToken), same, same.JoinedExistingCase, user, cancellationToken);
        }

        var person = await OpenCases.FindOrRegisterPersonAsync(work, request.Person, cancellationToken);
        var receivedOn = NorwegianTime.DateOf(request.ReceivedAt);
        var (opened, wasOpen) = await OpenCases.FindOrOpenAsync(work, person, request.Track, receivedOn, cancellationToken);
        // A case in which nothing is handled yet (only a signal, or an ended round) starts with this request; else the request joins what is under way (L-28).
        var starts = CaseTransitions.Table.Next(opened.State, CaseOperation.ReceiveRequest) is not null && opened.State != CaseState.Requested;
        var received = CaseRequest.Receive(
            id ?? work.Ids.NewRequestId(), opened.Id, request.ReceivedAt, request.Channel, request.Requester, request.AuthorizationScope, request.Services, request.Wishes, !starts, work.Operation);
        if (starts)
        {
            opened.Take(CaseOperation.ReceiveRequest, work.Operation);
        }

        work.Db.Add(received);
        await work.FlushAsync(cancellationToken);
        await work.Flows.RaiseCaseEventAsync(opened.Id, starts ? "request-received" : "request-joined", Payload(received, opened), cancellationToken);
        await work.FlushAsync(cancellationToken);
        return await ReceiptAsync(work, opened, received, wasOpen, user, cancellationToken);
    }

    private static async Task<RequestRegistered> ReceiptAsync(Work work, IpCase opened, CaseRequest received, bool wasOpen, CurrentUser user, CancellationToken cancellationToken)
    {
        var deadlines = await work.Db.Deadlines.Where(d => d.CaseId == opened.Id).OrderBy(d => d.EffectiveOn).ToListAsync(cancellationToken);
        var isThirdParty = user.HasAny(Roles.Representative, Roles.Relative);
        return isThirdParty
            ? new RequestRegistered(null, null, received.Id, false, received.Authorization, received.ReceivedAt, [])
            : new RequestRegistered(opened.Id, opened.Reference, received.Id, wasOpen, received.Authorization, received.ReceivedAt, [.. deadlines.Select(DeadlineView.Of)]);
    }

    private static JsonObject Payload(CaseRequest received, IpCase opened) => new()
    {
        ["requestId"] = received.Id.ToString(),
        ["receivedOn"] = received.ReceivedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ["channel"] = received.Channel.ToString(),
        ["requesterRole"] = received.Requester.Role.ToString(),
        ["authorization"] = received.Authorization.ToString(),
        ["joined"] = received.JoinedExistingCase,
        ["caseState"] = opened.State.ToString(),
        ["track"] = opened.Track,
    };

    /// <summary>Citizens register for themselves or for those they act for; the number in the request must be theirs.</summary>
    private static Refusal? NotAllowed(CurrentUser user, Checked request)
    {
        var isOwn = user.Has(Roles.Person)
            ? request.Person.Number.Value == user.PersonNumber && request.Requester.Role == RequesterRole.Person
            : !user.Has(Roles.Guardian) || (request.Person.Number.Value == user.ActsFor && request.Requester.Role is RequesterRole.Parent or RequesterRole.Guardian);
        var isHonest = user switch
        {
            _ when user.Has(Roles.Representative) => request.Requester.Role == RequesterRole.Representative,
            _ when user.Has(Roles.Relative) => request.Requester.Role == RequesterRole.Relative,
            _ => true,
        };
        return isOwn && isHonest
            ? null
            : new Refusal(ProblemKind.Forbidden, new(
                "Du kan bare be om plan for deg selv eller for den du handler for, i din egen rolle.",
                "Du kan berre be om plan for deg sjølv eller for den du handlar for, i di eiga rolle.",
                "You can only ask for yourself or for the one you act for, in your own role."));
    }

    private Checked? Check(RequestBody body, DateTimeOffset now, FieldErrors errors)
    {
        var person = PersonBody.Read(body.Person, !environment.IsProduction(), NorwegianTime.DateOf(now), errors);
        var channel = errors.Require(body.Channel, "channel") ? errors.Choice<RequestChannel>(body.Channel, "channel") : null;
        var receivedAt = ReadReceivedAt(body, channel, now, errors);
        CheckTrack(body.Track, receivedAt ?? now, errors);
        var requester = ReadRequester(body.Requester, errors);
        errors.AtMost(body.Wishes, TextLimits.Text, "wishes");
        var services = ReadServices(body.Services, errors);
        return errors.Any || person is null || channel is null || requester is null || receivedAt is null
            ? null
            : new Checked(person, body.Track!.Trim(), receivedAt.Value, channel.Value, requester, ScopeOf(body.Authorization), services, body.Wishes);
    }

    /// <summary>A digital request is received when it comes; what came another way was received when the office says, never in the future.</summary>
    private static DateTimeOffset? ReadReceivedAt(RequestBody body, RequestChannel? channel, DateTimeOffset now, FieldErrors errors)
    {
        if (body.ReceivedAt is null && channel == RequestChannel.Digital)
        {
            return now;
        }

        if (errors.Require(body.ReceivedAt, "receivedAt") && body.ReceivedAt > now)
        {
            errors.Add("receivedAt", Messages.InFuture);
        }

        return body.ReceivedAt;
    }

    private void CheckTrack(string? track, DateTimeOffset receivedAt, FieldErrors errors)
    {
        if (!errors.Require(track, "track"))
        {
            return;
        }

        var tracks = law.For(NorwegianTime.DateOf(receivedAt)).Tracks;
        if (!tracks.ContainsKey(track.Trim()))
        {
            errors.Add("track", Messages.Format(Messages.OneOf, string.Join(", ", tracks.Keys)));
        }
    }

    private static Requester? ReadRequester(RequesterBody? body, FieldErrors errors)
    {
        if (body is null)
        {
            errors.Add("requester", Messages.Required);
            return null;
        }

        errors.AtMost(body.Name, TextLimits.Name, "requester.name");
        errors.AtMost(body.Service, TextLimits.Code, "requester.service");
        var role = errors.Require(body.Role, "requester.role") ? errors.Choice<RequesterRole>(Synonym(body.Role), "requester.role") : null;
        return role is null ? null : new Requester(role.Value, body.Name, body.Service, body.WorksInSameAdministration ?? false);
    }

    /// <summary>Short forms that offices use for two of the roles.</summary>
    private static string Synonym(string role) => role.ToUpperInvariant() switch
    {
        "GP" => nameof(RequesterRole.GeneralPractitioner),
        "KE" => nameof(RequesterRole.CoordinatingUnit),
        _ => role,
    };

    private static IReadOnlyList<string> ReadServices(IReadOnlyList<string?>? services, FieldErrors errors)
    {
        var read = new List<string>();
        foreach (var (service, at) in (services ?? []).Select((service, at) => (service, at)))
        {
            errors.AtMost(service, TextLimits.Code, $"services[{at}]");
            if (errors.Require(service, $"services[{at}]"))
            {
                read.Add(service.Trim());
            }
        }

        return [.. read.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What a shown authorization covers; an authorization without words about its scope covers the request.</summary>
    private static string? ScopeOf(JsonObject? authorization) =>
        authorization is null ? null
        : authorization["scope"] is JsonValue scope && scope.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text
        : "Henvendelsen om individuell plan";

    private sealed record Checked(
        NamedPerson Person, string Track, DateTimeOffset ReceivedAt, RequestChannel Channel, Requester Requester, string? AuthorizationScope, IReadOnlyList<string> Services, string? Wishes);
}
