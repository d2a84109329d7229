using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Operations;

/// <summary>A job as the page shows it.</summary>
internal sealed record ShownJob(RecurringJob Job, JobRow? Row);

/// <summary>What the page shows.</summary>
internal sealed record OperationsView(IReadOnlyList<ShownJob> Jobs, OutgoingMail Outgoing, int MaxFailures);

/// <summary>"Drift": how the product's own work goes, for those who look after the machines. Nothing here is about a person or a case.</summary>
internal static class OperationsPages
{
    public const string Path = "/operations";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Path, Policies.ManageOperations, ShowAsync);
        routes.MapPagePost(Path + "/jobs/{job}/run", Policies.ManageOperations, RunAsync);
        routes.MapPagePost(Path + "/messages/{messageId:guid}/resend", Policies.ManageOperations, ResendAsync);
        routes.MapPagePost(Path + "/messages/resend", Policies.ManageOperations, ResendAllAsync);
    }

    private static async Task<RazorComponentResult<OperationsPage>> ShowAsync(HttpRequest request, OpenOperations open, CancellationToken cancellationToken) =>
        Page.Showing<OperationsPage>(await open.RunAsync(PageRequest.Read(request, new FieldErrors()).Number, cancellationToken));

    private static async Task<IResult> RunAsync(string job, HttpContext context, RunJobs run, Notices notices, CurrentUser user, CancellationToken cancellationToken)
    {
        if (run.Jobs.FirstOrDefault(j => j.Key == job) is not { } wanted)
        {
            return Refusal.NotFound().ToResult();
        }

        if (await run.RunAsync(wanted, user.Actor, "Kjørt fra siden «Drift».", cancellationToken))
        {
            notices.Leave(context, new($"{wanted.Name.Nb}: kjørt nå.", $"{wanted.Name.Nn}: køyrt no.", $"{wanted.Name.En}: done now."));
        }
        else
        {
            notices.Leave(
                context,
                new($"{wanted.Name.Nb}: det gikk ikke. Feilen står i loggen.", $"{wanted.Name.Nn}: det gjekk ikkje. Feilen står i loggen.", $"{wanted.Name.En}: it did not work. The fault is in the log."),
                "error");
        }

        return Results.LocalRedirect(Path);
    }

    private static async Task<IResult> ResendAsync(Guid messageId, HttpContext context, ResendMessages resend, Notices notices, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await resend.OneAsync(user, messageId, cancellationToken))
        {
            return Refusal.NotFound().ToResult();
        }

        notices.Leave(context, new("Meldingen står i kø for utsending.", "Meldinga står i kø for utsending.", "The message is queued for delivery."));
        return Results.LocalRedirect(Path);
    }

    private static async Task<IResult> ResendAllAsync(HttpContext context, ResendMessages resend, Notices notices, CurrentUser user, CancellationToken cancellationToken)
    {
        var count = await resend.AllAsync(user, cancellationToken);
        notices.Leave(context, new($"{count} i kø for utsending.", $"{count} i kø for utsending.", $"{count} queued for delivery."));
        return Results.LocalRedirect(Path);
    }
}

/// <summary>Puts the page together.</summary>
internal sealed class OpenOperations(IpDbContext db, RunJobs run, ReadOutgoing outgoing, Microsoft.Extensions.Options.IOptions<OperationsOptions> options)
{
    public async Task<OperationsView> RunAsync(int page, CancellationToken cancellationToken)
    {
        var rows = await db.Jobs.ToDictionaryAsync(static j => j.Key, StringComparer.Ordinal, cancellationToken);
        return new OperationsView([.. run.Jobs.Select(job => new ShownJob(job, rows.GetValueOrDefault(job.Key)))], await outgoing.RunAsync(page, cancellationToken), options.Value.MaxFailures);
    }
}
