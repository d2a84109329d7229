using System.Globalization;
using System.Text;
using System.Xml.Linq;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>A post of the journal: what ARKF § 15 asks for, and nothing else (P-17b).</summary>
/// <param name="Number">Unique and readable, such as <c>IP-2026-00042/7</c>; of what came in <c>IP-2026-00042/inn-1</c>.</param>
/// <param name="Context">The reference of the case.</param>
/// <param name="Direction"><c>Incoming</c> or <c>Outgoing</c>.</param>
/// <param name="Title">Without anything about the person.</param>
/// <param name="Correspondent">Sender or recipient; shielded unless it was asked for.</param>
/// <param name="DocumentOn">Date of the document, or the day it was received.</param>
/// <param name="RegisteredAt">When it was registered.</param>
internal sealed record JournalPost(string Number, string Context, string Direction, string Title, string Correspondent, DateOnly DocumentOn, DateTimeOffset RegisteredAt);

/// <summary>The journal of a period as a file.</summary>
internal sealed record JournalFile(byte[] Content, string ContentType, string Name);

/// <summary>
/// Extracts the journal of a period: letters that went out (not those that were stopped before), requests and appeals that came in. Names are shielded (FVL § 13) unless the archivist asks for them for the municipality's own
/// archive; that, too, is recorded. Cases that the archivist may not know of, such as those of strictly protected persons, are not among them.
/// </summary>
internal sealed class ExtractJournal(IpDbContext db, CaseBonds bonds, WorkWriter writer, TimeProvider clock)
{
    public static readonly IReadOnlyList<string> Formats = ["csv", "xml", "json"];

    private const string Incoming = "Incoming";
    private const string Outgoing = "Outgoing";

    /// <summary>What came in is read for so many cases at a time.</summary>
    private const int CasesAtOnce = 500;

    /// <summary>Extracts; records that it was done.</summary>
    public async Task<IReadOnlyList<JournalPost>> RunAsync(CurrentUser user, DateOnly from, DateOnly to, bool withNames, string reason, CancellationToken cancellationToken)
    {
        var posts = await GatherAsync(user, from, to, withNames, cancellationToken);
        await writer.RunAsync(new Operation(user.Actor, reason, clock.GetUtcNow()), (work, _) =>
        {
            work.Operation.Record(null, "journal-extracted", ("from", from), ("to", to), ("withNames", withNames), ("posts", posts.Count));
            return Task.CompletedTask;
        }, cancellationToken);
        return posts;
    }

