using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

/// <summary>Refusals as Studio can show them: only the sentence of a 400 reaches the user, so what cannot be done is a 400 there, whatever it is elsewhere.</summary>
internal static class ElsaRefusal
{
    private static readonly ProblemKind NotPossible = new("not-possible", 400, new("Dette går ikke", "Dette går ikkje", "This cannot be done"));

    public static Refusal Of(LocalizedText sentence) => new(NotPossible, sentence, new Dictionary<string, IReadOnlyList<LocalizedText>>(StringComparer.Ordinal) { [""] = [sentence] });

    /// <summary>No access and not found keep their status; all else becomes a 400 with the same sentences.</summary>
    public static Refusal Of(Refusal refusal) => refusal.Kind.Status is 401 or 403 or 404 or 400 ? refusal : refusal.Errors is null ? Of(refusal.Detail) : refusal with { Kind = NotPossible };
}
