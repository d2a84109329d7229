using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Brings what someone typed into the form of a step into the drawing. What says the same as before stays as it is written.</summary>
public static class StepEdit
{
    /// <summary>The field with what people call the step.</summary>
    public const string NameField = "name";

    /// <summary>The field with what the step is for.</summary>
    public const string DescriptionField = "description";

    /// <summary>What a way on is led to when the path is to end: a step that says so.</summary>
    public const string EndHere = "+end";

    private const string EndOfPathType = DomainActivity.TypePrefix + nameof(EndOfPath);

    private static readonly LocalizedText NoSuchStep = new("Velg et av stegene i lista.", "Vel eit av stega i lista.", "Choose one of the steps in the list.");

    /// <summary>The name of the field with the value of an input.</summary>
    /// <param name="input">The input, camelCase.</param>
    public static string Field(string input) => "in." + input;

    /// <summary>The name of the field that says where a way leads.</summary>
    /// <param name="index">The way's place among the ways of the form.</param>
    public static string WayField(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"to.{index}");

    /// <summary>Applies what was typed.</summary>
    /// <param name="edit">The drawing that the form was made of.</param>
    /// <param name="form">The form.</param>
    /// <param name="typed">What came back by name of the field; null for a field that was not sent, which then stays as it is.</param>
    /// <param name="endName">What a step is called that ends a path.</param>
    /// <returns>What is wrong, by name of the field. The drawing is changed only when nothing is.</returns>
    public static IReadOnlyDictionary<string, LocalizedText> Apply(DrawingEdit edit, StepForm form, Func<string, IReadOnlyList<string>?> typed, string endName)
    {
        var errors = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        var name = typed(NameField) is [var newName, ..] ? newName.Trim() : form.Step.DisplayName;
        var description = typed(DescriptionField) is [var newDescription, ..] ? newDescription.ReplaceLineEndings("\n").Trim() : form.Description;
        var readings = Read(edit.Drawing, form, typed, errors);
        var ways = Ways(form, typed, errors);

        if (name.Length == 0)
        {
            errors[NameField] = new("Må fylles ut.", "Må fyllast ut.", "Must be filled in.");
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        if (name != form.Step.DisplayName)
        {
            edit.Name(form.Step.Id, name);
        }

        if (description != form.Description)
        {
            edit.Describe(form.Step.Id, description);
        }

        foreach (var (outcome, target) in ways)
        {
            edit.Lead(form.Step.Id, outcome, target == EndHere ? null : target);

            if (target == EndHere)
            {
                edit.AddAfter(form.Step.Id, outcome, EndOfPathType, endName);
            }
        }

        foreach (var (field, change) in readings)
        {
            Fill(edit, form, field, change);
        }

        return errors;
    }

    private static List<(StepField Field, StepReading.Changed Change)> Read(
        WorkflowDefinition drawing, StepForm form, Func<string, IReadOnlyList<string>?> typed, Dictionary<string, LocalizedText> errors)
    {
        var changes = new List<(StepField, StepReading.Changed)>();

        foreach (var field in form.Fields)
        {
            var name = Field(field.Input.Name);

            // Boxes without a tick are not sent.
            if ((typed(name) ?? (field.Control == StepControl.Many ? [] : null)) is not { } values)
            {
                continue;
            }

            switch (StepReading.Of(field, values))
            {
                case StepReading.Wrong(var message):
                    errors[name] = message;
                    break;
                case StepReading.Changed changed when changed.Renamed.FirstOrDefault(r => UserOf(drawing, r.Before) is not null) is { Before: { } used }:
                    errors[name] = IsUsed(used, UserOf(drawing, used)!);
                    break;
                case StepReading.Changed changed:
                    changes.Add((field, changed));
                    break;
                default:
                    break;
            }
        }

        return changes;
    }

    private static List<(string Outcome, string? Target)> Ways(StepForm form, Func<string, IReadOnlyList<string>?> typed, Dictionary<string, LocalizedText> errors)
    {
        var changes = new List<(string, string?)>();

        for (var i = 0; i < form.Ways.Count; i++)
        {
            var way = form.Ways[i];

            if (way.Targets.Count > 1 || typed(WayField(i)) is not [var target, ..] || target == (way.Targets.Count == 0 ? "" : way.Targets[0]))
            {
                continue;
            }

            if (target.Length > 0 && target != EndHere && form.Step.Parent!.Children.All(c => c.Id != target))
            {
                errors[WayField(i)] = NoSuchStep;
                continue;
            }

            changes.Add((way.Outcome, target.Length == 0 ? null : target));
        }

        return changes;
    }

    private static void Fill(DrawingEdit edit, StepForm form, StepField field, StepReading.Changed change)
    {
        var id = form.Step.Id;
        var isInFlowchart = form.Place == StepPlace.Flowchart;
        var before = isInFlowchart && field.Input.Kind == InputKind.Outcomes ? edit.OutcomesOf(id) : [];
        edit.Fill(id, field.Input.Name, change.ExpressionType, change.Value?.DeepClone());

        if (!isInFlowchart || field.Input.Kind != InputKind.Outcomes)
        {
            return;
        }

        var now = edit.OutcomesOf(id);

        // With the first name that a step gets, or the last that it loses, its one way on is that of another name.
        IEnumerable<(string Before, string? After)> renamed = before.Count == 1 && now.All(n => n != before[0]) ? [(before[0], now.Count > 0 ? now[0] : null)]
            : change.Value is null && before.Count > 0 && now.Count == 1 ? [(before[0], now[0]), .. change.Renamed.Skip(1)]
            : change.Renamed;

        // By way of names that nobody uses, for two outcomes may have changed names.
        var steps = renamed.Select((r, i) => (r.Before, Between: $"\u0001{i}", r.After)).ToList();
        steps.ForEach(s => edit.RenameOutcome(id, s.Before, s.Between));
        steps.ForEach(s => edit.RenameOutcome(id, s.Between, s.After));
    }

    private static LocalizedText IsUsed(string name, string step) => new(
        $"Svaret «{name}» brukes i et uttrykk i steget «{step}». Endre begge på tegningen.",
        $"Svaret «{name}» blir brukt i eit uttrykk i steget «{step}». Endre begge på teikninga.",
        $"The answer “{name}” is used in an expression of the step “{step}”. Change both on the drawing.");

    /// <summary>Name of a step with an expression that asks for an answer by its name; null when none does.</summary>
    private static string? UserOf(WorkflowDefinition drawing, string outcome) =>
        drawing.Activities.FirstOrDefault(a => Scripts(a.Json, isTop: true).Any(code => code.Contains($"'{outcome}'", StringComparison.Ordinal) || code.Contains($"\"{outcome}\"", StringComparison.Ordinal)))?.DisplayName;

    private static IEnumerable<string> Scripts(JsonNode? json, bool isTop) => json switch
    {
        JsonObject o when !isTop && ActivityTreeReader.IsActivity(o) => [],
        JsonObject o when o["type"] is JsonValue type && type.TryGetValue(out string? name) && name == "JavaScript" => [ExpressionValues.ToText(o["value"]) ?? ""],
        JsonObject o => o.SelectMany(static p => Scripts(p.Value, isTop: false)),
        JsonArray a => a.SelectMany(static item => Scripts(item, isTop: false)),
        _ => [],
    };
}
