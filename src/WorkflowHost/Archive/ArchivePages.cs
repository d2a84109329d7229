using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Page = IndividualPlan.WorkflowHost.Components.Page;
using ProblemKind = IndividualPlan.WorkflowHost.Platform.ProblemKind;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>A list of disposals on its page.</summary>
internal sealed record DisposalList(IReadOnlyList<Disposal> Items, int Total, int PageNumber, bool IsDisposed);

/// <summary>One disposal on its page, with what was typed and refused.</summary>
internal sealed record ShownDisposal(Disposal Disposal, DisposalAct? Act = null, string? Reason = null, Refusal? Refusal = null);

/// <summary>The periods on their page, with what was typed and refused.</summary>
internal sealed record ShownRetention(DateOnly Today, IReadOnlyList<RetentionPeriod> All, IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, string>? Errors = null);

/// <summary>"Arkiv": what may be disposed of and what was, how long things are kept, the journal of a period, and the file of a case for another archive.</summary>
internal static class ArchivePages
{
    public const string Path = "/archive";
    public const string Disposed = Path + "/disposed";
    public const string Retention = Path + "/retention";
    public const string Extracts = Path + "/extracts";

    private const string One = Path + "/disposals/{id:guid}";
    private static readonly Dictionary<string, string> Nothing = [];

    public static string Of(Disposal disposal) => $"{Path}/disposals/{disposal.Id}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Path, Policies.ReadDisposals, (HttpRequest request, SeenDisposals seen, CurrentUser user, CancellationToken token) => ListAsync(false, request, seen, user, token));
        routes.MapPage(Disposed, Policies.ReadDisposals, (HttpRequest request, SeenDisposals seen, CurrentUser user, CancellationToken token) => ListAsync(true, request, seen, user, token));
        routes.MapPage(One, Policies.ReadDisposals, ShowAsync);
        routes.MapPagePost(One + "/hold", Policies.HandleDisposals, ActOn(DisposalAct.Hold));
        routes.MapPagePost(One + "/release", Policies.HandleDisposals, ActOn(DisposalAct.Release));
        routes.MapPagePost(One + "/propose", Policies.HandleDisposals, ActOn(DisposalAct.Propose));
        routes.MapPagePost(One + "/take-back", Policies.HandleDisposals, ActOn(DisposalAct.TakeBack));
        routes.MapPagePost(One + "/confirm", Policies.ConfirmDisposals, ActOn(DisposalAct.Confirm));
        routes.MapPage(Retention, Policies.ReadDisposals, ShowRetentionAsync);
        routes.MapPagePost(Retention, Policies.SetRetention, SetRetentionAsync);
        ExtractPages.Map(routes);
    }

    private static async Task<IResult> ListAsync(bool isDisposed, HttpRequest request, SeenDisposals seen, CurrentUser user, CancellationToken cancellationToken)
    {
        var page = PageRequest.Read(request, new FieldErrors()) with { Size = PageRequest.DefaultSize };
        var (items, total) = await seen.ListAsync(user, isDisposed, page, cancellationToken);
        return Page.Showing<DisposalsPage>(new DisposalList(items, total, page.Number, isDisposed));
    }

    private static async Task<IResult> ShowAsync(Guid id, SeenDisposals seen, CurrentUser user, CancellationToken cancellationToken) =>
        await seen.FindAsync(user, id, cancellationToken) is { } disposal ? Page.Showing<DisposalPage>(new ShownDisposal(disposal)) : Refusal.NotFound().ToResult();

    private static Delegate ActOn(DisposalAct act) => async (
        Guid id, [FromForm] string? reason, HttpContext context, ChangeDisposal change, SeenDisposals seen, Notices notices, CurrentUser user, CancellationToken cancellationToken) =>
    {
        if (await change.RunAsync(user, id, act, reason, cancellationToken) is not { } refusal)
        {
            notices.Leave(context, ArchiveWords.Done(act));
            return Results.LocalRedirect($"{Path}/disposals/{id}");
        }

        return refusal.Kind != ProblemKind.NotFound && await seen.FindAsync(user, id, cancellationToken) is { } disposal
            ? Page.Showing<DisposalPage>(new ShownDisposal(disposal, act, reason, refusal), refusal.Kind.Status)
            : Refusal.NotFound().ToResult();
    };

    private static async Task<IResult> ShowRetentionAsync(IpDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        Page.Showing<RetentionPage>(await RetentionAsync(db, clock, cancellationToken));

    private static async Task<IResult> SetRetentionAsync(
        HttpContext context, IpDbContext db, SetRetention set, Notices notices, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        var posted = await context.Request.ReadFormAsync(cancellationToken);
        if (await set.RunAsync(user, new WantedRetention(posted["kind"], posted["track"], posted["years"], posted["basis"], posted["fromOn"], posted["reason"]), cancellationToken) is { } refusal)
        {
            var typed = posted.Where(static p => !p.Key.StartsWith('_')).ToDictionary(static p => p.Key, static p => p.Value.ToString(), StringComparer.Ordinal);
            return Page.Showing<RetentionPage>(
                await RetentionAsync(db, clock, cancellationToken) with { Typed = typed, Errors = refusal.FieldMessages(RequestLanguage.Of(context.Request)) }, refusal.Kind.Status);
        }

        notices.Leave(context, new("Bestemmelsen er lagret.", "Føresegna er lagra.", "The period is saved."));
        return Results.LocalRedirect(Retention);
    }

    private static async Task<ShownRetention> RetentionAsync(IpDbContext db, TimeProvider clock, CancellationToken cancellationToken) => new(
        NorwegianTime.DateOf(clock.GetUtcNow()),
        await db.RetentionPeriods.AsNoTracking().OrderByDescending(static p => p.FromOn).ThenByDescending(static p => p.MadeAt).ToListAsync(cancellationToken), Nothing);
}
