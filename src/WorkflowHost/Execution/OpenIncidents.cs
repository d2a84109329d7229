using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>A step that failed and that nobody has retried or called off, in words for a leader.</summary>
/// <param name="IncidentId">What a retry is asked for by.</param>
/// <param name="InstanceId">The instance that stopped.</param>
/// <param name="DefinitionId">Its flow.</param>
/// <param name="Version">The version it is pinned to.</param>
/// <param name="CaseId">The case; null for a flow outside cases.</param>
/// <param name="CaseReference">What people call the case.</param>
/// <param name="Flow">What people call the flow.</param>
/// <param name="Step">What people read on the step that failed.</param>
/// <param name="NodeId">Where in the drawing it stands.</param>
/// <param name="Summary">What stopped, where and when.</param>
/// <param name="WhatToDo">What to do about it.</param>
/// <param name="TechnicalMessage">Why, for those who mend it; without identity numbers.</param>
/// <param name="RaisedAt">When it failed.</param>
internal sealed record OpenIncident(
    string IncidentId, WorkflowInstanceId InstanceId, string DefinitionId, int Version, CaseId? CaseId, string? CaseReference,
    string Flow, string Step, string NodeId, LocalizedText Summary, LocalizedText WhatToDo, LocalizedText TechnicalMessage, DateTimeOffset RaisedAt);

/// <summary>What has failed and waits for someone, among the instances that the user may know of; the oldest first. Who mends the system sees all of it, for it tells about no person.</summary>
internal sealed class OpenIncidents(IpDbContext db, InstanceAccess access, DefinitionCatalogue catalogue)
{
    public async Task<IReadOnlyList<OpenIncident>> RunAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var instances = user.Has(Roles.SystemAdmin) ? db.WorkflowInstances.AsNoTracking() : access.VisibleTo(user);
        return await FindAsync(db.Incidents.AsNoTracking(), instances, cancellationToken);
    }

    /// <summary>What has failed in one case. The caller has been let in to see it.</summary>
    public Task<IReadOnlyList<OpenIncident>> OfCaseAsync(CaseId caseId, CancellationToken cancellationToken) =>
        FindAsync(db.Incidents.AsNoTracking().Where(i => i.CaseId == caseId), db.WorkflowInstances.AsNoTracking(), cancellationToken);

    private async Task<IReadOnlyList<OpenIncident>> FindAsync(IQueryable<IncidentRow> incidents, IQueryable<WorkflowInstance> instances, CancellationToken cancellationToken)
    {
        var found = await incidents.Where(i => i.ResolvedAt == null)
            .Join(instances, i => i.InstanceId, w => w.Id, (i, w) => new
            {
                Incident = i,
                w.DefinitionId,
                w.DefinitionVersion,
                Reference = db.Cases.Where(c => c.Id == i.CaseId).Select(c => c.Reference).FirstOrDefault(),
            })
            .OrderBy(x => x.Incident.RaisedAt).ToListAsync(cancellationToken);

        return [.. found.Select(x => Describe(x.Incident, x.DefinitionId, x.DefinitionVersion, x.Reference))];
    }

    private OpenIncident Describe(IncidentRow incident, string definitionId, int version, string? reference)
    {
        var definition = catalogue.Require(definitionId, version);
        var node = IncidentWords.NodeAt(definition, incident.NodeId, incident.ActivityId);
        var step = IncidentWords.StepName(node, incident.ActivityName, incident.ActivityId);
        return new OpenIncident(
            new InstancePart(incident.InstanceId, incident.IncidentId).ToString(), incident.InstanceId, definitionId, version, incident.CaseId, reference,
            definition.Name, step, incident.NodeId,
            IncidentWords.Sentence(step, definition.Name, reference, incident.RaisedAt), IncidentWords.WhatToDo, IncidentWords.Technical(node, incident.Message), incident.RaisedAt);
    }
}
