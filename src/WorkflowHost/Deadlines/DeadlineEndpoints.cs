using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.Deadlines;

/// <summary>Deadlines over cases: what runs out, and what has been missed. Shows references, not people.</summary>
internal static class DeadlineEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/deadlines", ListAsync).WithTags("Deadlines").RequireAuthorization(Policies.ReadDeadlines)
            .WithName("ListDeadlines").WithSummary("Deadlines of all cases that the caller may know of, soonest first; filter by state, by key and by last day.");

    private static async Task<Results<Ok<Page<ListedDeadline>>, RefusalResult>> ListAsync(
        string? state, string? before, string? key, HttpRequest request, IpDbContext db, CaseBonds bonds, CurrentUser user, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(request, errors);
        var wanted = string.IsNullOrEmpty(state) ? null : errors.Choice<DeadlineState>(state, "state");
        DateOnly? last = null;
        if (!string.IsNullOrEmpty(before))
        {
            if (DateOnly.TryParseExact(before, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                last = date;
            }
            else
            {
                errors.Add("before", Messages.NotADate);
            }
        }

        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        var found = bonds.VisibleTo(user)
            .Join(db.Deadlines, c => c.Id, d => d.CaseId, (c, d) => new { Case = c, Deadline = d })
            .Where(x => wanted == null || x.Deadline.State == wanted)
            .Where(x => last == null || x.Deadline.EffectiveOn < last)
            .Where(x => key == null || x.Deadline.Key == key)
            .OrderBy(x => x.Deadline.EffectiveOn).ThenBy(x => x.Deadline.Id);
        var rows = await page.OfAsync(found, request, cancellationToken);
        return TypedResults.Ok(new Page<ListedDeadline>(
            [.. rows.Items.Select(x => ListedDeadline.Of(x.Deadline, x.Case.Reference, x.Case.CaseManagerId))], rows.Total, rows.Next));
    }
}
