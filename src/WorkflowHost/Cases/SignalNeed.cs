using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Cases;

internal sealed record SignalBody(PersonBody? Person, string? Kind, DateOnly? OccurredOn, string? Track, JsonObject? Details, string? Reason);

internal sealed record NeedSignalled(CaseId CaseId, string Reference, bool JoinedExistingCase, string Event);

/// <summary>Kinds of signals that somebody should be told about individual plan (L-12).</summary>
internal enum SignalKind
{
    KvpDecision,
    NewService,
    SeveralServices,
    Discharge,
    HospitalNotice,
    ChildWithSeriousIllness,
    Transition,
    Worry,
    Other,
}

/// <summary>Notes that a person may need a plan: opens a case where somebody will inform, or tells the open case. A programme decision gives the right by itself (L-2).</summary>
internal sealed class SignalNeed(WorkWriter writer, RuleBook law, TimeProvider clock, IHostEnvironment environment)
{
    private const string DefaultTrack = "SOC-28";
    private const string ProgrammeTrack = "SOC-33";

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Signalled(NeedSignalled Receipt) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    public async Task<Outcome> RunAsync(SignalBody body, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = NorwegianTime.DateOf(now);
        var errors = new FieldErrors();
        var person = PersonBody.Read(body.Person, !environment.IsProduction(), today, errors);
        var kind = errors.Require(body.Kind, "kind") ? errors.Choice<SignalKind>(body.Kind, "kind") : null;
        var track = body.Track ?? (kind == SignalKind.KvpDecision ? ProgrammeTrack : DefaultTrack);
        if (!law.For(today).Tracks.ContainsKey(track))
        {
            errors.Add("track", Messages.Format(Messages.OneOf, string.Join(", ", law.For(today).Tracks.Keys)));
        }

        if (errors.Any || person is null || kind is null)
        {
            return new Outcome.Refused(errors.ToRefusal());
        }

        var name = kind == SignalKind.KvpDecision ? "kvp-decided" : "need-signalled";
        var payload = new JsonObject
        {
            ["kind"] = kind.ToString(),
            ["occurredOn"] = (body.OccurredOn ?? today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["details"] = body.Details?.DeepClone(),
        };
        var operation = new Operation(user.Actor, reason.Or(body.Reason, "Meldte fra om at noen kan ha behov for individuell plan."), now);
        return new Outcome.Signalled(await writer.RunAsync(operation, (work, token) => SignalAsync(work, person, track, today, name, payload, token), cancellationToken));
    }

    private static async Task<NeedSignalled> SignalAsync(
        Work work, NamedPerson named, string track, DateOnly today, string name, JsonObject payload, CancellationToken cancellationToken)
    {
        var person = await OpenCases.FindOrRegisterPersonAsync(work, named, cancellationToken);
        var (opened, wasOpen) = await OpenCases.FindOrOpenAsync(work, person, track, today, cancellationToken);
        work.Operation.Record(opened.Id, ReportedEvent.HistoryName, ("event", name), ("kind", (string?)payload["kind"]), ("occurredOn", (string?)payload["occurredOn"]));
        await work.FlushAsync(cancellationToken);
        await work.Flows.RaiseCaseEventAsync(opened.Id, name, payload, cancellationToken);
        return new NeedSignalled(opened.Id, opened.Reference, wasOpen, name);
    }
}
