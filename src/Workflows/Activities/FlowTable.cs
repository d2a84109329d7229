using IndividualPlan.Workflows.Engine.Activities;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A flow as a list of steps in reading order: the drawing for those who do not see it, and on paper.</summary>
/// <param name="Rows">The steps. A step comes after those that lead to it, apart from ways back; what nothing leads to comes last.</param>
public sealed record FlowTable(IReadOnlyList<FlowTableRow> Rows)
{
    /// <summary>Lists a flow.</summary>
    /// <param name="definition">The flow.</param>
    /// <param name="words">The words for it.</param>
    /// <param name="problems">What is wrong with it, to be told beside the steps; empty when nothing is.</param>
    public static FlowTable Of(WorkflowDefinition definition, FlowWords words, IReadOnlyList<DefinitionProblem> problems)
    {
        var order = new List<Place>();
        Number(IsList(definition.Root) ? FlowOrder.Of(definition.Root) : [definition.Root], "", definition.Root, words, order);
        var places = order.ToDictionary(static p => p.Step);

        return new FlowTable([.. order.Select(p => Row(p, places, words, problems))]);
    }

    private static bool IsList(ActivityNode node) => node.Type is "Elsa.Flowchart" or "Elsa.Sequence";

    /// <summary>Numbers steps, and below each the steps inside it. A drawing or sequence that only holds the steps of a slot gets no row of its own.</summary>
    private static void Number(IReadOnlyList<ActivityNode> steps, string prefix, ActivityNode container, FlowWords words, List<Place> order, LocalizedText? slot = null)
    {
        var count = 0;
        NumberFrom(steps, prefix, container, words, order, slot, ref count);
    }

    private static void NumberFrom(IReadOnlyList<ActivityNode> steps, string prefix, ActivityNode container, FlowWords words, List<Place> order, LocalizedText? slot, ref int count)
    {
        foreach (var step in steps)
        {
            var number = $"{prefix}{++count}";
            order.Add(new Place(step, number, order.Count, container, slot));

            if (IsList(step))
            {
                Number(FlowOrder.Of(step), number + ".", step, words, order);
                continue;
            }

            var slots = step.Children.GroupBy(static c => c.Port ?? "").ToList();
            var inside = 0;

            foreach (var group in slots)
            {
                var label = slots.Count < 2 && group.Count() < 2 ? null : SlotLabel(step, group.Key, words);

                foreach (var child in group)
                {
                    NumberFrom(IsList(child) ? FlowOrder.Of(child) : [child], number + ".", IsList(child) ? child : step, words, order, label, ref inside);
                }
            }
        }
    }

    private static LocalizedText SlotLabel(ActivityNode step, string slot, FlowWords words) =>
        words.InfoOf(step)?.Slots.FirstOrDefault(s => s.Value == slot)?.Label ?? words.Label(step, slot);

    private static FlowTableRow Row(Place place, Dictionary<ActivityNode, Place> places, FlowWords words, IReadOnlyList<DefinitionProblem> problems)
    {
        var step = place.Step;
        var subFlow = step.Type is "Elsa.DispatchWorkflow" or "Elsa.ExecuteWorkflow" ? step.LiteralText("workflowDefinitionId") : ActivityNode.Text(step.Json, "workflowDefinitionId");

        return new FlowTableRow(
            place.Number,
            step,
            words.Kind(step),
            place.Slot,
            FlowFollowUp.Who(step, words),
            FlowFollowUp.Due(step, words),
            FlowFollowUp.Of(step, words),
            Details(step, words),
            Ways(place, places, words),
            string.IsNullOrWhiteSpace(subFlow) ? null : subFlow,
            string.IsNullOrWhiteSpace(subFlow) ? null : words.NameOf(subFlow),
            step.CanStartWorkflow || step.Type == "Elsa.Start" || (IsList(place.Container) && place.Container.Type == "Elsa.Flowchart" && FlowGraph.Of(place.Container, null).Start == step),
            [.. problems.Where(p => p.NodeId == step.NodeId)]);
    }

