using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Consents;
using IndividualPlan.WorkflowHost.Decisions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.WorkflowHost.Letters.Pdf;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Appeals.Forwarding;

/// <summary>Reads the documents of the file to the appeal body, in the order in which one reads a case (L-113).</summary>
internal sealed class AppealDocuments(Work work, IpCase ipCase, Person person, Appeal appeal, Decision? decision, UserDirectory users)
{
    private string Language => person.Language;

    public async Task<IReadOnlyList<AppealDocument>> ReadAsync(CancellationToken cancellationToken)
    {
        var id = ipCase.Id;
        var requests = await work.Db.Requests.Where(r => r.CaseId == id).OrderBy(r => r.ReceivedAt).ToListAsync(cancellationToken);
        var information = await work.Db.InformationRecords.Where(r => r.CaseId == id).OrderBy(r => r.GivenAt).ToListAsync(cancellationToken);
        var consents = await work.Db.Consents.Where(c => c.CaseId == id).OrderBy(c => c.AskedAt).ToListAsync(cancellationToken);
        var letters = await work.Db.Letters.Where(l => l.CaseId == id && l.State != LetterState.Stopped).OrderBy(l => l.QueuedAt).ThenBy(l => l.Id).ToListAsync(cancellationToken);
        return
        [
            Received(),
            .. appeal.FormalCheck is { } check ? [Check(check)] : Array.Empty<AppealDocument>(),
            .. appeal.ForwardingTexts is { } texts ? [Statement(texts)] : Array.Empty<AppealDocument>(),
            .. decision is not null ? [Decided(decision)] : Array.Empty<AppealDocument>(),
            .. requests.Select(Request),
            .. information.Count > 0 ? [Information(information)] : Array.Empty<AppealDocument>(),
            .. consents.Count > 0 ? [Consents(consents)] : Array.Empty<AppealDocument>(),
            .. await PlanAsync(consents, cancellationToken) is { } plan ? [plan] : Array.Empty<AppealDocument>(),
            .. letters.Select(letter => new AppealDocument("letter", letter.Subject, letter.Journal.DocumentOn, letter.Id.Value, letter.Journal.Number, sheet => Letter(sheet, letter))),
        ];
    }

    private AppealDocument Received() => new("appeal", T("Klagen", "Klaga", "The appeal"), appeal.ReceivedOn, appeal.Id.Value, null, sheet =>
    {
        sheet.Fact(T("Kom inn", "Kom inn", "Received"), $"{Date(appeal.ReceivedOn)}, {NorwegianTime.LocalOf(appeal.ReceivedAt).ToString("HH.mm", CultureInfo.InvariantCulture)}");
        sheet.Fact(T("Hvordan", "Korleis", "How"), T(RequestWords.Channel(appeal.Channel)));
        sheet.Fact(T("Poststemplet", "Poststempla", "Postmark"), appeal.PostmarkOn is { } mark ? Date(mark) : T("Ikke sendt i posten", "Ikkje send i posten", "Not sent by post"));
        sheet.Fact(T("Fra", "Frå", "From"), $"{LetterData.NameOf(person)} ({T(RequestWords.Requester(appeal.Appellant))})");
        sheet.Fact(T("Gjelder", "Gjeld", "About"), T(AppealWords.Type(appeal.Type)));
        if (appeal.DeadlineOn is { } deadline)
        {
            sheet.Fact(T("Klagefrist", "Klagefrist", "Deadline"), $"{Date(deadline)}. {(appeal.CameInTime == true ? T("Klagen kom i tide.", "Klaga kom i tide.", "The appeal came in time.") : T("Klagen kom for sent.", "Klaga kom for seint.", "The appeal came too late."))}");
        }

        if (appeal.PointsAttacked.Count > 0)
        {
            sheet.Fact(T("Punkter i planen", "Punkt i planen", "Points of the plan"), string.Join(", ", appeal.PointsAttacked));
        }

        Section(sheet, T("Hva klageren skriver", "Kva klagaren skriv", "What the appellant writes"), appeal.Grounds);
        Section(sheet, T("Hva klageren vil ha endret", "Kva klagaren vil ha endra", "What the appellant wants changed"), appeal.WantedChange);
    });

