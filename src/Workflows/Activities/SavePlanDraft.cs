using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Keeps the plan's content as worked out, and says by its port whether the plan could be approved (L-77 to L-79).</summary>
/// <remarks>What the answer leaves out stays as it was drafted before.</remarks>
public sealed class SavePlanDraft : DomainActivity
{
    private const string Complete = "Complete";
    private const string Incomplete = "Incomplete";
    private static readonly ChoiceInfo[] Ports =
    [
        new(Complete, new("Alt er med", "Alt er med", "Complete")),
        new(Incomplete, new("Noe mangler", "Noko manglar", "Incomplete")),
    ];

    internal SavePlanDraft(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Lagre planutkast", "Lagre planutkast", "Save plan draft"),
        new("Lagrer planens innhold og kontrollerer at innholdspunktene er med.", "Lagrar innhaldet i planen og kontrollerer at innhaldspunkta er med.", "Saves the plan's content and checks that the content points are there."),
        [ToolboxInputs.Source])
    {
        Outcomes = Ports,
        Result = new("Hva som mangler", "Kva som manglar", "What is missing"),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [.. Ports.Select(port => port.Value)];

    private protected override void Run(ActivityContext c)
    {
        var facts = CaseFactsReader.Of(c);
        var today = Today(c);
        var content = PlanContentReader.Read(RequiredSource(c), PlanFactsReader.Draft(facts), today);
        var gaps = PlanCompleteness.Check(content, PlanFactsReader.Read(facts), Vocabulary.Rules.For(today), PlanFactsReader.Age(facts));
        c.Issue(new ReplacePlanContent(content));
        c.SetOutput("Result", new JsonObject { ["missing"] = Points(gaps, isHard: true), ["warnings"] = Points(gaps, isHard: false) });
        c.Complete(gaps.Any(gap => gap.IsHard) ? Incomplete : Complete);
    }

    private static JsonArray Points(IEnumerable<ContentGap> gaps, bool isHard) =>
        new([.. gaps.Where(gap => gap.IsHard == isHard).Select(JsonNode (gap) => JsonValue.Create(gap.Point))]);
}
