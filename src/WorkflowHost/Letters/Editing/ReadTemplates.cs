using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Letters.Editing;

/// <summary>The texts of letters as leaders see them.</summary>
internal sealed class ReadTemplates(IpDbContext db, UserDirectory users, RuleBook law, TimeProvider clock)
{
    public const string UsualTrack = "SOC-28";

    public async Task<TemplateList> ListAsync(CancellationToken cancellationToken)
    {
        var newest = await db.LetterTemplateVersions.Where(v => !db.LetterTemplateVersions.Any(n => n.TemplateKey == v.TemplateKey && n.Language == v.Language && n.Number > v.Number)).ToListAsync(cancellationToken);
        return new TemplateList([.. LetterTemplateKey.All.Select(key => new TemplateRow(
            key, LetterTemplateNames.Of(key), [.. LetterRenderer.Languages.Select(language => StateOf(language, newest.FirstOrDefault(v => v.TemplateKey == key && v.Language == language)))]))]);
    }

    /// <summary>One text; null when there is no such letter or language.</summary>
    public async Task<TemplatePageView?> OpenAsync(string key, string language, string pageLanguage, CancellationToken cancellationToken)
    {
        if (!Exists(key, language))
        {
            return null;
        }

        var newest = await db.LetterTemplateVersions.Where(v => v.TemplateKey == key && v.Language == language).OrderByDescending(static v => v.Number).FirstOrDefaultAsync(cancellationToken);
        var state = StateOf(language, newest);
        return new TemplatePageView
        {
            Key = key,
            State = state,
            Seen = state.Number,
            Text = newest?.Text ?? LetterRenderer.Shipped(key, language),
            Track = UsualTrack,
            Tracks = [.. Rules().Tracks.Values.Select(track => new Choice(track.Key, track.Name.In(pageLanguage)))],
        };
    }

    /// <summary>The versions of a text, and what differs between two of them: those named, or the newest and the one before it.</summary>
    public async Task<TemplateVersionsView?> VersionsAsync(string key, string language, int? from, int? to, CancellationToken cancellationToken)
    {
        if (!Exists(key, language))
        {
            return null;
        }

        var written = await db.LetterTemplateVersions.Where(v => v.TemplateKey == key && v.Language == language).OrderByDescending(static v => v.Number).ToListAsync(cancellationToken);
        var newest = written.FirstOrDefault()?.Number ?? 0;
        var (left, right) = (Within(from, newest, Math.Max(newest - 1, 0)), Within(to, newest, newest));
        string TextOf(int number) => written.FirstOrDefault(v => v.Number == number)?.Text ?? LetterRenderer.Shipped(key, language);
        return new TemplateVersionsView(
            key,
            StateOf(language, written.FirstOrDefault()),
            [.. written.Select(v => new TemplateVersionRow(v.Number, v.Text is null, users.NameOf(v.WrittenBy), v.WrittenAt, v.Reason)), new TemplateVersionRow(0, true, null, null, null)],
            left,
            right,
            TextComparison.Between(TextOf(left), TextOf(right)));
    }

    /// <summary>The invented case of previews, on a track.</summary>
    public LetterSample SampleOf(string? track, string language) => LetterSample.Full(Rules(), Rules().Tracks.GetValueOrDefault(track ?? UsualTrack) ?? Rules().Track(UsualTrack), language);

    public static bool Exists(string key, string language) => LetterTemplateKey.All.Contains(key) && LetterRenderer.Languages.Contains(language);

    private TemplateState StateOf(string language, LetterTemplateVersion? newest) =>
        new(language, newest?.Number ?? 0, newest?.Text is not null, newest is null ? null : users.NameOf(newest.WrittenBy), newest?.WrittenAt);

    private RuleSet Rules() => law.For(NorwegianTime.DateOf(clock.GetUtcNow()));

    private static int Within(int? asked, int newest, int otherwise) => asked is { } number && number >= 0 && number <= newest ? number : otherwise;
}
