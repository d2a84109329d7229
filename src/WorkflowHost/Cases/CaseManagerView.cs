using IndividualPlan.WorkflowHost.Auth;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>A case that is to get a case manager, those who can be it, and what has been answered so far.</summary>
internal sealed record CaseManagerView(
    CaseHeader Header, long Version, IReadOnlyList<Colleague> Candidates, string? Chosen, string? Reason, IReadOnlyDictionary<string, string> Errors);
