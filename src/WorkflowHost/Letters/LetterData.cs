using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Consents;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>What a letter is about.</summary>
/// <param name="Case">The case.</param>
/// <param name="Person">The person.</param>
/// <param name="Template">Key of the template.</param>
/// <param name="Recipient">Whom it goes to.</param>
/// <param name="Decision">The decision it tells of, or the newest one; null when none has been made.</param>
/// <param name="SubjectId">What the step says that it is about (a decision, a participant, a consent), or null.</param>
internal sealed record LetterMatter(IpCase Case, Person Person, string Template, LetterRecipientKind Recipient, Decision? Decision, Guid? SubjectId = null)
{
    /// <summary>The person's language (P-24). Services and authorities are written to in Norwegian: English is there to help the person.</summary>
    public string Language =>
        Person.Language == "en" && Recipient is LetterRecipientKind.Participant or LetterRecipientKind.AppealBody or LetterRecipientKind.ReceivingUnit ? RequestLanguage.Default : Person.Language;

    /// <summary>Whether the letter is the notice of its decision, which then is told by the law it was made under.</summary>
    public bool IsNotice => Template is LetterTemplateKey.DecisionGranted or LetterTemplateKey.DecisionRefused or LetterTemplateKey.DecisionDismissed or LetterTemplateKey.AppealReversed;
}

/// <summary>What letter templates may fill in (<see cref="LetterFields"/>): the case, the person, the decision with its appeal deadline, the clocks, and what the step adds.</summary>
internal static class LetterData
{
    public static async Task<JsonObject> ReadAsync(ApplyScope scope, LetterMatter matter, UserDirectory users, JsonObject details, CancellationToken cancellationToken)
    {
        var caseId = matter.Case.Id;
        var language = matter.Language;
        var decision = matter.Decision;
        var rules = matter.IsNotice && decision is not null ? scope.Work.Law.Get(decision.RuleSetKey) : scope.RulesOfToday();
        var track = rules.Track(matter.IsNotice && decision is not null ? decision.Track : matter.Case.Track);
        var deadlines = await scope.Work.Db.Deadlines.Where(d => d.CaseId == caseId).ToListAsync(cancellationToken);
        var receivedOn = await scope.Work.Db.Requests.Where(r => r.CaseId == caseId).OrderByDescending(r => r.ReceivedOn).Select(r => (DateOnly?)r.ReceivedOn).FirstOrDefaultAsync(cancellationToken);
        var data = new JsonObject
        {
            ["reference"] = matter.Case.Reference,
            ["today"] = Iso(scope.Work.Operation.Today),
            ["name"] = NameOf(matter.Person),
            ["office"] = matter.Case.Unit is { } unit ? RoleNames.Service(unit).In(language) : null,
            ["caseworker"] = (matter.IsNotice && decision is not null ? decision.DraftedBy : matter.Case.CaseManagerId) is { } handler ? users.NameOf(handler) : null,
            ["responsible"] = matter.IsNotice && decision?.ApprovedBy is { } approver ? users.NameOf(approver) : null,
            ["toParticipant"] = matter.Recipient == LetterRecipientKind.Participant,
            ["receivedOn"] = Iso(receivedOn),
            ["preliminaryReplyOn"] = Iso(Effective(deadlines, DeadlineKeys.PreliminaryReply)),
            ["appealDeadlineOn"] = Iso(Effective(deadlines, track.AppealDeadline, decision?.Id.Value)),
            ["mainResponsibleService"] = matter.Case.MainResponsibleService is { } service ? RoleNames.Service(service).In(language) : null,
        };
        LetterSample.Set(data, "decision.reasons", decision?.Reasons);
        LetterSample.Set(data, "decision.madeOn", Iso(decision?.MadeOn));
        LetterLaw.Add(data, rules, track, language);

        await AddPlanAsync(data, scope, matter, users, details, cancellationToken);
        await AddAppealAsync(data, scope, matter, deadlines, cancellationToken);
        AddDetails(data, details);
        Shield(data, matter);
        return data;
    }

    public static string NameOf(Person person) => $"{person.GivenName} {person.FamilyName}";