    private AppealDocument Check(FormalCheck check) => new("formal-check", T("Den formelle prøvingen", "Den formelle prøvinga", "The formal check"), null, null, null, sheet =>
    {
        sheet.Fact(T("Klagerett", "Klagerett", "Right to appeal"), T(AppealWords.Answer(check.IsParty)));
        sheet.Fact(T("Sier hva den gjelder", "Seier kva ho gjeld", "Says what it is about"), T(AppealWords.Answer(check.IsSpecific)));
        sheet.Fact(T("Underskrevet", "Underskriven", "Signed"), T(AppealWords.Answer(check.IsSigned)));
        sheet.Fact(T("Kom i tide", "Kom i tide", "Came in time"), T(AppealWords.Answer(check.IsInTime)) + (check.LateException is { } late ? $". {T(AppealWords.Late(late))}" : ""));
        if (appeal.Verdict is { } verdict)
        {
            sheet.Fact(T("Resultat", "Resultat", "Result"), T(AppealWords.Verdict(verdict)));
        }

        if (appeal.CorrectionDueOn is { } due)
        {
            sheet.Fact(T("Bedt om å rette", "Beden om å rette", "Asked to put right"), $"{Date(due)}{(appeal.CorrectedOn is { } corrected ? $"; {T("rettet", "retta", "put right")} {Date(corrected)}" : "")}");
        }

        Section(sheet, T("Begrunnelse", "Grunngiving", "Reasons"), check.Reasons);
    });

    private AppealDocument Statement(ForwardingTexts texts) => new("statement", T("Vår uttalelse", "Fråsegna vår", "Our statement"), work.Operation.Today, null, null, sheet =>
    {
        Section(sheet, T("Spørsmålet i saken", "Spørsmålet i saka", "The question in the case"), texts.Question);
        Section(sheet, T("Dokumentasjon og undersøkelser", "Dokumentasjon og undersøkingar", "Documentation and investigation"), texts.Investigation);
        Section(sheet, T("Rettskilder", "Rettskjelder", "Sources of law"), texts.SourcesOfLaw);
        Section(sheet, T("Klagerens argumenter", "Argumenta til klagaren", "The appellant's arguments"), texts.AppellantsArguments);
        Section(sheet, T("Vurdering", "Vurdering", "Assessment"), texts.Assessment);
        var references = work.Law.For(work.Operation.Today).LegalReferences;
        Section(sheet, T("Lovhenvisninger", "Lovtilvisingar", "Legal references"), string.Join("\n", texts.LegalReferences.Select(key => references.TryGetValue(key, out var name) ? T(name) : key)));
    });

    private AppealDocument Decided(Decision made) => new("decision", $"{T("Avgjørelsen", "Avgjerda", "The decision")}: {T(DecisionWords.Outcome(made.Outcome).WithinSentence())}", made.MadeOn, made.Id.Value, null, sheet =>
    {
        sheet.Fact(T("Gjelder", "Gjeld", "About"), T(DecisionWords.Subject(made.Subject)));
        sheet.Fact(T("Regler", "Reglar", "Rules"), LetterLaw.List(DecisionLaw.Of(made).Select(T), Language));
        sheet.Fact(T("Skrevet av", "Skriven av", "Written by"), users.NameOf(made.DraftedBy));
        if (made.ApprovedBy is { } approver)
        {
            sheet.Fact(T("Godkjent av", "Godkjend av", "Approved by"), users.NameOf(approver));
        }

        Section(sheet, T("Begrunnelse", "Grunngiving", "Reasons"), made.Reasons);
        if (made.Notice is { } notice)
        {
            sheet.Skip(8);
            sheet.Heading(T("Underretning", "Melding om avgjerda", "Notice"), 2);
            sheet.Fact(T("Sendt", "Sendt", "Sent"), $"{Date(notice.SentOn)}, {T(LetterWords.Channel(notice.Channel).WithinSentence())}");
            sheet.Fact(T("Kom fram", "Kom fram", "Arrived"), Date(notice.ArrivedOn) + (notice.ActualArrivalOn is null ? $" ({T("beregnet", "rekna ut", "assumed")})" : ""));
            if (notice.Evidence is { } evidence)
            {
                sheet.Fact(T("Dokumentasjon", "Dokumentasjon", "Evidence"), evidence);
            }
        }
    });

    private AppealDocument Request(CaseRequest request) => new("request", T("Henvendelsen", "Førespurnaden", "The request"), request.ReceivedOn, request.Id.Value, null, sheet =>
    {
        sheet.Fact(T("Kom inn", "Kom inn", "Received"), $"{Date(request.ReceivedOn)}, {T(RequestWords.Channel(request.Channel))}");
        sheet.Fact(T("Fra", "Frå", "From"), T(RequestWords.Requester(request.Requester.Role)));
        sheet.Fact(T("Fullmakt", "Fullmakt", "Authorization"), T(RequestWords.Authorization(request.Authorization)));
        if (request.Services.Count > 0)
        {
            sheet.Fact(T("Tjenester", "Tenester", "Services"), LetterLaw.List(request.Services.Select(service => T(RoleNames.Service(service))), Language));
        }

        Section(sheet, T("Ønsker", "Ønske", "Wishes"), request.Wishes);
    });

