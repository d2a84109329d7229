using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>A plan as the people in it meet it: the version in use, an earlier one, or the draft.</summary>
public sealed partial class PlanPage : PageComponent
{
    private PlanHead Head => The<PlanPageModel>().Head;

    private PlanDocument Plan => The<PlanPageModel>().Document;

    private string Heading => Head.Rights.IsPerson && Who?.Has(Roles.Person) is true ? T("Min individuelle plan", "Min individuelle plan", "My individual plan")
        : T("Individuell plan", "Individuell plan", "Individual plan");

    private string Version => Plan.Number is { } number
        ? T($"Versjon {number}", $"Versjon {number}", $"Version {number}")
        : T("Utkast", "Utkast", "Draft");

    private string Here => Plan.Number is null && Plan.LatestNumber > 0 ? Head.Address + "/draft"
        : Plan.Number is null || Plan.Number == Plan.LatestNumber ? Head.Address
        : Head.Address + "/versions";

    private string? Written => Plan.Draft is { } writing
        ? T($"Sist lagret av {writing.By} {ShowWithTime(writing.At)}.", $"Sist lagra av {writing.By} {ShowWithTime(writing.At)}.", $"Last saved by {writing.By} {ShowWithTime(writing.At)}.")
        : null;

    private bool MayDownload => Plan.Protection < AddressProtection.StrictlyConfidential || Head.Rights.IsPerson;

    private string PdfAddress => Head.Address + "/pdf" + (Plan.Number is { } number
        ? number == Plan.LatestNumber ? "" : string.Create(CultureInfo.InvariantCulture, $"?version={number}")
        : Plan.LatestNumber == 0 ? "" : "?version=draft");

    private IReadOnlyList<Choice> Triggers => [.. Enum.GetValues<RevisionTrigger>().Select(trigger => new Choice(trigger.ToString(), T(PlanWords.Trigger(trigger))))];
}
