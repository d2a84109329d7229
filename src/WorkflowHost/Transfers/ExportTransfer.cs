using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Transfers;

/// <summary>
/// Makes the file that goes to the municipality that takes over (L-109): only while a hand-over is under way to which the person has consented, only what the consent covers, and never when
/// the address is strictly confidential (L-110).
/// </summary>
internal sealed class ExportTransfer(IpDbContext db, ReadPlanDocument plans, PlanPdf planPdf, LetterPdf letterPdf, WorkWriter writer, TimeProvider clock)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record File(byte[] Content, string Name) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    /// <summary>The hand-over that is under way; null when there is none.</summary>
    public static Task<Transfer?> UnderWayAsync(IpDbContext db, CaseId caseId, CancellationToken cancellationToken) =>
        db.Set<Transfer>().Where(t => t.CaseId == caseId && (t.State == TransferState.AwaitingConsent || t.State == TransferState.Prepared || t.State == TransferState.Sent))
            .OrderByDescending(t => t.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The person's consent to it; null when there is none in force.</summary>
    public static async Task<ConsentRecord?> ConsentAsync(IpDbContext db, CaseId caseId, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await db.Consents.Where(c => c.CaseId == caseId && c.Type == ConsentType.Transfer && c.State == ConsentState.Given).ToListAsync(cancellationToken)).LastOrDefault(c => c.IsInForceAt(now));

    public async Task<Outcome> RunAsync(CurrentUser user, CaseOpening.Opened opened, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var caseId = opened.Case.Id;
        if (await UnderWayAsync(db, caseId, cancellationToken) is not { } transfer || await ConsentAsync(db, caseId, now, cancellationToken) is not { } consent)
        {
            return new Outcome.Refused(new Refusal(ProblemKind.Conflict, new(
                "Saken er ikke under overføring, eller personen har ikke samtykket. Da sendes ingenting.",
                "Saka er ikkje under overføring, eller personen har ikkje samtykt. Då blir ingenting sendt.",
                "The case is not being handed over, or the person has not consented. Then nothing is sent.")));
        }

        var person = await db.Persons.FirstAsync(p => p.Id == opened.Case.PersonId, cancellationToken);
        if (person.AddressProtection >= AddressProtection.StrictlyConfidential)
        {
            return new Outcome.Refused(new Refusal(ProblemKind.Forbidden, new(
                "Adressen er strengt fortrolig. Saken overføres ikke som fil; avtal overføringen direkte med den nye kommunen.",
                "Adressa er strengt fortruleg. Saka blir ikkje overført som fil; avtal overføringa direkte med den nye kommunen.",
                "The address is strictly confidential. The case is not handed over as a file; arrange it directly with the new municipality.")));
        }

        var (bundle, files) = await GatherAsync(user, opened, person, transfer, consent, now, cancellationToken);
        var content = await TransferArchive.WriteAsync(bundle, files, cancellationToken);
        await writer.RunAsync(
            new Operation(user.Actor, "Overføring til den nye kommunen.", now),
            async (work, token) => (await work.Db.Set<Transfer>().AsTracking().FirstAsync(t => t.Id == transfer.Id, token)).Export(TransferArchive.Sha256Of(content), work.Operation),
            cancellationToken);
        return new Outcome.File(content, $"overforing-{opened.Case.Reference}.zip");
    }

    private async Task<(TransferBundle Bundle, Dictionary<string, byte[]> Files)> GatherAsync(
        CurrentUser user, CaseOpening.Opened opened, Person person, Transfer transfer, ConsentRecord consent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var caseId = opened.Case.Id;
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var documents = new List<TransferredDocument>();
        void Add(string name, string kind, string title, DateOnly on, byte[] content)
        {
            files[name] = content;
            documents.Add(new TransferredDocument(name, kind, title, on, TransferArchive.Sha256Of(content)));
        }

        // The whole plan goes as it stands, as PDF too; a consent to parts of it lets those parts go.
        var isWhole = consent.Scope.Categories.Contains(InformationCategories.WholePlan);
        var plan = await plans.CurrentAsync(user, opened, cancellationToken);
        if (plan is not null && isWhole)
        {
            Add("plan.pdf", "plan", "Individuell plan", plan.Approval?.On ?? NorwegianTime.DateOf(now), planPdf.Write(plan, now));
        }

        var letters = isWhole
            ? await db.Letters.Where(l => l.CaseId == caseId && l.State == LetterState.Sent && l.RecipientKind == LetterRecipientKind.Person).OrderBy(l => l.QueuedAt).ThenBy(l => l.Id).ToListAsync(cancellationToken)
            : [];
        foreach (var (letter, number) in letters.Select(static (l, i) => (l, i + 1)))
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"letters/{number:D3}.pdf"), "letter", letter.Subject, letter.Journal.DocumentOn, letterPdf.Write(letter));
        }

        var identity = await db.PersonIdentifiers.Where(i => i.PersonId == person.Id).OrderByDescending(i => i.Sequence).Select(i => i.Number).FirstAsync(cancellationToken);
        var requests = await db.Requests.Where(r => r.CaseId == caseId).ToListAsync(cancellationToken);
        var participants = await db.PlanParticipants.Where(p => p.CaseId == caseId && p.State == ParticipantState.Confirmed).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var consents = (await db.Consents.Where(c => c.CaseId == caseId && c.State == ConsentState.Given).OrderBy(c => c.Id).ToListAsync(cancellationToken)).Where(c => c.IsInForceAt(now));
        return (new TransferBundle(
            TransferBundle.FormatName, TransferBundle.Version, transfer.Id.Value, opened.Case.Reference, NorwegianTime.DateOf(now),
            new TransferredPerson(identity, person.GivenName, person.FamilyName, person.BornOn, person.Language, person.InterpreterLanguage),
            opened.Case.Track,
            [.. requests.SelectMany(r => r.Services).Distinct(StringComparer.Ordinal)],
            plan is null ? null : new TransferredPlan(plan.Number ?? 0, plan.Approval?.On, plan.NextRevisionOn, isWhole ? plan.Content : PlanVisibility.Parts(plan.Content, consent.Scope.Categories)),
            [.. participants.Select(p => new TransferredParticipant(p.Service, p.Role))],
            [.. consents.Select(c => new TransferredConsent(c.Type, c.RecipientService, c.FromOn, c.ToOn))],
            documents), files);
    }
}
