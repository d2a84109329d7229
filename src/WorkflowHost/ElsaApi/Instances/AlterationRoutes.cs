using System.Text.Json.Nodes;
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

    private static readonly LocalizedText BadFilter = new(
        "Filteret kan ikke leses. Velg flyter med id, definisjon, én versjon, sak, status eller tidspunkt.",
        "Filteret kan ikkje lesast. Vel flytar med id, definisjon, éin versjon, sak, status eller tidspunkt.",
        "The filter cannot be read. Choose instances by id, definition, one version, case, status or instant.");

    public static void Map(RouteGroupBuilder elsa)
    {
        var manage = elsa.MapGroup("").RequireAuthorization(Policies.ManageWorkflowInstances);
        manage.MapPost("/alterations/workflows/retry", RetryAsync);
        manage.MapPost("/alterations/run", RunAsync);
        manage.MapPost("/alterations/dry-run", RehearseAsync);
        manage.MapPost("/alterations/submit", SubmitAsync);
        manage.MapGet("/alterations/{planId}", GetAsync);
        manage.MapPost("/workflow-instances/{id}/variables", SetVariablesAsync);
    }

    private static async Task<IResult> RetryAsync(
        WireRetry body, ChangeInstance change, HttpRequest request, TimeProvider clock, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        List<WireAlterationResult> results = [];

        foreach (var id in Ids(body.WorkflowInstanceIds))
        {
            var refusal = await change.RetryAsync(id, body.ActivityIds ?? [], user, reason, cancellationToken);
            results.Add(WireAlterationResult.Of(id, refusal is null, refusal?.Detail ?? Retried, RequestLanguage.Of(request), clock.GetUtcNow()));
        }

        return TypedResults.Ok(new WireAlterationResults(results));
    }

    private static async Task<IResult> RunAsync(
        WireAlterations body, AlterInstance alter, HttpRequest request, TimeProvider clock, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (AlterationReader.Read(body.Alterations) is not { } alterations)
        {
            return ElsaRefusal.Of(AlterationReader.Unknown).ToResult();
        }

        List<WireAlterationResult> results = [];

        foreach (var id in Ids(body.WorkflowInstanceIds))
        {
            var refusal = await alter.RunAsync(id, alterations, user, reason, cancellationToken);
            results.Add(WireAlterationResult.Of(id, refusal is null, refusal?.Detail ?? AlterationWords.Done, RequestLanguage.Of(request), clock.GetUtcNow()));
        }

        return TypedResults.Ok(new WireAlterationResults(results));
    }

    private static async Task<IResult> RehearseAsync(
        WireDryRun body, AlterInstance alter, ListInstances list, HttpRequest request, TimeProvider clock, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (await AlterationReader.ChooseAsync(body, list, user, cancellationToken) is not { } ids)
        {
            return ElsaRefusal.Of(BadFilter).ToResult();
        }

        List<WireAlterationResult> results = [];

        if (body.Alterations is not null)
        {
            if (AlterationReader.Read(body.Alterations) is not { } alterations)
            {
                return ElsaRefusal.Of(AlterationReader.Unknown).ToResult();
            }

            foreach (var id in ids)
            {
                var (isPossible, text) = await alter.PreviewAsync(id, alterations, user, reason, cancellationToken);
                results.Add(WireAlterationResult.Of(id, isPossible, text, RequestLanguage.Of(request), clock.GetUtcNow()));
            }
        }

        return TypedResults.Ok(new WireRehearsal(ids, results));
    }

    private static async Task<IResult> SubmitAsync(
        WireAlterationPlan body, AlterationPlans plans, ListInstances list, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (AlterationReader.Read(body.Alterations) is not { } alterations)
        {
            return ElsaRefusal.Of(AlterationReader.Unknown).ToResult();
        }

        return body.Filter is null || await AlterationReader.ChooseAsync(body.Filter, list, user, cancellationToken) is not { } ids
            ? ElsaRefusal.Of(BadFilter).ToResult()
            : TypedResults.Ok(new { PlanId = await plans.RunAsync(ids, alterations, AlterationReader.ToKeep(body.Alterations!), user, reason, cancellationToken) });
    }

    private static async Task<IResult> GetAsync(string planId, AlterationPlans plans, HttpRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(planId, out var id) || await plans.FindAsync(id, user, cancellationToken) is not var (plan, results))
        {
            return Refusal.NotFound().ToResult();
        }

        var language = RequestLanguage.Of(request);
        return TypedResults.Ok(new WirePlanWithJobs(
            new WirePlan(id, JsonNode.Parse(plan.Alterations), "Completed", plan.CreatedAt, plan.CreatedAt, plan.CreatedAt),
            [.. results.Select((r, number) => new WireJob(
                $"{id}-{number + 1}", id, r.InstanceId, r.WhyNot is null ? "Completed" : "Failed",
                [WireAlterationLine.Of(r.WhyNot is null, r.WhyNot ?? AlterationWords.Done, language, plan.CreatedAt)], plan.CreatedAt, plan.CreatedAt, plan.CreatedAt))]));
    }

    private static async Task<IResult> SetVariablesAsync(
        string id, WireVariableValues body, AlterInstance alter, InstanceAccess access, HttpRequest request, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var guid))
        {
            return Refusal.NotFound().ToResult();
        }

        List<Alteration> alterations = [.. (body.Variables ?? []).Select(static v => new Alteration.ModifyVariable(v.Id ?? "", v.Value))];
        return await alter.RunAsync(new WorkflowInstanceId(guid), alterations, user, reason, cancellationToken) is { } refusal
            ? ElsaRefusal.Of(refusal).ToResult()
            : await access.ReadAsync(
                id, "variables", user, reason, opened => TypedResults.Ok(new WireList<WireVariable>(InstancePicture.VariablesOf(opened, RequestLanguage.Of(request)))), cancellationToken);
    }

    private static IEnumerable<WorkflowInstanceId> Ids(IReadOnlyList<string>? texts) =>
        (texts ?? []).Select(static t => Guid.TryParse(t, out var id) ? new WorkflowInstanceId(id) : (WorkflowInstanceId?)null).OfType<WorkflowInstanceId>().Distinct();
}
