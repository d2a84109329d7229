using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>What the page that asks why shows: a <see cref="CaseReasonView"/>.</summary>
public sealed partial class CaseReasonPage : PageComponent
{
    private CaseReasonView View => The<CaseReasonView>();

    private string Heading => T("Åpne saken med begrunnelse", "Opne saka med grunngiving", "Open the case with a reason");

    private IReadOnlyList<Choice> Choices => [.. CaseReasonPages.Reasons.Select(r => new Choice(r.Key, T(r.Value))), new Choice(CaseReasonPages.Other, T("Annet", "Anna", "Other"))];
}

/// <summary>A case that somebody is about to open, and what has been answered so far.</summary>
internal sealed record CaseReasonView(CaseId CaseId, string Reference, string ReturnUrl, string? Choice, string? Words, IReadOnlyDictionary<string, string> Errors);