    private static List<FlowField> Details(ActivityNode step, FlowWords words)
    {
        var fields = new List<FlowField>();

        foreach (var input in words.InfoOf(step)?.Inputs ?? [])
        {
            if (!FlowFollowUp.IsTold(step, input.Name, words) && !IsNoDetail(step, input, words) && words.Value(step, input.Name) is { } value)
            {
                var code = input.Kind == InputKind.Condition ? FlowWords.Code(step, input.Name) : null;
                var isComputed = code is not null || (input.Kind != InputKind.Condition && FlowWords.IsComputed(step, input.Name));
                fields.Add(new FlowField(input.Label, isComputed ? FlowWords.Computed : value) { Code = code });
            }
        }

        return fields;
    }

    /// <summary>Whether the ways on or the link to another flow tell it, or it is but plumbing: which variable a value is taken from.</summary>
    private static bool IsNoDetail(ActivityNode step, InputInfo input, FlowWords words) => input.Kind switch
    {
        InputKind.Outcomes or InputKind.Cases => true,
        InputKind.Expression or InputKind.Json => FlowWords.IsComputed(step, input.Name),
        InputKind.Workflow => step.LiteralText(input.Name) is { Length: > 0 } id && words.NameOf(id) is not null,
        _ => false,
    };

    private static IReadOnlyList<FlowWay> Ways(Place place, Dictionary<ActivityNode, Place> places, FlowWords words)
    {
        var step = place.Step;
        var outcomes = words.Catalogue.Find(step.Type)?.Outcomes(step);

        if (place.Container.Type != "Elsa.Flowchart")
        {
            var next = place.Container.Type == "Elsa.Sequence" && outcomes is not []
                ? places.Values.FirstOrDefault(p => p.Container == place.Container && p.Order > place.Order)
                : null;
            return next is not null ? [new FlowWay(null, [Target(place, next)], null)] : outcomes is [] ? [new FlowWay(null, [], End(step))] : [];
        }

        var lines = place.Container.Connections.Where(c => c.SourceId == step.Id).ToList();
        outcomes ??= [.. lines.Select(static l => l.SourcePort).Distinct()];
        var ports = outcomes.Concat(lines.Select(static l => l.SourcePort).Where(p => !outcomes.Contains(p)).Distinct()).ToList();

        return ports.Count == 0 ? [new FlowWay(null, [], End(step))]
            : [.. ports.Select(port => new FlowWay(
                ports.Count == 1 && outcomes.Count < 2 && outcomes.Contains(port) && port == "Done" ? null : words.Outcome(step, port),
                [.. lines.Where(l => l.SourcePort == port).Select(l => places.Values.FirstOrDefault(p => p.Container == place.Container && p.Step.Id == l.TargetId)).OfType<Place>().Select(p => Target(place, p))],
                lines.Any(l => l.SourcePort == port) ? null
                : outcomes.Count == 1 ? new("Veien ender her", "Vegen endar her", "The path ends here")
                : new("Fører ingen steder", "Fører ingen stader", "Leads nowhere")))];
    }

    private static FlowTarget Target(Place from, Place to) => new(to.Number, to.Step.DisplayName, to.Order <= from.Order);

    private static LocalizedText End(ActivityNode step) => step.Type switch
    {
        "Elsa.End" or "Elsa.Complete" or "Elsa.Finish" => new("Flyten er slutt", "Flyten er slutt", "The flow ends"),
        "Elsa.Fault" => new("Flyten stopper med feil", "Flyten stoppar med feil", "The flow stops with a fault"),
        "Elsa.Break" => new("Gjentakelsen er slutt", "Gjentakinga er slutt", "The repetition ends"),
        _ => new("Veien ender her", "Vegen endar her", "The path ends here"),
    };

    private sealed record Place(ActivityNode Step, string Number, int Order, ActivityNode Container, LocalizedText? Slot);
}
