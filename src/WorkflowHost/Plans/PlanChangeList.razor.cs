using System.Globalization;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Puts the changes between two plans into words. Texts are compared word by word; codes, dates and choices as a whole.</summary>
public sealed partial class PlanChangeList : PageComponent
{
    private IReadOnlyList<PlanItemChange> Changes => The<IReadOnlyList<PlanItemChange>>();

    private static LocalizedText Kind(PlanChangeKind kind) => kind switch
    {
        PlanChangeKind.Added => new("Ny", "Ny", "New"),
        PlanChangeKind.Removed => new("Tatt ut", "Teke ut", "Taken out"),
        PlanChangeKind.Moved => new("Flyttet", "Flytta", "Moved"),
        _ => new("Endret", "Endra", "Changed"),
    };

    private static string Color(PlanChangeKind kind) => kind switch
    {
        PlanChangeKind.Added => "success",
        PlanChangeKind.Removed => "danger",
        _ => "info",
    };

    /// <summary>What the item is called. Parts that hold one thing only need no name for it, and words that have changed are shown as they changed.</summary>
    private string Title(PlanItemChange change)
    {
        if (change.Part is PlanPart.Period or PlanPart.Responsibility or PlanPart.ChildParticipation || change.Fields.Any(field => change.Kind == PlanChangeKind.Changed && field.Field == TitleField(change.Part)))
        {
            return "";
        }

        if (change.Part == PlanPart.CoordinatorOffers)
        {
            return T(PlanWords.Offer(change.Key));
        }

        if (change.Part == PlanPart.NotRelevant)
        {
            return T(PlanParts.Point(change.Key));
        }

        return Show(change.Part, TitleField(change.Part), change.Name);
    }

    private static PlanField TitleField(PlanPart part) => part switch
    {
        PlanPart.Participants or PlanPart.SubPlans or PlanPart.Contributions => PlanField.Service,
        PlanPart.Consents => PlanField.ConsentType,
        _ => PlanField.Text,
    };

    /// <summary>Of a new or removed item the title says the words already.</summary>
    private static IEnumerable<PlanFieldChange> Told(PlanItemChange change) =>
        change.Kind == PlanChangeKind.Changed || change.Part is PlanPart.Period or PlanPart.Responsibility or PlanPart.ChildParticipation or PlanPart.NotRelevant
            ? change.Fields
            : change.Fields.Where(field => field.Field != TitleField(change.Part));

    private static LocalizedText Label(PlanItemChange change, PlanField field) => (change.Part, field) switch
    {
        (PlanPart.Goals, PlanField.Text) => new("Mål", "Mål", "Goal"),
        (PlanPart.Measures, PlanField.Text) => new("Tiltak", "Tiltak", "Measure"),
        (PlanPart.Contributions, PlanField.Text) => new("Bidrag", "Bidrag", "Contribution"),
        (PlanPart.NotRelevant, PlanField.Text) => new("Hvorfor", "Kvifor", "Why"),
        (PlanPart.SubPlans, PlanField.Text) => new("Hvor den finnes", "Kvar ho finst", "Where it is found"),
        (PlanPart.Participants or PlanPart.Consents, PlanField.Service) => new("Tjeneste", "Teneste", "Service"),
        (PlanPart.Contributions, PlanField.Service) => new("Hvem", "Kven", "Who"),
        (PlanPart.SubPlans, PlanField.Service) => new("Plan", "Plan", "Plan"),
        _ => PlanParts.Name(field),
    };

    private IReadOnlyList<TextPiece> Pieces(PlanItemChange change, PlanFieldChange field)
    {
        if (field.Field is PlanField.Text or PlanField.Extent or PlanField.Implementation or PlanField.Role)
        {
            return TextComparison.Between(field.Before, field.After);
        }

        List<TextPiece> pieces = [];
        if (field.Before is not null)
        {
            pieces.Add(new TextPiece(TextPieceKind.Removed, Show(change.Part, field.Field, field.Before) + (field.After is null ? "" : " ")));
        }

        if (field.After is not null)
        {
            pieces.Add(new TextPiece(TextPieceKind.Added, Show(change.Part, field.Field, field.After)));
        }

        return pieces;
    }

    private string Show(PlanPart part, PlanField field, string? value) => (part, field) switch
    {
        (_, _) when value is null => "",
        (PlanPart.SubPlans, PlanField.Service) => T(PlanWords.SubPlan(value)),
        (_, PlanField.Service) => T(PlanWords.Who(value)),
        (_, PlanField.LifeArea) => T(PlanWords.LifeArea(value)),
        (_, PlanField.IsPersonsOwn or PlanField.IsUncovered) => T("Ja", "Ja", "Yes"),
        (_, PlanField.FromOn or PlanField.ToOn) => Date(value),
        (_, PlanField.ExtraRevisionsOn) => string.Join(", ", value.Split(' ').Select(Date)),
        (_, PlanField.Status) => Enum.TryParse<CoordinatorOfferStatus>(value, out var status) ? T(PlanWords.OfferStatus(status)) : value,
        (_, PlanField.ConsentType) => Enum.TryParse<ConsentType>(value, out var type) ? T(PlanWords.Consent(type)) : value,
        _ => value,
    };

    private string Date(string iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Show(date) : iso;
}
