using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Cases that have stopped, in plain words, each with a button that tries again.</summary>
internal static class IncidentPages
{
    public const string Address = "/workflows/incidents";

    private static readonly LocalizedText Through = new(
        "Steget «{0}» gikk gjennom, og flyten går videre.", "Steget «{0}» gjekk gjennom, og flyten går vidare.", "The step “{0}” got through, and the flow goes on.");

    private static readonly LocalizedText StoppedAgain = new(
        "Steget «{0}» stoppet igjen. Det som er galt, er ikke rettet ennå.", "Steget «{0}» stoppa igjen. Det som er gale, er ikkje retta enno.", "The step “{0}” stopped again. What is wrong has not been put right yet.");

    private static readonly LocalizedText ThroughButMore = new(
        "Steget «{0}» gikk gjennom, men flyten har stoppet et annet sted.", "Steget «{0}» gjekk gjennom, men flyten har stoppa ein annan stad.", "The step “{0}” got through, but the flow has stopped elsewhere.");

    /// <summary>Where what has stopped in an instance is listed.</summary>
    public static string AddressOf(WorkflowInstanceId instanceId) => $"{Address}#flow-{instanceId}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Address, Policies.ReadIncidents, ShowAsync);
        routes.MapPagePost(Address + "/{id}/retry", Policies.RetryIncident, RetryAsync);
    }

    private static async Task<RazorComponentResult<IncidentsPage>> ShowAsync(OpenIncidents incidents, CurrentUser user, CancellationToken cancellationToken) =>
        Page.Showing<IncidentsPage>(await incidents.RunAsync(user, cancellationToken));

    private static async Task<IResult> RetryAsync(
        string id, [FromForm] string? reason, RetryIncident retry, OpenIncidents incidents, CurrentUser user, CallReason given, Notices notices, HttpContext context,
        CancellationToken cancellationToken)
    {
        if ((await incidents.RunAsync(user, cancellationToken)).FirstOrDefault(i => i.IncidentId == id) is not { } incident)
        {
            notices.Leave(context, new("Steget er allerede løst eller avlyst.", "Steget er allereie løyst eller avlyst.", "The step is already resolved or called off."), "info");
            return Results.LocalRedirect(Address);
        }

        var why = string.IsNullOrWhiteSpace(reason) ? given : given with { Text = given.Or(reason, "") };
        switch (await retry.RunAsync(id, user, why, cancellationToken))
        {
            case RetryIncident.Outcome.Refused refused:
                notices.Leave(context, refused.Refusal.Detail, "warning");
                return Results.LocalRedirect(Address);
            case RetryIncident.Outcome.Retried { Receipt.OpenIncidents: 0 }:
                notices.Leave(context, Messages.Format(Through, incident.Step));
                return Results.LocalRedirect(Address);
            default:
                var isSame = (await incidents.RunAsync(user, cancellationToken)).Any(i => i.InstanceId == incident.InstanceId && i.NodeId == incident.NodeId);
                notices.Leave(context, Messages.Format(isSame ? StoppedAgain : ThroughButMore, incident.Step), "warning");
                return Results.LocalRedirect(AddressOf(incident.InstanceId));
        }
    }
}
