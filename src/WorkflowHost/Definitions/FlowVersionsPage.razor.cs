using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>A workflow on its page, with what was sent from there and was refused.</summary>
/// <param name="Flow">The workflow.</param>
/// <param name="Form">Which form was sent; null when none was.</param>
internal sealed record ShownFlow(FlowVersions Flow, string? Form = null)
{
    public const string Publish = "publish";
    public const string Explain = "explain";
    public const string Copy = "copy";
    public const string UpdateReferences = "update-references";

    /// <summary>What was typed: a reason, or the name of a copy.</summary>
    public string? Typed { get; init; }

    /// <summary>The version that the form is about; null when it is about the whole.</summary>
    public int? Version { get; init; }

    public Refusal? Refusal { get; init; }

    /// <summary>What is wrong in a drawing.</summary>
    public IReadOnlyList<DefinitionProblem> Problems { get; init; } = [];

    /// <summary>The version whose drawing that is.</summary>
    public int? Drawn { get; init; }

    /// <summary>Whether that is an old version that was to be followed again, rather than the draft.</summary>
    public bool IsGoingBack { get; init; }

    /// <summary>What was typed into a form.</summary>
    public string? TypedIn(string form, int? version = null) => Form == form && Version == version ? Typed : null;

    /// <summary>Messages for the fields of a form; null when there are none.</summary>
    public IReadOnlyDictionary<string, string>? ErrorsOf(string form, string language, int? version = null) =>
        Form == form && Version == version && Refusal is { Kind: var kind, Errors.Count: > 0 } && kind == Platform.ProblemKind.InvalidValues
            ? Refusal.FieldMessages(language)
            : null;
}

/// <summary>A workflow's versions, what may be done with them, and what was done: <see cref="ShownFlow"/>.</summary>
public sealed partial class FlowVersionsPage : PageComponent
{
    private ShownFlow Shown => The<ShownFlow>();

    private FlowVersions Flow => Shown.Flow;

    private bool MayChange => May(Policies.PublishWorkflowDefinition);

    /// <summary>Versions that were published without a word.</summary>
    private IEnumerable<DefinitionSummary> Unexplained => Flow.Versions.Select(static v => v.Summary).Where(v => VersionWords.WhyOf(v, Language) is null);
}
