namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>A case that is to be handed to another unit, and what has been answered so far.</summary>
internal sealed record CaseUnitView(CaseHeader Header, long Version, IReadOnlyList<string> Units, string? Unit, string? Reason, IReadOnlyDictionary<string, string> Errors);
