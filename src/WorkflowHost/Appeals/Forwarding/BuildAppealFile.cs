using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Appeals.Forwarding;

/// <summary>
/// Builds the file for the appeal body when the appeal is forwarded (L-113): appeal with evidence of receipt, formal check, decision and evidence of notice, requests, information and consent
/// records, the current plan version (L-102), the first instance's statement in five texts (L-112), and all letters. The internal note is not sent. No address is in it (P-20).
/// </summary>
internal sealed class BuildAppealFile(UserDirectory users)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Builds and stores it; records <c>appeal-file-built</c>. What was sent once is not built again.</summary>
    public async Task RunAsync(ApplyScope scope, Appeal appeal, Decision? decision, CancellationToken cancellationToken)
    {
        var (db, operation) = (scope.Work.Db, scope.Work.Operation);
        if (await db.AppealFiles.AnyAsync(f => f.AppealId == appeal.Id, cancellationToken))
        {
            return;
        }

        var ipCase = await scope.CaseAsync(cancellationToken);
        var personId = ipCase.PersonId;
        var person = await db.Persons.FirstAsync(p => p.Id == personId, cancellationToken);
        var rules = decision is null ? scope.RulesOfToday() : scope.Work.Law.Get(decision.RuleSetKey);
        var track = rules.Track(decision?.Track ?? ipCase.Track);
        var documents = await new AppealDocuments(scope.Work, ipCase, person, appeal, decision, users).ReadAsync(cancellationToken);

        var language = person.Language;
        string T(string nb, string nn, string en) => new LocalizedText(nb, nn, en).In(language);
        var body = rules.Bodies[track.AppealBody].In(language);
        var office = ipCase.Unit is { } unit && person.AddressProtection == AddressProtection.None ? RoleNames.Service(unit).In(language) : null;
        var contact = ipCase.CaseManagerId is { } manager ? users.NameOf(manager) : null;
        var front = new AppealFileFront(
            T("Klagesak til ", "Klagesak til ", "Appeal file for ") + body,
            language,
            ipCase.Reference,
            [
                (T("Referanse", "Referanse", "Reference"), ipCase.Reference),
                (T("Klager", "Klagar", "Appellant"), $"{LetterData.NameOf(person)} ({RequestWords.Requester(appeal.Appellant).In(language)})"),
                (T("Gjelder", "Gjeld", "About"), AppealWords.Type(appeal.Type).In(language)),
                (T("Område", "Område", "Track"), track.Name.In(language)),
                (T("Til", "Til", "To"), body),
                (T("Fra", "Frå", "From"), string.Join(", ", new[] { office, contact }.OfType<string>().DefaultIfEmpty(ipCase.Reference))),
                (T("Sendt", "Sendt", "Sent"), LetterDates.Write(operation.Today, language)),
            ],
            operation.Now);
        var (pdf, placed) = AppealFilePdf.Write(front, documents);
        var sha = Convert.ToHexStringLower(SHA256.HashData(pdf));
        var index = new JsonObject
        {
            ["format"] = "individualplan/appeal-file/1",
            ["reference"] = ipCase.Reference,
            ["person"] = LetterData.NameOf(person),
            ["language"] = language,
            ["track"] = track.Key,
            ["ruleSet"] = rules.Key,
            ["appealBody"] = track.AppealBody,
            ["forwardedOn"] = Iso(appeal.ForwardedOn),
            ["contact"] = new JsonObject { ["office"] = office, ["caseworker"] = contact },
            ["appeal"] = Of(appeal),
            ["decision"] = decision is null ? null : Of(decision),
            ["legalReferences"] = new JsonArray([.. (appeal.ForwardingTexts?.LegalReferences ?? []).Select(key => (JsonNode)key)]),
            ["file"] = new JsonObject { ["name"] = FileName(ipCase.Reference) + ".pdf", ["sha256"] = sha, ["pages"] = placed.Count == 0 ? 1 : placed[^1].Page + placed[^1].Pages - 1, ["standard"] = "PDF/A-2a" },
            ["documents"] = new JsonArray([.. placed.Select(Of)]),
        };
        db.Add(new AppealFile { AppealId = appeal.Id, CaseId = ipCase.Id, BuiltAt = operation.Now, Pdf = pdf, IndexJson = index.ToJsonString(Readable) });
        operation.Record(ipCase.Id, "appeal-file-built", ("appealId", appeal.Id), ("documents", placed.Count), ("sha256", sha));
    }

    /// <summary>How the file is called where it is saved; nothing in it tells who the person is.</summary>
    public static string FileName(string reference) => $"klagesak-{reference}";

    private static JsonObject Of(Appeal appeal) => new()
    {
        ["id"] = appeal.Id.ToString(),
        ["type"] = appeal.Type.ToString(),
        ["receivedAt"] = appeal.ReceivedAt.ToString("O", CultureInfo.InvariantCulture),
        ["postmarkOn"] = Iso(appeal.PostmarkOn),
        ["channel"] = appeal.Channel.ToString(),
        ["appellant"] = appeal.Appellant.ToString(),
        ["deadlineOn"] = Iso(appeal.DeadlineOn),
        ["cameInTime"] = appeal.CameInTime,
        ["pointsAttacked"] = new JsonArray([.. appeal.PointsAttacked.Select(static point => (JsonNode)point)]),
        ["verdict"] = appeal.Verdict?.ToString(),
        ["planVersionId"] = appeal.PlanVersionId?.ToString(),
    };

    private static JsonObject Of(Decision decision) => new()
    {
        ["id"] = decision.Id.ToString(),
        ["outcome"] = decision.Outcome.ToString(),
        ["madeOn"] = Iso(decision.MadeOn),
        ["legalBasis"] = new JsonArray([.. decision.LegalBasis.Select(static key => (JsonNode)key)]),
        ["notice"] = decision.Notice is not { } notice ? null : new JsonObject
        {
            ["channel"] = notice.Channel.ToString(),
            ["sentOn"] = Iso(notice.SentOn),
            ["arrivedOn"] = Iso(notice.ArrivedOn),
            ["arrivalIsKnown"] = notice.ActualArrivalOn is not null,
        },
    };

    private static JsonNode Of(PlacedDocument placed) => new JsonObject
    {
        ["number"] = placed.Number,
        ["kind"] = placed.Document.Kind,
        ["title"] = placed.Document.Title,
        ["dateOn"] = Iso(placed.Document.On),
        ["page"] = placed.Page,
        ["pages"] = placed.Pages,
        ["journalNumber"] = placed.Document.JournalNumber,
        ["id"] = placed.Document.Id?.ToString(),
    };

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
