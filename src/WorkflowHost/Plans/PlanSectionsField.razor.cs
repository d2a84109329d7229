using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.Doing;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Plans;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>The parts of the plan that a task is about.</summary>
public sealed partial class PlanSectionsField : PageComponent
{
    [CascadingParameter(Name = "Errors")]
    private IReadOnlyDictionary<string, string>? Errors { get; set; }

    private PlanSectionsOnPage View => The<PlanSectionsOnPage>();

    private PlanDocument Plan => View.Document;

    private static string Name => FilledForm.NameOf(PlanSections.FieldName);

    private string Changed(PlanTextPart part)
    {
        var label = T(part.Label);
        return Plan.Draft is { } writing
            ? T($"{writing.By} har endret «{label}» i planen {ShowWithTime(writing.At)}", $"{writing.By} har endra «{label}» i planen {ShowWithTime(writing.At)}", $"{writing.By} has changed “{label}” in the plan {ShowWithTime(writing.At)}")
            : T($"«{label}» er endret i planen", $"«{label}» er endra i planen", $"“{label}” has been changed in the plan");
    }

    private string Hint(PlanTextPart part) => part.Columns.Count == 1
        ? T("Skriv ett punkt per linje.", "Skriv eitt punkt per linje.", "Write one item per line.")
        : T("Én linje for hver: ", "Éi linje for kvar: ", "One line for each: ") + string.Join(" | ", part.Columns.Select(column => T(column))) + ".";

    /// <summary>What the plan says about a point, line by line.</summary>
    private IReadOnlyList<string> Lines(string point) => point switch
    {
        "a" =>
        [
            .. Plan.Content.Goals.Select(goal => $"{T(PlanTextPart.Goals.Label)}: {goal.Text}"), .. Plan.Content.Resources.Select(item => $"{T(PlanTextPart.Resources.Label)}: {item.Text}"),
            .. Plan.Content.Needs.Select(item => $"{T(PlanTextPart.Needs.Label)}: {item.Text}"),
        ],
        "b" => [.. Plan.Members.Select(member => Joined(", ", T(PlanWords.Who(member.Service)), member.Contact, member.Role))],
        "c" => [.. new[] { Plan.ResponsibleService is { } service ? T(PlanWords.Who(service)) : null, Plan.Coordinator is { } coordinator ? Joined(": ", T("Koordinator", "Koordinator", "Coordinator"), coordinator.Name) : null }.OfType<string>()],
        "d" => [.. Plan.Content.Contributions.Select(part => Joined(": ", T(PlanWords.Who(part.Contributor)), part.Text))],
        "e" => [.. Plan.Content.Measures.Select(measure => Joined(", ", measure.Title, T(PlanWords.Who(measure.ResponsibleService)), measure.Extent))],
        "f" => [.. Plan.Content.Measures.Where(static measure => !string.IsNullOrWhiteSpace(measure.Implementation)).Select(measure => Joined(": ", measure.Title, measure.Implementation))],
        "g" => [.. Plan.Content.CoordinatorOffers.Select(offer => Joined(": ", T(PlanWords.Offer(offer.Kind)), T(PlanWords.OfferStatus(offer.Status))))],
        "h" => Plan.Content.Period is { } period
            ? [T(PlanParts.Period(period.FromOn, period.ToOn, Show)), .. period.RevisionMonths is { } months ? [T(PlanParts.Every(months))] : Array.Empty<string>()]
            : [],
        "i" => [.. Plan.Consents.Select(consent => T(PlanParts.Consent(consent, Show)))],
        "j" => [.. Plan.Content.CooperationNeeds.Select(static item => item.Text)],
        _ => [],
    };

    private static string Joined(string between, params string?[] texts) => string.Join(between, texts.Where(static text => !string.IsNullOrWhiteSpace(text)));
}
