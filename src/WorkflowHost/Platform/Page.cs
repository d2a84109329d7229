using System.Globalization;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>One page of a list. <c>Next</c> is the address of the following page, or null on the last.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, int Total, string? Next);

/// <summary>Which page is asked for: <c>page</c> counts from 1, <c>pageSize</c> is 1–200 and 50 when not given.</summary>
internal sealed record PageRequest(int Number, int Size)
{
    public const int DefaultSize = 50;
    public const int MaxSize = 200;

    public int Skip => (Number - 1) * Size;

    /// <summary>Reads the page from the query; adds what is wrong to the errors.</summary>
    public static PageRequest Read(HttpRequest request, FieldErrors errors) =>
        new(Whole(request, "page", 1, 1_000_000, errors), Whole(request, "pageSize", DefaultSize, MaxSize, errors));

    /// <summary>Counts, cuts out the page and tells where the next one is.</summary>
    public async Task<Page<T>> OfAsync<T>(IQueryable<T> query, HttpRequest request, CancellationToken cancellationToken)
    {
        var total = await query.CountAsync(cancellationToken);
        var items = total <= Skip ? [] : await query.Skip(Skip).Take(Size).ToListAsync(cancellationToken);
        return new Page<T>(items, total, Next(request, total));
    }

    /// <summary>The address of the page after this one, with the same filters; null when there is none.</summary>
    public string? Next(HttpRequest request, int total)
    {
        if (Skip + Size >= total)
        {
            return null;
        }

        var query = new QueryBuilder(request.Query.Where(q => q.Key is not "page"))
        {
            { "page", (Number + 1).ToString(CultureInfo.InvariantCulture) },
        };
        return request.PathBase + request.Path + query.ToQueryString();
    }

    private static int Whole(HttpRequest request, string name, int unless, int max, FieldErrors errors)
    {
        string? text = request.Query[name];
        if (string.IsNullOrEmpty(text))
        {
            return unless;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= max)
        {
            return value;
        }

        errors.Add(name, Messages.Format(new LocalizedText(
            "Må være et helt tall fra 1 til {0}.", "Må vere eit heilt tal frå 1 til {0}.", "Must be a whole number from 1 to {0}."), max));
        return unless;
    }
}
