using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>What a form was made of, so that nobody writes over what someone else saved meanwhile.</summary>
/// <param name="Rev">How often the workflow had been changed when the form was read.</param>
/// <param name="Session">The form itself: the same form may be sent twice, another one that was read at the same time may not.</param>
internal sealed record SeenFlow(long Rev, string Session);

/// <summary>What came of a change to a step.</summary>
internal abstract record FlowEditOutcome
{
    private FlowEditOutcome()
    {
    }

    /// <summary>It is in the draft.</summary>
    /// <param name="Version">The draft.</param>
    /// <param name="ActivityId">The step to go on with.</param>
    /// <param name="IsUnchanged">Whether the drawing said so already, so that nothing was stored.</param>
    public sealed record Saved(int Version, string ActivityId, bool IsUnchanged) : FlowEditOutcome;

    /// <summary>Fields must be corrected; nothing is stored.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, LocalizedText> Errors) : FlowEditOutcome;

    /// <summary>Not done, and nothing is stored: someone else was first, or the step is not there any more.</summary>
    public sealed record Refused(Refusal Refusal) : FlowEditOutcome;
}

/// <summary>Changes one thing in the newest version of a workflow without a canvas, and saves it as a draft the way the designer does.</summary>
internal sealed class EditFlow(FindDefinitions find, ReadStep read, SaveDefinition save, ActivityCatalogue activities)
{
    public const string OutcomeField = "outcome";
    public const string KindField = "kind";
    public const string NewNameField = "newName";
    public const string NextField = "next";

    /// <summary>Fills in a step and leads its outcomes.</summary>
    /// <param name="typed">The fields of the form that were sent, by name.</param>
    /// <param name="endName">What a step is called that ends a path.</param>
    public Task<FlowEditOutcome> FillInAsync(
        string definitionId, string activityId, SeenFlow seen, Func<string, IReadOnlyList<string>?> typed, string endName, Operation operation, CancellationToken cancellationToken) =>
        ChangeAsync(definitionId, activityId, seen, operation, (edit, form) => (StepEdit.Apply(edit, form, typed, endName), activityId), cancellationToken);

    /// <summary>Puts a new step after a step.</summary>
    public Task<FlowEditOutcome> AddAsync(
        string definitionId, string activityId, SeenFlow seen, string? outcome, string? kind, string? name, Operation operation, CancellationToken cancellationToken) =>
        ChangeAsync(definitionId, activityId, seen, operation, (edit, form) => Add(edit, form, outcome, kind, name?.Trim()), cancellationToken);

    /// <summary>Takes a step out.</summary>
    /// <param name="next">What comes instead, where the step leads to several.</param>
    public Task<FlowEditOutcome> RemoveAsync(string definitionId, string activityId, SeenFlow seen, string? next, bool isStart, Operation operation, CancellationToken cancellationToken) =>
        ChangeAsync(definitionId, activityId, seen, operation, (edit, form) => Remove(edit, form, next, isStart), cancellationToken);

    private (IReadOnlyDictionary<string, LocalizedText> Errors, string ActivityId) Add(DrawingEdit edit, StepForm form, string? outcome, string? kind, string? name)
    {
        var errors = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        var way = form.Ways.Count == 1 ? form.Ways[0] : form.Ways.FirstOrDefault(w => w.Outcome == outcome);
        if (form.Place == StepPlace.Slot || (form.Place == StepPlace.Flowchart && way is null))
        {
            errors[OutcomeField] = new("Velg hvilket svar steget skal komme etter.", "Vel kva svar steget skal kome etter.", "Choose which answer the step comes after.");
        }

        if (StepKinds.All(activities, leadsOn: way?.Targets.Count > 0).All(k => k.Value != kind))
        {
            errors[KindField] = kind is { Length: > 0 } && StepKinds.All(activities, leadsOn: false).Any(k => k.Value == kind)
                ? new("Etter dette svaret kommer det flere steg, så veien kan ikke ende her.", "Etter dette svaret kjem det fleire steg, så vegen kan ikkje ende her.", "More steps follow this answer, so the path cannot end here.")
                : new("Velg hva slags steg det skal være.", "Vel kva slags steg det skal vere.", "Choose what kind of step it is.");
        }

        if (string.IsNullOrEmpty(name))
        {
            errors[NewNameField] = Messages.Required;
        }
        else if (name.Length > TextLimits.Name)
        {
            errors[NewNameField] = Messages.Format(Messages.TooLong, TextLimits.Name);
        }

        if (errors.Count > 0)
        {
            return (errors, form.Step.Id);
        }

        var id = edit.AddAfter(form.Step.Id, way?.Outcome ?? "", kind!, name!);
        if (activities.Find(kind!) is HumanStep { Info: { Result: not null } info })
        {
            edit.KeepResult(id);
            if (info.Inputs.Any(static i => i is { Name: "title", IsRequired: true }))
            {
                edit.Fill(id, "title", "Literal", name!);
            }
        }

        return (errors, id);
    }

    private static (IReadOnlyDictionary<string, LocalizedText> Errors, string ActivityId) Remove(DrawingEdit edit, StepForm form, string? next, bool isStart)
    {
        if (StepKinds.WhyNotRemove(form.Step, isStart) is { } why)
        {
            return (new Dictionary<string, LocalizedText>(StringComparer.Ordinal) { [NextField] = why }, form.Step.Id);
        }

        var targets = form.Ways.SelectMany(static w => w.Targets).Distinct().Where(t => t != form.Step.Id).ToList();
        if (targets.Count > 1 && (next is null || !targets.Contains(next)))
        {
            var choose = new LocalizedText("Velg hva som skal komme i stedet.", "Vel kva som skal kome i staden.", "Choose what comes instead.");
            return (new Dictionary<string, LocalizedText>(StringComparer.Ordinal) { [NextField] = choose }, form.Step.Id);
        }

        var before = form.Step.Parent!.Connections.FirstOrDefault(c => c.TargetId == form.Step.Id)?.SourceId;
        edit.Remove(form.Step.Id, targets.Count > 1 ? next : targets.FirstOrDefault());
        return (new Dictionary<string, LocalizedText>(StringComparer.Ordinal), before ?? "");
    }

    private async Task<FlowEditOutcome> ChangeAsync(
        string definitionId, string activityId, SeenFlow seen, Operation operation,
        Func<DrawingEdit, StepForm, (IReadOnlyDictionary<string, LocalizedText> Errors, string ActivityId)> change, CancellationToken cancellationToken)
    {
        if (await find.FindAsync(new DefinitionQuery(VersionChoice.Latest, DefinitionIds: [definitionId]), cancellationToken) is not { } stored)
        {
            return new FlowEditOutcome.Refused(Refusal.NotFound());
        }

        var definition = FlowReading.Definition(stored);
        if (definition.FindActivity(activityId) is not { } step)
        {
            return new FlowEditOutcome.Refused(Refusal.NotFound());
        }

        var edit = new DrawingEdit(definition, activities);
        var (errors, goOn) = change(edit, read.FormOf(definition, step));
        if (errors.Count > 0)
        {
            return new FlowEditOutcome.Invalid(errors);
        }

        return await save.RunAsync(new DrawingToSave(edit.Json, Session: seen.Session) { Rev = seen.Rev }, operation, cancellationToken) switch
        {
            DefinitionOutcome.Saved saved => new FlowEditOutcome.Saved(saved.Version.Version, goOn, saved.IsUnchanged),
            DefinitionOutcome.Refused refused => new FlowEditOutcome.Refused(refused.Refusal),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }
}
