using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence.Mappings;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>A drawing as someone hands it in.</summary>
/// <param name="Json">Elsa 3 JSON; it belongs to the use case from then on. Without a definition id it becomes a new workflow.</param>
/// <param name="Publish">Whether to publish it at once.</param>
/// <param name="Session">The page load of the designer that it comes from, or null.</param>
/// <param name="KeepsIdentity">Whether it may bring its own version id and number, as an import does.</param>
internal sealed record DrawingToSave(JsonObject Json, bool Publish = false, string? Session = null, bool KeepsIdentity = false)
{
    /// <summary>Longest name of an editing session that is kept; a longer one counts as none.</summary>
    public const int MaxSessionLength = TextLimits.Code;

    /// <summary>The change number that the editor read, from <c>customProperties.rev</c>; null when the drawing has none, and then the lock is not asked.</summary>
    public long? Rev { get; init; }
}

/// <summary>
/// Saves a drawing as a draft, apart from what runs: when the newest version is published the save makes the next one, else it changes the draft. Running
/// instances stay on the version that they started on, and new ones start on what is published.
/// </summary>
internal sealed class SaveDefinition(WorkWriter writer, DefinitionCatalogue catalogue, ActivityCatalogue activities, InputTypes inputTypes, UserDirectory users, Ids ids)
{
    public async Task<DefinitionOutcome> RunAsync(DrawingToSave drawing, Operation operation, CancellationToken cancellationToken)
    {
        var (prepared, refused) = Prepare(drawing, catalogue.Find);
        return refused ?? await writer.RunAsync(operation, (work, token) => StoreAsync(work, prepared!, token), cancellationToken);
    }

    /// <summary>Brings a drawing into the form that is stored, and finds what forbids storing it.</summary>
    /// <param name="drawing">As handed in.</param>
    /// <param name="find">Finds workflows that are used as activities.</param>
    internal (PreparedDrawing? Drawing, DefinitionOutcome.Refused? Refused) Prepare(DrawingToSave drawing, Func<string, int?, WorkflowDefinition?> find)
    {
        var rev = drawing.Rev;
        if (drawing.Json["root"] is JsonObject root)
        {
            root["id"] ??= "Flowchart1";
            UnknownActivities.Restore(root);
            if (activities.Find(root["type"] is JsonValue type && type.TryGetValue(out string? name) ? name : "") is null)
            {
                return (null, DefinitionRefusals.UnsupportedRoot(root["type"]?.ToString() ?? "?"));
            }
        }

        var json = DefinitionNormaliser.Normalise(drawing.Json, inputTypes.Find);
        DefinitionDocument.Strip(json);
        var read = DefinitionReader.Read(json);
        if (read.Definition is not { } drawn)
        {
            return (null, DefinitionRefusals.Unreadable(read.Problems));
        }

        if (Refuse(drawn) is { } unfit)
        {
            return (null, unfit);
        }

        IReadOnlyList<DefinitionProblem> problems = drawing.Publish ? DefinitionValidator.Validate(drawn, activities, find) : [];
        return problems.Any(static p => p.Severity == ProblemSeverity.Error)
            ? (null, DefinitionRefusals.Invalid(problems))
            : (new PreparedDrawing(drawn, problems, drawing.Publish, rev, drawing.Session, drawing.KeepsIdentity), null);
    }

    /// <summary>Stores a drawing that may be stored.</summary>
    internal async Task<DefinitionOutcome> StoreAsync(Work work, PreparedDrawing drawing, CancellationToken cancellationToken)
    {
        var versions = await VersionsOfAsync(work, drawing, cancellationToken);
        return Check(versions, drawing) ?? await StoreAsync(work, versions, drawing, cancellationToken);
    }

    /// <summary>The versions of the workflow that a drawing belongs to; of a new one when it says none.</summary>
    internal Task<DefinitionVersions> VersionsOfAsync(Work work, PreparedDrawing drawing, CancellationToken cancellationToken) => DefinitionVersions.LoadAsync(
        work, catalogue, drawing.Definition.DefinitionId.Length > 0 ? drawing.Definition.DefinitionId : ids.New().ToString("N"), cancellationToken);

