using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

/// <summary>Mending running instances.</summary>
internal static class AlterationRoutes
{
    private static readonly LocalizedText Retried = new(
        "De feilede stegene er prøvd på nytt.", "Dei feila stega er prøvde på nytt.", "The failed steps were tried again.");

    public static void Map(RouteGroupBuilder elsa)
    {
        var manage = elsa.MapGroup("").RequireAuthorization(Policies.ManageWorkflowInstances);
        manage.MapPost("/alterations/workflows/retry", RetryAsync);
    }

    private static async Task<IResult> RetryAsync(
        WireRetry body, ChangeInstance change, HttpRequest request, TimeProvider clock, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        List<WireAlterationResult> results = [];

        foreach (var text in body.WorkflowInstanceIds ?? [])
        {
            var refusal = Guid.TryParse(text, out var guid)
                ? await change.RetryAsync(new WorkflowInstanceId(guid), body.ActivityIds ?? [], user, reason, cancellationToken)
                : Refusal.NotFound();
            results.Add(WireAlterationResult.Of(new WorkflowInstanceId(guid), refusal, Retried, RequestLanguage.Of(request), clock.GetUtcNow()));
        }

        return TypedResults.Ok(new WireAlterationResults(results));
    }
}
