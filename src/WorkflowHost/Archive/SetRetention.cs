using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>A period as it was asked for, as it was typed.</summary>
/// <param name="Kind">A <see cref="RetentionKind"/>.</param>
/// <param name="Track">Key of a track; empty for all.</param>
/// <param name="Years">A whole number; empty to preserve.</param>
/// <param name="Basis">What allows it.</param>
/// <param name="FromOn">The first day.</param>
/// <param name="Reason">Why it is set.</param>
internal sealed record WantedRetention(string? Kind, string? Track, string? Years, string? Basis, string? FromOn, string? Reason);

/// <summary>Sets how long something is kept, from a day on. What has been set before stays as it was. Periods that cannot be meant, of a year or two, are refused.</summary>
internal sealed class SetRetention(WorkWriter writer, RuleBook law, TimeProvider clock)
{
    /// <summary>No case file goes sooner: appeals, revisions and audits look that far back.</summary>
    public const int FewestYears = 3;

    public const int MostYears = 150;

    /// <returns>Why not; null when it is set.</returns>
    public async Task<Refusal?> RunAsync(CurrentUser user, WantedRetention wanted, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var today = NorwegianTime.DateOf(clock.GetUtcNow());

        if (!Enum.TryParse<RetentionKind>(wanted.Kind, out var kind) || !Enum.IsDefined(kind) || char.IsAsciiDigit(wanted.Kind![0]))
        {
            errors.Add("kind", new("Velg hva det gjelder.", "Vel kva det gjeld.", "Choose what it is about."));
        }

        var track = string.IsNullOrWhiteSpace(wanted.Track) ? null : wanted.Track.Trim();
        if (track is not null && (kind != RetentionKind.CaseFile || !law.For(today).Tracks.ContainsKey(track)))
        {
            errors.Add("track", new("Velg et regelverk fra listen, og bare for saker.", "Vel eit regelverk frå lista, og berre for saker.", "Choose a track of the list, and for cases only."));
        }

        int? years = null;
        if (!string.IsNullOrWhiteSpace(wanted.Years))
        {
            if (int.TryParse(wanted.Years.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= FewestYears and <= MostYears)
            {
                years = number;
                errors.Require(wanted.Basis, "basis");
            }
            else
            {
                errors.Add("years", Messages.Format(new(
                    "Skriv et helt antall år fra {0} til {1}, eller la feltet stå tomt for å bevare.", "Skriv eit heilt tal på år frå {0} til {1}, eller lat feltet stå tomt for å bevare.",
                    "Write a whole number of years from {0} to {1}, or leave it empty to preserve."), FewestYears, MostYears));
            }
        }

        if (!Dates.TryRead(wanted.FromOn ?? "", out var fromOn) || fromOn < today)
        {
            errors.Add("fromOn", new("Skriv en dato fra og med i dag.", "Skriv ein dato frå og med i dag.", "Write a date from today on."));
        }

        errors.AtMost(wanted.Basis, CallReason.MaxLength, "basis");
        errors.RequireReason(wanted.Reason);
        if (errors.Any)
        {
            return errors.ToRefusal();
        }

        await writer.RunAsync(new Operation(user.Actor, wanted.Reason!.Trim(), clock.GetUtcNow()), (work, _) =>
        {
            work.Db.Add(new RetentionPeriod
            {
                Id = work.Ids.New(), Kind = kind, Track = track, Years = years, Basis = years is null ? "" : wanted.Basis!.Trim(), FromOn = fromOn,
                Reason = work.Operation.Reason, MadeBy = user.UserId, MadeAt = work.Operation.Now,
            });
            work.Operation.Record(null, "retention-set", ("kind", kind), ("track", track), ("years", years), ("fromOn", fromOn));
            return Task.CompletedTask;
        }, cancellationToken);
        return null;
    }
}