    /// <summary>Coordinator, plan and consent, as the letters about them tell.</summary>
    private static async Task AddPlanAsync(JsonObject data, ApplyScope scope, LetterMatter matter, UserDirectory users, JsonObject details, CancellationToken cancellationToken)
    {
        var (caseId, language) = (matter.Case.Id, matter.Language);
        var periods = await scope.Work.Db.Set<CoordinatorPeriod>().Where(p => p.CaseId == caseId && p.State == CoordinatorState.Appointed).ToListAsync(cancellationToken);
        var coordinator = periods.MaxBy(p => p.FromOn);
        data["coordinator"] = coordinator is null ? null : users.NameOf(coordinator.UserId);
        data["service"] = coordinator is null ? null : RoleNames.Service(coordinator.Service).In(language);
        data["fromOn"] = Iso(coordinator?.FromOn);

        var plan = await scope.Work.Db.Set<Plan>().FirstOrDefaultAsync(p => p.CaseId == caseId && p.State != PlanState.Closed, cancellationToken);
        data["approvedOn"] = Iso(plan?.ApprovedOn);
        data["nextRevisionOn"] = Iso(plan?.NextRevisionOn);

        if (matter.Template is LetterTemplateKey.ConsentForm or LetterTemplateKey.ConsentSharingForm)
        {
            await AddConsentAsync(data, scope, matter, details["recipientService"]?.ToString(), cancellationToken);
        }
    }

    /// <summary>What is asked for: the consent that is to be renewed, as it stands, or sharing with one service, or with all that take part.</summary>
    private static async Task AddConsentAsync(JsonObject data, ApplyScope scope, LetterMatter matter, string? service, CancellationToken cancellationToken)
    {
        var (caseId, language) = (matter.Case.Id, matter.Language);
        var age = matter.Person.AgeOn(scope.Work.Operation.Today);
        var rule = ConsentAgeRules.Find(scope.RulesOfToday(), matter.Case.Track, age, new ConsentSituation()).Rule;
        data["parentsConsent"] = rule.ParentsConsent;
        data["personConsents"] = rule.PersonConsents;

        var consents = await scope.Work.Db.Set<ConsentRecord>().Where(c => c.CaseId == caseId).ToListAsync(cancellationToken);
        if (consents.FirstOrDefault(c => c.Id.Value == matter.SubjectId) is { } standing)
        {
            data["lapsesOn"] = Iso(standing.ToOn);
            data["exceptions"] = standing.Scope.Except;
            data["services"] = standing.RecipientService is { } recipient ? RoleNames.Service(recipient).WithinSentence().In(language) : null;
            data["informationCategories"] = standing.Type == ConsentType.Plan
                ? null
                : LetterLaw.List(standing.Scope.Categories.Select(c => ConsentWords.Category(c).WithinSentence().In(language)), language);
            return;
        }

        var participants = await scope.Work.Db.Set<PlanParticipant>().Where(p => p.CaseId == caseId && p.State != ParticipantState.Removed).ToListAsync(cancellationToken);
        var asked = service is { Length: > 0 } ? [service] : participants.Where(p => p.Id.Value == matter.SubjectId).Select(static p => p.Service).ToList() is [_, ..] one ? one : participants.Select(static p => p.Service);
        data["services"] = LetterLaw.List(asked.Select(code => RoleNames.Service(code).WithinSentence().In(language)), language) is { Length: > 0 } services ? services : null;
    }

