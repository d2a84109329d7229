using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>What can be taken out, with what was typed and refused.</summary>
/// <param name="Today">Today.</param>
/// <param name="Form">Which form was sent: <c>journal</c> or <c>case</c>; null when none was.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Refusal">Why it was not done.</param>
internal sealed record ShownExtracts(DateOnly Today, string? Form, IReadOnlyDictionary<string, string> Typed, Refusal? Refusal);

/// <summary>The journal of a period and the file of a case, as files to save.</summary>
internal static class ExtractPages
{
    public const string Journal = ArchivePages.Extracts + "/journal";
    public const string Case = ArchivePages.Extracts + "/case";

    /// <summary>More than a year at a time is for several files.</summary>
    private const int MostDays = 366;
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private static readonly LocalizedText TooLong = new(
        "Må være etter den første dagen, og høyst ett år etter.", "Må vere etter den første dagen, og høgst eitt år etter.", "Must be after the first day, and at most a year after.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(ArchivePages.Extracts, Policies.ExtractArchive, (TimeProvider clock) => Show(clock, null, new Dictionary<string, string>(), null));
        routes.MapPagePost(Journal, Policies.ExtractArchive, JournalAsync);
        routes.MapPagePost(Case, Policies.ExtractArchive, CaseAsync);
    }

    /// <summary>Adds what is wrong with a period.</summary>
    public static void CheckPeriod(DateOnly? from, DateOnly? to, FieldErrors errors)
    {
        if (from is not { Year: >= FirstYear and <= LastYear })
        {
            errors.Add("from", Messages.NotADate);
        }

        if (to is not { Year: >= FirstYear and <= LastYear } last)
        {
            errors.Add("to", Messages.NotADate);
        }
        else if (from is { } first && last.DayNumber - first.DayNumber is < 0 or > MostDays)
        {
            errors.Add("to", TooLong);
        }
    }

    private static async Task<IResult> JournalAsync(HttpContext context, ExtractJournal extract, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        var typed = await ReadAsync(context, cancellationToken);
        var errors = new FieldErrors();
        var hasFrom = Dates.TryRead(typed.GetValueOrDefault("from") ?? "", out var from);
        var hasTo = Dates.TryRead(typed.GetValueOrDefault("to") ?? "", out var to);
        CheckPeriod(hasFrom ? from : null, hasTo ? to : null, errors);

        var withNames = typed.ContainsKey("names");
        if (withNames)
        {
            errors.Require(typed.GetValueOrDefault("reason"), "reason");
        }

        errors.AtMost(typed.GetValueOrDefault("reason"), CallReason.MaxLength, "reason");
        if (errors.Any)
        {
            return Show(clock, "journal", typed, errors.ToRefusal());
        }

        var format = ExtractJournal.Formats.FirstOrDefault(f => f == typed.GetValueOrDefault("format")) ?? ExtractJournal.Formats[0];
        var posts = await extract.RunAsync(user, from, to, withNames, typed.GetValueOrDefault("reason")?.Trim() is { Length: > 0 } reason ? reason : "Journaluttrekk.", cancellationToken);
        var file = ExtractJournal.Write(posts, from, to, format);
        return Results.File(file.Content, file.ContentType, file.Name);
    }

    private static async Task<IResult> CaseAsync(HttpContext context, IpDbContext db, CaseBonds bonds, ExportCase export, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        var typed = await ReadAsync(context, cancellationToken);
        var errors = new FieldErrors();
        var reference = typed.GetValueOrDefault("reference")?.Trim().ToUpperInvariant();
        var found = string.IsNullOrEmpty(reference) ? [] : await bonds.VisibleTo(user).Where(c => c.Reference == reference).Select(static c => c.Id).Take(1).ToListAsync(cancellationToken);
        if (errors.Require(reference, "reference") && found.Count == 0)
        {
            errors.Add("reference", new("Fant ingen slik sak. Skriv referansen slik den står på saken, for eksempel IP-2027-00042.", "Fann inga slik sak. Skriv referansen slik han står på saka, til dømes IP-2027-00042.", "Found no such case. Write the reference as it stands on the case, such as IP-2027-00042."));
        }

        errors.RequireReason(typed.GetValueOrDefault("why"), "why");
        if (errors.Any)
        {
            return Show(clock, "case", typed, errors.ToRefusal());
        }

        return await export.RunAsync(user, found[0], new CallReason(typed["why"].Trim()), cancellationToken) switch
        {
            ExportCase.Outcome.File file => Results.File(file.Content, "application/zip", file.Name),
            ExportCase.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }

    private static IResult Show(TimeProvider clock, string? form, IReadOnlyDictionary<string, string> typed, Refusal? refusal) =>
        Page.Showing<ExtractsPage>(new ShownExtracts(NorwegianTime.DateOf(clock.GetUtcNow()), form, typed, refusal), refusal?.Kind.Status ?? StatusCodes.Status200OK);

    private static async Task<Dictionary<string, string>> ReadAsync(HttpContext context, CancellationToken cancellationToken) =>
        (await context.Request.ReadFormAsync(cancellationToken)).Where(static p => !p.Key.StartsWith('_')).ToDictionary(static p => p.Key, static p => p.Value.ToString(), StringComparer.Ordinal);
}
