using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using Page = IndividualPlan.WorkflowHost.Components.Page;
using ProblemKind = IndividualPlan.WorkflowHost.Platform.ProblemKind;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>One step of a workflow as a form, so that what leaders most often change can be changed with the keyboard and on a telephone.</summary>
internal static class StepPages
{
    private static readonly LocalizedText SavedAsDraft = new(
        "Utkast lagret. Det kjører ikke før det publiseres.", "Utkast lagra. Det køyrer ikkje før det blir publisert.", "Draft saved. It does not run until it is published.");

    private static readonly LocalizedText Added = new(
        "Steget er lagt inn i utkastet. Fyll ut det som mangler. Utkastet kjører ikke før det publiseres.",
        "Steget er lagt inn i utkastet. Fyll ut det som manglar. Utkastet køyrer ikkje før det blir publisert.",
        "The step is put into the draft. Fill in what is missing. The draft does not run until it is published.");

    private static readonly LocalizedText Removed = new(
        "Steget er tatt ut av utkastet. Det kjører ikke før det publiseres.", "Steget er teke ut av utkastet. Det køyrer ikkje før det blir publisert.", "The step is taken out of the draft. It does not run until it is published.");

    private static readonly LocalizedText NothingChanged = new("Ingenting var endret, så ingenting er lagret.", "Ingenting var endra, så ingenting er lagra.", "Nothing was changed, so nothing is saved.");

    // Drawings are written in Norwegian, also by leaders who read the pages in English.
    private static readonly LocalizedText EndName = new("Veien ender her", "Vegen endar her", "Veien ender her");

    public static void Map(IEndpointRouteBuilder routes)
    {
        const string step = "/workflows/{definitionId}/steps/{activityId}";
        routes.MapPage(step, Policies.ReadFlows, ShowAsync);
        routes.MapPagePost(step, Policies.PublishWorkflowDefinition, FillInAsync);
        routes.MapPagePost(step + "/add", Policies.PublishWorkflowDefinition, AddAsync);
        routes.MapPage(step + "/remove", Policies.PublishWorkflowDefinition, AskToRemoveAsync);
        routes.MapPagePost(step + "/remove", Policies.PublishWorkflowDefinition, RemoveAsync);
    }

    /// <summary>Where a step is shown and changed.</summary>
    public static string Address(string definitionId, string activityId) => $"/workflows/{Uri.EscapeDataString(definitionId)}/steps/{Uri.EscapeDataString(activityId)}";

    private static async Task<IResult> ShowAsync([AsParameters] StepRequest request, CancellationToken cancellationToken) =>
        await request.ReadAsync(cancellationToken) is { } step ? Page.Showing<StepPage>(new StepView(step, request.NewSession())) : Refusal.NotFound().ToResult();

    private static async Task<IResult> AskToRemoveAsync([AsParameters] StepRequest request, CancellationToken cancellationToken) =>
        await request.ReadAsync(cancellationToken) is { } step ? Page.Showing<RemoveStepPage>(new StepView(step, request.NewSession())) : Refusal.NotFound().ToResult();

    private static async Task<IResult> FillInAsync([AsParameters] StepRequest request, CancellationToken cancellationToken)
    {
        var form = await request.Context.Request.ReadFormAsync(cancellationToken);
        var outcome = await request.Edit.FillInAsync(
            request.DefinitionId, request.ActivityId, Seen(form), name => form.TryGetValue(name, out var values) ? [.. values.Select(static v => v ?? "")] : null,
            EndName.In(request.Language), request.Operation("Endret et steg i en arbeidsflyt."), cancellationToken);
        return outcome is FlowEditOutcome.Saved saved
            ? request.LeadOn(saved.IsUnchanged ? NothingChanged : SavedAsDraft, Address(request.DefinitionId, saved.ActivityId), saved.IsUnchanged ? "info" : "success")
            : await AgainAsync<StepPage>(request, outcome, new StepTyping(StepTyping.OfStep, form), cancellationToken);
    }

