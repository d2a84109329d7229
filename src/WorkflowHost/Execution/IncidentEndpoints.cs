using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ProblemKind = IndividualPlan.WorkflowHost.Platform.ProblemKind;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>
/// A workflow step that failed and waits for someone to look. <c>IncidentId</c> is the instance's id and the incident's number in it; <c>Summary</c> and
/// <c>WhatToDo</c> are for the leader, in the caller's language, and <c>Message</c> is for those who mend it.
/// </summary>
internal sealed record IncidentView(
    string IncidentId, WorkflowInstanceId InstanceId, string Definition, int Version, CaseId? CaseId, string? CaseReference,
    string ActivityId, string? ActivityName, string ActivityType, string NodeId, string Step, string Summary, string WhatToDo, string Message, string? Code,
    DateTimeOffset RaisedAt, DateTimeOffset? ResolvedAt);

/// <summary>Incidents of workflows: nothing that failed is lost, a leader reads why and lets it run again.</summary>
internal static class IncidentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var incidents = routes.MapGroup("/api/incidents").WithTags("Workflows");
        incidents.MapGet("", ListAsync).RequireAuthorization(Policies.ReadIncidents).WithName("ListIncidents")
            .WithSummary("Workflow steps that failed: open ones (default), resolved ones or all; oldest first.");
        incidents.MapPost("/{id}/retry", RetryAsync).RequireAuthorization(Policies.RetryIncident).WithName("RetryIncident")
            .WithSummary("Runs the failed step again, once what was wrong has been put right.");
    }

    private static async Task<Results<Ok<Page<IncidentView>>, RefusalResult>> ListAsync(
        string? state, Guid? caseId, HttpRequest request, IpDbContext db, DefinitionCatalogue catalogue, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(request, errors);
        if (state is not (null or "" or "open" or "resolved" or "all"))
        {
            errors.Add("state", Messages.Format(Messages.OneOf, "open, resolved, all"));
        }

        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        var rows = db.Incidents.AsQueryable();
        rows = state switch
        {
            "all" => rows,
            "resolved" => rows.Where(i => i.ResolvedAt != null),
            _ => rows.Where(i => i.ResolvedAt == null),
        };
        if (caseId is { } id)
        {
            var wanted = new CaseId(id);
            rows = rows.Where(i => i.CaseId == wanted);
        }

        var found = await page.OfAsync(
            rows.OrderBy(i => i.RaisedAt).Join(db.WorkflowInstances, i => i.InstanceId, w => w.Id, (i, w) => new
            {
                Incident = i,
                w.DefinitionId,
                w.DefinitionVersion,
                Reference = db.Cases.Where(c => c.Id == i.CaseId).Select(c => c.Reference).FirstOrDefault(),
            }),
            request,
            cancellationToken);
        return TypedResults.Ok(new Page<IncidentView>(
            [.. found.Items.Select(x => View(x.Incident, catalogue.Require(x.DefinitionId, x.DefinitionVersion), x.Reference, RequestLanguage.Of(request)))], found.Total, found.Next));
    }

    private static IncidentView View(IncidentRow incident, WorkflowDefinition definition, string? reference, string language)
    {
        var node = IncidentWords.NodeAt(definition, incident.NodeId, incident.ActivityId);
        var step = IncidentWords.StepName(node, incident.ActivityName, incident.ActivityId);
        return new IncidentView(
            new InstancePart(incident.InstanceId, incident.IncidentId).ToString(), incident.InstanceId, definition.DefinitionId, definition.Version, incident.CaseId, reference,
            incident.ActivityId, incident.ActivityName, incident.ActivityType, incident.NodeId, step,
            IncidentWords.Sentence(step, definition.Name, reference, incident.RaisedAt).In(language), IncidentWords.WhatToDo.In(language),
            IncidentWords.Technical(node, incident.Message).In(language), incident.Code, incident.RaisedAt, incident.ResolvedAt);
    }

    private static async Task<Results<Ok<IncidentRetried>, RefusalResult>> RetryAsync(
        string id, RetryIncident useCase, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await useCase.RunAsync(id, user, reason, cancellationToken) switch
        {
            RetryIncident.Outcome.Retried retried => TypedResults.Ok(retried.Receipt),
            RetryIncident.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
}

/// <summary>Answer to a retry: whether the step got through, or failed again (then there is a new incident).</summary>
internal sealed record IncidentRetried(string IncidentId, WorkflowInstanceId InstanceId, bool IsResolved, int OpenIncidents);

/// <summary>Runs a failed step again.</summary>
internal sealed class RetryIncident(WorkWriter writer, IpDbContext db, TimeProvider clock)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Retried(IncidentRetried Receipt) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    public async Task<Outcome> RunAsync(string id, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (InstancePart.Parse(id) is not var (instanceId, number) || !await db.Incidents.AnyAsync(i => i.InstanceId == instanceId && i.IncidentId == number, cancellationToken))
        {
            return new Outcome.Refused(Refusal.NotFound());
        }

        var operation = new Operation(user.Actor, reason.Or("Prøvde et feilet steg i arbeidsflyten på nytt."), clock.GetUtcNow());
        return await writer.RunAsync(operation, (work, token) => RetryAsync(work, instanceId, number, id, token), cancellationToken);
    }

    private static async Task<Outcome> RetryAsync(Work work, WorkflowInstanceId instanceId, int number, string id, CancellationToken cancellationToken)
    {
        var caseId = await work.Db.WorkflowInstances.Where(i => i.Id == instanceId).Select(i => i.CaseId).FirstAsync(cancellationToken);
        var answer = await work.Flows.RetryIncidentAsync(instanceId, number, cancellationToken);
        if (answer != ResumeOutcome.Resumed)
        {
            return new Outcome.Refused(new Refusal(ProblemKind.Conflict, new(
                "Steget er allerede løst eller avlyst.", "Steget er allereie løyst eller avlyst.", "The step is already resolved or called off.")));
        }

        work.Operation.Record(caseId, "incident-retried", ("instanceId", instanceId), ("incident", number));
        await work.FlushAsync(cancellationToken);
        var isResolved = await work.Db.Incidents.AnyAsync(i => i.InstanceId == instanceId && i.IncidentId == number && i.ResolvedAt != null, cancellationToken);
        var open = await work.Db.Incidents.CountAsync(i => i.InstanceId == instanceId && i.ResolvedAt == null, cancellationToken);
        return new Outcome.Retried(new IncidentRetried(id, instanceId, isResolved, open));
    }
}
