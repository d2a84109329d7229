using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>The letters of a case: <see cref="LettersOfCase"/>.</summary>
public sealed partial class CaseLettersPage : PageComponent
{
    private LettersOfCase View => The<LettersOfCase>();

    private string Heading => T("Brev og dokumenter", "Brev og dokument", "Letters and documents");

    /// <summary>A letter is in the person's language, which need not be the page's.</summary>
    private string? LangOf(LetterView letter) => letter.Language == Language ? null : letter.Language;
}
