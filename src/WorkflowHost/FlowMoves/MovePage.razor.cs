using System.Globalization;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>A preview on its page, with what was typed and refused.</summary>
internal sealed record ShownMove(MovePreview Preview, string? Reason = null, Refusal? Refusal = null);

/// <summary>What moving running cases to another version would mean, and the button that does it: <see cref="ShownMove"/>.</summary>
public sealed partial class MovePage : PageComponent
{
    private ShownMove Shown => The<ShownMove>();

    private MovePreview Preview => Shown.Preview;

    private string Id => Preview.Flow.DefinitionId;

    private string Heading => T("Flytt saker som er i gang", "Flytt saker som er i gang", "Move cases that are going on");

    private IReadOnlyList<MoveGroup> Can => [.. Preview.Groups.Where(static g => g.WhyNot is null)];

    private IReadOnlyList<MoveGroup> Cannot => [.. Preview.Groups.Where(static g => g.WhyNot is not null)];

    private IReadOnlyDictionary<string, string>? Errors =>
        Shown.Refusal is { Errors.Count: > 0 } refusal && refusal.Kind == ProblemKind.InvalidValues ? refusal.FieldMessages(Language) : null;

    private List<Choice> FromChoices => [.. Preview.Flow.Versions.Where(v => Preview.Running.ContainsKey(v.Summary.Version) || v.Summary.Version == Preview.From).Select(v => new Choice(
        v.Summary.Version.ToString(CultureInfo.InvariantCulture),
        T($"Versjon {v.Summary.Version}: ", $"Versjon {v.Summary.Version}: ", $"Version {v.Summary.Version}: ") + T(VersionWords.Cases(Preview.Running.GetValueOrDefault(v.Summary.Version)))))];

    private List<Choice> ToChoices => [.. Preview.Flow.Versions.Where(static v => v.Summary.PublishedAt is not null).Select(v => new Choice(
        v.Summary.Version.ToString(CultureInfo.InvariantCulture), T(FlowPageWords.Option(v.Summary, Language))))];

    private LocalizedText Nothing => Preview switch
    {
        { Running.Count: 0 } => new(
            "Ingen saker som du har tilgang til, er i gang i denne arbeidsflyten.", "Ingen saker som du har tilgang til, er i gang i denne arbeidsflyten.",
            "No case that you have access to is going on in this workflow."),
        { From: null } or { To: null } => new(
            "Alle saker som er i gang, følger allerede versjonen som nye saker følger.", "Alle saker som er i gang, følgjer allereie versjonen som nye saker følgjer.",
            "All cases that are going on already follow the version that new cases follow."),
        { From: var from, To: var to } when from == to => MoveWords.SameVersion,
        { Total: 0 } => MoveWords.NoneToMove,
        _ => MoveWords.NotPublished,
    };

    private LocalizedText Summary
    {
        get
        {
            var (can, looked) = (Preview.Movable, Preview.Looked);
            var said = can == looked ? new LocalizedText($"Alle {looked} sakene kan flyttes.", $"Alle dei {looked} sakene kan flyttast.", $"All {looked} cases can be moved.")
                : can == 0 ? new($"Ingen av {looked} saker kan flyttes.", $"Ingen av {looked} saker kan flyttast.", $"None of {looked} cases can be moved.")
                : new($"{can} av {looked} saker kan flyttes. {looked - can} blir på sin versjon.", $"{can} av {looked} saker kan flyttast. {looked - can} blir på versjonen sin.", $"{can} of {looked} cases can be moved. {looked - can} stay on their version.");
            return looked == 1 && can == 1 ? new("Saken kan flyttes.", "Saka kan flyttast.", "The case can be moved.")
                : looked < Preview.Total ? new(
                    $"{said.Nb} Dette gjelder de {looked} eldste av {Preview.Total} saker.", $"{said.Nn} Dette gjeld dei {looked} eldste av {Preview.Total} saker.",
                    $"{said.En} This is about the {looked} oldest of {Preview.Total} cases.")
                : said;
        }
    }

    private LocalizedText Button => Preview.Movable == 1
        ? new("Flytt 1 sak", "Flytt 1 sak", "Move 1 case")
        : new($"Flytt {Preview.Movable} saker", $"Flytt {Preview.Movable} saker", $"Move {Preview.Movable} cases");
}
