using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Registers a wish for a plan that staff wrote down. Flows that begin with a request hear of it by the event that it records.</summary>
internal sealed class ApplyReceiveRequest : CommandApplier<ReceiveRequest>
{
    protected override async Task ApplyAsync(ReceiveRequest command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var ipCase = await scope.CaseAsync(cancellationToken);
        var result = command.Result;
        var hasEarlier = await work.Db.Requests.AnyAsync(r => r.CaseId == ipCase.Id, cancellationToken);
        var request = CaseRequest.Receive(
            work.Ids.NewRequestId(),
            ipCase.Id,
            result.CompletedOn is { } on && on != work.Operation.Today ? NorwegianTime.At(on, new TimeOnly(12, 0)) : work.Operation.Now,
            command.Channel,
            new Requester(RequesterRole.Person),
            null,
            result.Texts("services"),
            result.Text("wishes"),
            joined: hasEarlier && CaseTransitions.Table.Next(ipCase.State, CaseOperation.ReceiveRequest) is null,
            work.Operation);
        work.Db.Add(request);
        await work.Flows.RaiseCaseEventAsync(ipCase.Id, "request-received", Payload(request, ipCase), cancellationToken);

        if (CaseTransitions.Table.Next(ipCase.State, CaseOperation.ReceiveRequest) is not null)
        {
            ipCase.Take(CaseOperation.ReceiveRequest, work.Operation);
        }
    }

    private static JsonObject Payload(CaseRequest request, IpCase ipCase) => new()
    {
        ["requestId"] = request.Id.ToString(),
        ["receivedOn"] = request.ReceivedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["channel"] = request.Channel.ToString(),
        ["requesterRole"] = request.Requester.Role.ToString(),
        ["authorization"] = request.Authorization.ToString(),
        ["joined"] = request.JoinedExistingCase,
        ["caseState"] = ipCase.State.ToString(),
        ["track"] = ipCase.Track,
    };
}

/// <summary>Keeps that the person was informed; a case that was only identified goes on.</summary>
internal sealed class ApplyKeepInformation : CommandApplier<KeepInformation>
{
    protected override async Task ApplyAsync(KeepInformation command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var ipCase = await scope.CaseAsync(cancellationToken);
        var result = command.Result;
        work.Db.Add(InformationRecord.Give(
            work.Ids.NewInformationRecordId(),
            ipCase.Id,
            result.Instant("informedOn") ?? work.Operation.Now,
            result.Choice("channel", InformationChannel.Meeting),
            result.Choice("response", InformationResponse.NotReached),
            work.Operation,
            result.Text("language") ?? "nb",
            result.Flag("interpreterUsed"),
            result.Text("contentVersion"),
            result.Text("othersPresent"),
            result.Date("raiseAgainOn")));

        await KeepInterpreterAsync(ipCase, result, scope, cancellationToken);
        if (ipCase.State == CaseState.Identified)
        {
            ipCase.Take(CaseOperation.GiveInformation, work.Operation);
        }
    }

    /// <summary>Who needed an interpreter once needs one the next time: it stands with each task, and letters say so (L-20).</summary>
    private static async Task KeepInterpreterAsync(IpCase ipCase, TaskResult result, ApplyScope scope, CancellationToken cancellationToken)
    {
        if (result.Flag("interpreterUsed") && result.Text("language") is { Length: > 0 and <= TextLimits.Code } spoken)
        {
            var person = await scope.Work.Db.Persons.AsTracking().FirstAsync(p => p.Id == ipCase.PersonId, cancellationToken);
            if (person.InterpreterLanguage != spoken)
            {
                person.SetLanguage(person.Language, spoken, scope.Work.Operation);
            }
        }
    }
}

/// <summary>Settles what became of a missing authorization.</summary>
internal sealed class ApplySettleAuthorization : CommandApplier<SettleAuthorization>
{
    private enum Settlement
    {
        Authorized,
        PersonConfirmed,
        NotAuthorized,
    }

    protected override async Task ApplyAsync(SettleAuthorization command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        var operation = scope.Work.Operation;
        var requests = await scope.Work.Db.Requests.Where(r => r.CaseId == caseId).ToListAsync(cancellationToken);
        var subject = ScopedCase.IdOf(command.RequestId);
        var request = (subject is { } id ? requests.FirstOrDefault(r => r.Id.Value == id) : requests.MaxBy(r => r.ReceivedAt))
            ?? throw new InvalidOperationException("The case has no such request.");

        switch (command.Result.Choice("result", Settlement.NotAuthorized))
        {
            case Settlement.Authorized:
                request.ShowAuthorization(command.Result.Text("scope") ?? "", operation);
                break;

            case Settlement.PersonConfirmed:
                request.ConfirmByPerson(operation);
                break;

            default:
                request.RejectAuthorization(operation);
                break;
        }
    }
}
