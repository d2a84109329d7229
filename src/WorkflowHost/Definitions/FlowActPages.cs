using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Acts on workflows that a leader is asked about before they are done: going back, taking out of use, deleting.</summary>
internal static class FlowActPages
{
    private const string Flow = FlowAddress.List + "/{definitionId}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Flow + "/roll-back", Policies.PublishWorkflowDefinition, AskRollBackAsync);
        routes.MapPagePost(Flow + "/roll-back", Policies.PublishWorkflowDefinition, RollBackAsync);
        routes.MapPage(Flow + "/retract", Policies.PublishWorkflowDefinition, AskRetractAsync);
        routes.MapPagePost(Flow + "/retract", Policies.PublishWorkflowDefinition, RetractAsync);
        routes.MapPage(Flow + "/delete", Policies.PublishWorkflowDefinition, AskDeleteAsync);
        routes.MapPagePost(Flow + "/delete", Policies.PublishWorkflowDefinition, DeleteAsync);
    }

    private static async Task<IResult> AskRollBackAsync(string definitionId, int? version, ReadFlow read, CancellationToken cancellationToken) =>
        Ask(RollBackOf(await read.RunAsync(definitionId, cancellationToken), version));

    private static async Task<IResult> RollBackAsync(
        string definitionId, int? version, [FromForm] long? rev, [FromForm] string? reason, RollBackDefinition useCase, [AsParameters] Sender sender, CancellationToken cancellationToken)
    {
        var outcome = FormReason.Missing(reason) is { } missing
            ? new DefinitionOutcome.Refused(missing)
            : await useCase.RunAsync(definitionId, version ?? 0, rev, sender.Operation(reason), cancellationToken);
        return outcome switch
        {
            DefinitionOutcome.Saved saved => sender.Done(definitionId, saved.IsUnchanged
                ? new($"Versjon {version} kjører allerede.", $"Versjon {version} køyrer allereie.", $"Version {version} runs already.")
                : new(
                    $"Nye saker følger nå versjon {saved.Version.Version}, som er lik versjon {version}.", $"Nye saker følgjer no versjon {saved.Version.Version}, som er lik versjon {version}.",
                    $"New cases now follow version {saved.Version.Version}, which is the same as version {version}.")),
            DefinitionOutcome.Refused refused => Again(RollBackOf(await sender.Read.RunAsync(definitionId, cancellationToken), version), refused, reason),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }

    private static async Task<IResult> AskRetractAsync(string definitionId, ReadFlow read, DefinitionConsumers consumers, CancellationToken cancellationToken) =>
        Ask(RetractOf(await read.RunAsync(definitionId, cancellationToken), consumers));

    private static async Task<IResult> RetractAsync(
        string definitionId, [FromForm] long? rev, [FromForm] string? reason, RetractDefinition useCase, DefinitionConsumers consumers, [AsParameters] Sender sender, CancellationToken cancellationToken)
    {
        var outcome = FormReason.Missing(reason) is { } missing
            ? new DefinitionOutcome.Refused(missing)
            : await useCase.RunSeenAsync(definitionId, rev, sender.Operation(reason), cancellationToken);
        return outcome switch
        {
            DefinitionOutcome.Saved => sender.Done(definitionId, new(
                "Arbeidsflyten er tatt ut av bruk.", "Arbeidsflyten er teken ut av bruk.", "The workflow is taken out of use.")),
            DefinitionOutcome.Refused refused => Again(RetractOf(await sender.Read.RunAsync(definitionId, cancellationToken), consumers), refused, reason),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }

    private static async Task<IResult> AskDeleteAsync(string definitionId, int? version, ReadFlow read, DefinitionConsumers consumers, CancellationToken cancellationToken) =>
        Ask(DeleteOf(await read.RunAsync(definitionId, cancellationToken), version, consumers));

    private static async Task<IResult> DeleteAsync(
        string definitionId, int? version, [FromForm] long? rev, [FromForm] string? reason, DeleteDefinition useCase, DefinitionConsumers consumers, [AsParameters] Sender sender, CancellationToken cancellationToken)
    {
        var outcome = FormReason.Missing(reason) is { } missing
            ? new DeletionOutcome.Refused(new DefinitionOutcome.Refused(missing))
            : await useCase.RunSeenAsync(definitionId, version, rev, sender.Operation(reason), cancellationToken);
        var flow = await sender.Read.RunAsync(definitionId, cancellationToken);
        return outcome switch
        {
            DeletionOutcome.Deleted when version is { } number && flow is not null =>
                sender.Done(definitionId, new($"Versjon {number} er slettet.", $"Versjon {number} er sletta.", $"Version {number} is deleted.")),
            DeletionOutcome.Deleted => sender.DoneAt(FlowAddress.List, new("Arbeidsflyten er slettet.", "Arbeidsflyten er sletta.", "The workflow is deleted.")),
            DeletionOutcome.Refused refused => Again(DeleteOf(flow, version, consumers), refused.Why, reason),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }

    private static FlowAct? RollBackOf(FlowVersions? flow, int? version) => version is { } number && flow?.Find(number) is { } to ? FlowAct.RollBack(flow, to.Summary) : null;

    private static FlowAct? RetractOf(FlowVersions? flow, DefinitionConsumers consumers) => flow is null ? null : FlowAct.Retract(flow, UsedBy(flow, consumers));

    private static FlowAct? DeleteOf(FlowVersions? flow, int? version, DefinitionConsumers consumers) => (flow, version) switch
    {
        (null, _) => null,
        (_, null) => FlowAct.Delete(flow, UsedBy(flow, consumers)),
        (_, { } number) => flow.Find(number) is { } found ? FlowAct.DeleteVersion(flow, found) : null,
    };

    private static LocalizedText? UsedBy(FlowVersions flow, DefinitionConsumers consumers) =>
        consumers.NamesOfPublished(flow.DefinitionId, []) is { Count: > 0 } names ? DefinitionRefusals.UsedByFlows(names).Refusal.Detail : null;

    private static IResult Ask(FlowAct? act) => act is null ? Refusal.NotFound().ToResult() : Page.Showing<FlowActPage>(act);

    private static IResult Again(FlowAct? act, DefinitionOutcome.Refused refused, string? reason) => act is null || refused.Refusal.Kind == ProblemKind.NotFound
        ? Refusal.NotFound().ToResult()
        : Page.Showing<FlowActPage>(act with { Reason = reason, Refusal = refused.Refusal, Problems = refused.Problems }, refused.Refusal.Kind.Status);
}
