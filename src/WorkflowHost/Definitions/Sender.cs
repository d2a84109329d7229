using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Which form was sent from the page of a workflow, and what was typed.</summary>
internal sealed record SentForm(string Name, string? Typed, int? Version = null);

/// <summary>Whoever sent a form from a page about a workflow, and how the form is answered: done leads back to the page with a sentence, refused shows the page again with all that was typed.</summary>
internal sealed record Sender(HttpContext Context, CurrentUser User, Notices Notices, ReadFlow Read, TimeProvider Clock)
{
    public Operation Operation(string? reason) => new(User.Actor, reason ?? "", Clock.GetUtcNow());

    /// <summary>Leads to the page of a workflow, with a sentence.</summary>
    public IResult Done(string definitionId, LocalizedText sentence) => DoneAt(FlowAddress.Of(definitionId), sentence);

    /// <summary>Leads to a page, with a sentence.</summary>
    public IResult DoneAt(string address, LocalizedText sentence)
    {
        Notices.Leave(Context, sentence);
        return Results.LocalRedirect(address);
    }

    public async Task<IResult> AnswerAsync(
        DefinitionOutcome outcome, string definitionId, SentForm form, Func<DefinitionOutcome.Saved, LocalizedText> done, CancellationToken cancellationToken)
    {
        if (outcome is DefinitionOutcome.Saved saved)
        {
            return Done(saved.DefinitionId, done(saved));
        }

        var refused = (DefinitionOutcome.Refused)outcome;
        return refused.Refusal.Kind != ProblemKind.NotFound && await Read.RunAsync(definitionId, cancellationToken) is { } flow
            ? Page.Showing<FlowVersionsPage>(
                new ShownFlow(flow, form.Name) { Typed = form.Typed, Version = form.Version, Refusal = refused.Refusal, Problems = refused.Problems, Drawn = flow.Draft?.Version },
                refused.Refusal.Kind.Status)
            : refused.Refusal.ToResult();
    }
}