    private static async Task<IResult> AddAsync([AsParameters] StepRequest request, CancellationToken cancellationToken)
    {
        var form = await request.Context.Request.ReadFormAsync(cancellationToken);
        var outcome = await request.Edit.AddAsync(
            request.DefinitionId, request.ActivityId, Seen(form), form[EditFlow.OutcomeField], form[EditFlow.KindField], form[EditFlow.NewNameField],
            request.Operation("La til et steg i en arbeidsflyt."), cancellationToken);
        return outcome is FlowEditOutcome.Saved saved
            ? request.LeadOn(Added, Address(request.DefinitionId, saved.ActivityId))
            : await AgainAsync<StepPage>(request, outcome, new StepTyping(StepTyping.OfNewStep, form), cancellationToken);
    }

    private static async Task<IResult> RemoveAsync([AsParameters] StepRequest request, CancellationToken cancellationToken)
    {
        var form = await request.Context.Request.ReadFormAsync(cancellationToken);
        if (await request.ReadAsync(cancellationToken) is not { } step)
        {
            return Refusal.NotFound().ToResult();
        }

        var outcome = await request.Edit.RemoveAsync(
            request.DefinitionId, request.ActivityId, Seen(form), form[EditFlow.NextField], step.Row.IsStart, request.Operation("Tok et steg ut av en arbeidsflyt."), cancellationToken);
        return outcome is FlowEditOutcome.Saved saved
            ? request.LeadOn(Removed, FlowTablePages.Address(request.DefinitionId, saved.Version, saved.ActivityId.Length == 0 ? null : saved.ActivityId))
            : await AgainAsync<RemoveStepPage>(request, outcome, new StepTyping(StepTyping.OfRemoval, form), cancellationToken);
    }

    /// <summary>The form again, with what was typed, and why it was not taken.</summary>
    private static async Task<IResult> AgainAsync<TPage>(StepRequest request, FlowEditOutcome outcome, StepTyping typed, CancellationToken cancellationToken)
        where TPage : PageComponent
    {
        if (await request.ReadAsync(cancellationToken) is not { } step)
        {
            return (outcome as FlowEditOutcome.Refused)?.Refusal.ToResult() ?? Refusal.NotFound().ToResult();
        }

        var view = new StepView(step, request.NewSession()) { Typed = typed };
        return outcome switch
        {
            FlowEditOutcome.Invalid invalid => Page.Showing<TPage>(
                view with { Errors = invalid.Errors.ToDictionary(static e => e.Key, e => e.Value.In(request.Language), StringComparer.Ordinal) }, StatusCodes.Status422UnprocessableEntity),
            FlowEditOutcome.Refused { Refusal: { Kind: var kind } refusal } when kind == ProblemKind.StaleDefinition => Page.Showing<TPage>(
                view with { Conflict = StepView.WhoWasFirst(refusal) }, kind.Status),
            FlowEditOutcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }

    private static SeenFlow Seen(IFormCollection form) => new(
        long.TryParse(form["rev"], NumberStyles.None, CultureInfo.InvariantCulture, out var rev) ? rev : 0,
        form["session"].ToString() is { Length: > 0 and <= DrawingToSave.MaxSessionLength } session ? session : "form");
}

/// <summary>A request about one step, with what answering it takes.</summary>
internal sealed record StepRequest(
    string DefinitionId, string ActivityId, ReadStep Read, EditFlow Edit, Ids Ids, Notices Notices, CurrentUser User, TimeProvider Clock, HttpContext Context)
{
    public string Language => RequestLanguage.Of(Context.Request);

    public Task<StepToEdit?> ReadAsync(CancellationToken cancellationToken) => Read.RunAsync(DefinitionId, ActivityId, cancellationToken);

    public string NewSession() => Ids.New().ToString("N");

    public Operation Operation(string why) => new(User.Actor, why, Clock.GetUtcNow());

    public IResult LeadOn(LocalizedText done, string address, string kind = "success")
    {
        Notices.Leave(Context, done, kind);
        return Results.LocalRedirect(address);
    }
}
