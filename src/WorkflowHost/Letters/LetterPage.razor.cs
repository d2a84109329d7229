using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>One letter as text: <see cref="LetterInCase"/>.</summary>
public sealed partial class LetterPage : PageComponent
{
    private LetterInCase View => The<LetterInCase>();
}