    /// <summary>The newest appeal, as the letters about it tell.</summary>
    private static async Task AddAppealAsync(JsonObject data, ApplyScope scope, LetterMatter matter, List<Deadline> deadlines, CancellationToken cancellationToken)
    {
        var (caseId, language) = (matter.Case.Id, matter.Language);
        var appeals = await scope.Work.Db.Set<Appeal>().Where(a => a.CaseId == caseId).ToListAsync(cancellationToken);

        if (appeals.MaxBy(a => a.ReceivedAt) is not { } appeal)
        {
            return;
        }

        data["appealReceivedOn"] = Iso(appeal.ReceivedOn);
        data["dueOn"] = Iso(appeal.CorrectionDueOn);
        data["notSigned"] = appeal.FormalCheck?.IsSigned == FormalAnswer.NotMet;
        data["notSpecific"] = appeal.FormalCheck?.IsSpecific == FormalAnswer.NotMet;
        data["hasDefects"] = appeal.FormalCheck is { IsSigned: FormalAnswer.NotMet } or { IsSpecific: FormalAnswer.NotMet };
        data["dismissal"] = Dismissal(appeal.Verdict)?.In(language);
        data["dismissalReasons"] = appeal.FormalCheck?.Reasons;
        data["decidedOn"] = Iso(appeal.AppealBodyDecidedOn);
        data["partly"] = appeal.Extent == AppealExtent.Partly;
        data["isUpheld"] = appeal.Outcome == AppealOutcome.Upheld;
        data["isChanged"] = appeal.Outcome == AppealOutcome.Changed;
        data["isRemitted"] = appeal.Outcome == AppealOutcome.AnnulledAndRemitted;
        data["isDismissedByBody"] = appeal.Outcome == AppealOutcome.DismissedByAppealBody;
        data["instructions"] = appeal.Instructions;
        data["costsDeadlineOn"] = Iso(Effective(deadlines, DeadlineKeys.CaseCosts));

        if (appeal.ForwardingTexts is { } texts)
        {
            LetterSample.Set(data, "statement.question", texts.Question);
            LetterSample.Set(data, "statement.investigation", texts.Investigation);
            LetterSample.Set(data, "statement.law", texts.SourcesOfLaw);
            LetterSample.Set(data, "statement.arguments", texts.AppellantsArguments);
            LetterSample.Set(data, "statement.assessment", texts.Assessment);
        }
    }

    /// <summary>Why an appeal is dismissed, in a sentence (L-95); null when it is not.</summary>
    private static LocalizedText? Dismissal(FormalVerdict? verdict) => verdict switch
    {
        FormalVerdict.DismissLate => new(
            "Klagen kom etter at klagefristen var ute, og vi har ikke funnet grunn til å gjøre unntak.", "Klaga kom etter at klagefristen var ute, og vi har ikkje funne grunn til å gjere unntak.",
            "The appeal came after the deadline, and we have found no reason for an exception."),
        FormalVerdict.DismissPastAbsoluteLimit => new(
            "Klagen kom mer enn ett år etter avgjørelsen. Da kan den ikke behandles som klage, uansett grunn.", "Klaga kom meir enn eitt år etter avgjerda. Då kan ho ikkje handsamast som klage, same kva grunnen er.",
            "The appeal came more than a year after the decision. Then it cannot be dealt with as an appeal, whatever the reason."),
        FormalVerdict.DismissNoStanding => new(
            "Den som klager, har ikke rett til å klage i denne saken.", "Den som klagar, har ikkje rett til å klage i denne saka.", "Whoever appeals does not have the right to appeal in this case."),
        FormalVerdict.DismissDefective => new(
            "Klagen manglet noe, og manglene ble ikke rettet innen fristen vi satte.", "Klaga mangla noko, og manglane vart ikkje retta innan fristen vi sette.",
            "Something was missing in the appeal, and it was not put right within the time we set."),
        _ => null,
    };

    /// <summary>What was filled in at the step, as far as letters know it.</summary>
    private static void AddDetails(JsonObject data, JsonObject details)
    {
        foreach (var (name, value) in details)
        {
            if (LetterFields.Find(name) is not null && value is JsonValue given && given.ToString().Length > 0)
            {
                data[name] = given.DeepClone();
            }
        }
    }

    /// <summary>Takes away what may tell where a person with a protected address lives (P-20).</summary>
    private static void Shield(JsonObject data, LetterMatter matter)
    {
        foreach (var field in LetterFields.All.Where(f => !LetterFields.MayStand(f, matter.Person.AddressProtection, matter.Recipient)))
        {
            data.Remove(field.Name);
        }
    }

    /// <summary>The end of the newest deadline of a kind; with a subject, only of those about it, so that an earlier decision's deadline is not taken for this one's.</summary>
    private static DateOnly? Effective(List<Deadline> deadlines, string key, Guid? about = null) =>
        deadlines.Where(d => d.Key == key && (about is null || d.SubjectId == about)).OrderBy(d => d.StartedOn).LastOrDefault()?.EffectiveOn;

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