    private AppealDocument Information(List<InformationRecord> records) => new("information", T("Informasjon som er gitt", "Informasjon som er gjeven", "Information given"), null, null, null, sheet =>
    {
        foreach (var record in records)
        {
            sheet.Fact(Date(NorwegianTime.DateOf(record.GivenAt)), $"{T(InformationWords.Channel(record.Channel))}. {T(InformationWords.Response(record.Response))}.");
        }
    });

    private AppealDocument Consents(List<ConsentRecord> consents) => new("consents", T("Samtykker", "Samtykke", "Consents"), null, null, null, sheet =>
    {
        foreach (var consent in consents)
        {
            var to = consent.RecipientService is { } service ? $", {T(RoleNames.Service(service))}" : "";
            var period = consent.FromOn is { } from ? $" {Date(from)}{(consent.ToOn is { } end ? $" – {Date(end)}" : "")}" : "";
            sheet.Fact(T(ConsentWords.Type(consent.Type)), $"{T(ConsentWords.State(consent.State))}{to}.{period}");
        }
    });

    /// <summary>The plan as it stands, whatever the appeal is about: the appeal body must see whether the right is fulfilled (L-102).</summary>
    private async Task<AppealDocument?> PlanAsync(List<ConsentRecord> consents, CancellationToken cancellationToken)
    {
        var id = ipCase.Id;
        var version = await work.Db.PlanVersions.Where(v => v.CaseId == id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);
        if (version is null || await work.Db.Plans.FirstOrDefaultAsync(p => p.Id == version.PlanId, cancellationToken) is not { } plan)
        {
            return null;
        }

        var facts = version.Facts;
        var document = new PlanDocument(
            id, ipCase.Reference, new PersonName(person.GivenName, person.FamilyName), Language, person.AddressProtection, plan.Id, plan.State, version.Number, plan.VersionNumber, version.Approval, null,
            plan.NextRevisionOn, version.Content, [.. facts.Participants.Select(p => new PlanMember(p.Service, null, p.Role, null, null))], facts.ResponsibleService ?? ipCase.MainResponsibleService,
            await CoordinatorAsync(facts, cancellationToken),
            [.. facts.Consents.Select(fact => (Fact: fact, Record: consents.Find(c => c.Id == fact.ConsentId))).Select(row => new PlanConsent(row.Fact.Type, row.Fact.RecipientService, row.Record?.Scope.Categories ?? [], row.Record?.FromOn, row.Record?.ToOn))],
            [], new Dictionary<string, ProgressView>(StringComparer.Ordinal), IsPartial: false, HasDraft: false, null, facts);
        return new AppealDocument("plan", T($"Planen, versjon {version.Number}", $"Planen, versjon {version.Number}", $"The plan, version {version.Number}"), version.Approval.On, version.Id.Value, null, sheet => PlanPdf.Set(document, sheet));
    }

    private async Task<CoordinatorView?> CoordinatorAsync(PlanFacts facts, CancellationToken cancellationToken) =>
        facts.CoordinatorPeriodId is { } id && await work.Db.CoordinatorPeriods.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is { } period
            ? CoordinatorView.Of(period, users)
            : null;

    private void Letter(PdfSheet sheet, Letter letter)
    {
        sheet.Fact(T("Journalnummer", "Journalnummer", "Journal number"), letter.Journal.Number);
        sheet.Fact(T("Til", "Til", "To"), letter.Journal.Correspondent);
        sheet.Fact(T("Sendt", "Sendt", "Sent"), letter.SentAt is { } sent ? Date(NorwegianTime.DateOf(sent)) : T("Ikke ennå", "Ikkje enno", "Not yet"));
        sheet.Skip(8);
        LetterPdf.Body(sheet, letter.Body, 2);
    }

    private static void Section(PdfSheet sheet, string heading, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            sheet.Skip(8);
            sheet.Heading(heading, 2);
            sheet.Paragraph(text);
        }
    }

    private string T(string nb, string nn, string en) => new LocalizedText(nb, nn, en).In(Language);

    private string T(LocalizedText text) => text.In(Language);

    private string Date(DateOnly date) => LetterDates.Write(date, Language);
}