    /// <summary>What of the versions that are there forbids storing the drawing; null for nothing.</summary>
    internal DefinitionOutcome.Refused? Check(DefinitionVersions versions, PreparedDrawing drawing)
    {
        if (drawing.Definition.DefinitionId.Length > 0 && drawing.Rev > 0 && versions.Latest is null)
        {
            return DefinitionRefusals.Gone();
        }

        if (versions.IsStale(drawing.Rev, drawing.Session))
        {
            return DefinitionRefusals.Stale(versions.LastChanged!, users);
        }

        if (drawing.Publish && versions.LeftOutOf(drawing.Definition) is { Count: > 0 } leftOut)
        {
            return DefinitionRefusals.Invalid(leftOut);
        }

        return versions.Latest is { } latest && DefinitionDocument.IsEmpty(drawing.Definition.Json) && !DefinitionDocument.IsEmpty(JsonNode.Parse(latest.Json)!.AsObject())
            ? DefinitionRefusals.EmptiesFlow()
            : null;
    }

    /// <summary>Stores a drawing that was checked. Nothing is written when it says what is stored already.</summary>
    internal async Task<DefinitionOutcome> StoreAsync(Work work, DefinitionVersions versions, PreparedDrawing drawing, CancellationToken cancellationToken)
    {
        if (versions.Latest is not { } latest || !IsStored(latest, drawing.Definition))
        {
            return new DefinitionOutcome.Saved(await WriteAsync(work, versions, drawing, cancellationToken), drawing.Warnings);
        }

        return drawing.Publish && !latest.IsPublished
            ? new DefinitionOutcome.Saved(await versions.PublishAsync(latest, drawing.Session, cancellationToken), drawing.Warnings)
            : new DefinitionOutcome.Saved(latest, drawing.Warnings, IsUnchanged: true);
    }

    private bool IsStored(WorkflowDefinitionRow version, WorkflowDefinition drawn) =>
        DefinitionDocument.IsSameDrawing(DefinitionNormaliser.Normalise(JsonNode.Parse(version.Json)!.AsObject(), inputTypes.Find), drawn.Json);

    private static async Task<WorkflowDefinitionRow> WriteAsync(Work work, DefinitionVersions versions, PreparedDrawing drawing, CancellationToken cancellationToken)
    {
        var drawn = drawing.Definition;
        var operation = work.Operation;
        var row = await versions.EditableDraftAsync(cancellationToken);
        var isTold = row is not null && IsTold(row, drawing.Session, operation);
        row ??= await versions.AddAsync(drawing.KeepsIdentity ? drawn.VersionId : null, drawing.KeepsIdentity ? drawn.Version : 1, cancellationToken);

        row.Name = drawn.Name;
        row.Description = drawn.Description;
        row.SavedAt = operation.Now;
        row.SavedBy = operation.Actor.UserId;
        row.Json = DefinitionWriter.Write(drawn.WithIdentity(versions.DefinitionId, row.VersionId, row.Version, drawing.Publish, isLatest: true));

        if (drawing.Publish)
        {
            return await versions.PublishAsync(row, drawing.Session, cancellationToken);
        }

        await versions.MarkAsync(row, versions.Published, row, drawing.Session, cancellationToken);

        if (!isTold)
        {
            versions.Record("workflow-definition-saved", row);
        }

        return row;
    }

    /// <summary>Whether history tells already that this user edits this draft: the designer saves by itself twice a second, and one line for each sitting is enough.</summary>
    private static bool IsTold(WorkflowDefinitionRow draft, string? session, Operation operation) =>
        draft.ChangedBy == operation.Actor.UserId && draft.EditingSession == session && (session is not null || operation.Now - draft.SavedAt < TimeSpan.FromHours(1));

    private static DefinitionOutcome.Refused? Refuse(WorkflowDefinition drawn)
    {
        var errors = new FieldErrors();
        errors.AtMost(drawn.Name, TextLimits.Name, "name");
        errors.AtMost(drawn.Description, TextLimits.Text, "description");
        errors.AtMost(drawn.DefinitionId, TextLimits.UserId, "definitionId");
        if (drawn.Json.ToJsonString().Length > WorkflowDefinitionMapping.MaxJsonLength)
        {
            errors.Add("root", Messages.Format(Messages.TooLong, WorkflowDefinitionMapping.MaxJsonLength));
        }

        return errors.Any ? new DefinitionOutcome.Refused(errors.ToRefusal()) : null;
    }
}

/// <summary>A drawing in the form that is stored.</summary>
internal sealed record PreparedDrawing(
    WorkflowDefinition Definition, IReadOnlyList<DefinitionProblem> Warnings, bool Publish, long? Rev, string? Session, bool KeepsIdentity);
