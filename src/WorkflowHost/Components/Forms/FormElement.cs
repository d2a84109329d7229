using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Components.Forms;

/// <summary>What every field of a form has: a name, a label, a hint, and the message that says what must be corrected.</summary>
/// <remarks>Its id is its name, so that the summary of errors leads to it. The message comes from the form around it.</remarks>
public abstract class FormElement : PageComponent
{
    /// <summary>Messages by name of the field, as the form was answered.</summary>
    [CascadingParameter(Name = "Errors")]
    private protected IReadOnlyDictionary<string, string>? Errors { get; set; }

    /// <summary>The name that the value is sent by; also the element's id unless <see cref="Id"/> is given.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>What is asked for.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Help that is always seen, below the label.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Whether it may be left empty; the label then says so. What must be filled in is the rule and is not marked.</summary>
    [Parameter]
    public bool IsOptional { get; set; }

    /// <summary>Whether the label is for screen readers only, where the sight of the page already says it.</summary>
    [Parameter]
    public bool HidesLabel { get; set; }

    /// <summary>The small form of the field.</summary>
    [Parameter]
    public bool IsSmall { get; set; }

    /// <summary>Differs from the name where two forms of a page have fields of the same name.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>What is wrong with the value; null when nothing is.</summary>
    private protected string? Error => Errors?.GetValueOrDefault(ElementId) ?? Errors?.GetValueOrDefault(Name);

    private protected string ElementId => Id ?? Name;

    private protected string HintId => ElementId + "-hint";

    private protected string ErrorId => ElementId + "-error";

    /// <summary>Ids of what describes the field; null when nothing does.</summary>
    private protected string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (_, null) => HintId,
        (null, _) => ErrorId,
        _ => $"{HintId} {ErrorId}",
    };

    private protected string? Invalid => Error is null ? null : "true";

    private protected string LabelText => IsOptional ? $"{Label} ({T("valgfritt", "valfritt", "optional")})" : Label;
}