    /// <summary>The posts as a file.</summary>
    public static JournalFile Write(IReadOnlyList<JournalPost> posts, DateOnly from, DateOnly to, string format)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"journal-{from:yyyy-MM-dd}-{to:yyyy-MM-dd}.{format}");
        return format switch
        {
            "xml" => new JournalFile(Xml(posts, from, to), "application/xml", name),
            "json" => new JournalFile(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(posts, ApiJson.Options), "application/json", name),
            _ => new JournalFile(
                Csv.Write([
                    ["Journalnummer", "Sak", "Retning", "Tittel", "Avsender eller mottaker", "Dokumentdato", "Registrert"],
                    .. posts.Select(static p => new[] { p.Number, p.Context, p.Direction == Incoming ? "Inn" : "Ut", p.Title, p.Correspondent, Day(p.DocumentOn), Instant(p.RegisteredAt) }),
                ]),
                Csv.ContentType, name),
        };
    }

    private async Task<IReadOnlyList<JournalPost>> GatherAsync(CurrentUser user, DateOnly from, DateOnly to, bool withNames, CancellationToken cancellationToken)
    {
        var (start, end) = (NorwegianTime.At(from, TimeOnly.MinValue), NorwegianTime.At(to.AddDays(1), TimeOnly.MinValue));
        var visible = bonds.VisibleTo(user).Select(static c => c.Id);
        var letters = await db.Letters.AsNoTracking().Where(l => l.QueuedAt >= start && l.QueuedAt < end && l.State != LetterState.Stopped && visible.Contains(l.CaseId))
            .Select(static l => l.Journal).ToListAsync(cancellationToken);
        var cases = await db.Requests.Where(r => r.ReceivedAt >= start && r.ReceivedAt < end).Select(static r => r.CaseId)
            .Union(db.Appeals.Where(a => a.ReceivedAt >= start && a.ReceivedAt < end).Select(static a => a.CaseId)).Where(c => visible.Contains(c)).ToListAsync(cancellationToken);
        List<JournalPost> posts =
        [
            .. letters.Select(j => new JournalPost(j.Number, j.Context, Outgoing, j.Title, withNames ? j.Correspondent : Shielded, j.DocumentOn, j.RegisteredAt)),
        ];

        foreach (var some in cases.Chunk(CasesAtOnce))
        {
            posts.AddRange((await IncomingAsync(some, withNames, cancellationToken)).Where(p => p.DocumentOn >= from && p.DocumentOn <= to));
        }

        return [.. posts.OrderBy(static p => p.RegisteredAt).ThenBy(static p => p.Number, StringComparer.Ordinal)];
    }

    private const string Shielded = "Skjermet (fvl. § 13)";

    /// <summary>All that came in to cases, numbered in each in the order in which it was registered, so that a number never changes.</summary>
    private async Task<IEnumerable<JournalPost>> IncomingAsync(CaseId[] ids, bool withNames, CancellationToken cancellationToken)
    {
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Reference, Name = db.Persons.Where(p => p.Id == c.PersonId).Select(p => p.GivenName + " " + p.FamilyName).First() }).ToListAsync(cancellationToken);
        var requests = (await db.Requests.AsNoTracking().Where(r => ids.Contains(r.CaseId)).ToListAsync(cancellationToken)).ToLookup(static r => r.CaseId);
        var appeals = (await db.Appeals.AsNoTracking().Where(a => ids.Contains(a.CaseId)).ToListAsync(cancellationToken)).ToLookup(static a => a.CaseId);
        return cases.SelectMany(c => requests[c.Id]
            .Select(r => (Id: r.Id.Value, Title: "Henvendelse om individuell plan", From: r.Requester.Name ?? (r.Requester.Role == RequesterRole.Person ? c.Name : "Ukjent"), On: r.ReceivedOn))
            .Concat(appeals[c.Id].Select(a => (Id: a.Id.Value, Title: "Klage", From: c.Name, On: a.ReceivedOn)))
            .OrderBy(static d => d.Id.ToString("N"), StringComparer.Ordinal)
            .Select((d, i) => new JournalPost(
                string.Create(CultureInfo.InvariantCulture, $"{c.Reference}/inn-{i + 1}"), c.Reference, Incoming, d.Title, withNames ? d.From : Shielded, d.On, RegisteredAt(d.Id))));
    }

    /// <summary>Ids are version 7: the first 48 bits are when they were made.</summary>
    private static DateTimeOffset RegisteredAt(Guid id) => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16));

    private static byte[] Xml(IReadOnlyList<JournalPost> posts, DateOnly from, DateOnly to)
    {
        var document = new XDocument(new XElement(
            "journal", new XAttribute("fra", Day(from)), new XAttribute("til", Day(to)),
            posts.Select(static p => new XElement(
                "journalpost", new XElement("journalnummer", p.Number), new XElement("sak", p.Context), new XElement("retning", p.Direction == Incoming ? "inn" : "ut"),
                new XElement("tittel", p.Title), new XElement("korrespondansepart", p.Correspondent), new XElement("dokumentdato", Day(p.DocumentOn)), new XElement("registrert", Instant(p.RegisteredAt))))));
        using var buffer = new MemoryStream();
        using (var writer = System.Xml.XmlWriter.Create(buffer, new System.Xml.XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = true }))
        {
            document.Save(writer);
        }

        return buffer.ToArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
