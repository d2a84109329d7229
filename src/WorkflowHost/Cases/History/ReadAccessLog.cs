using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>One look at the case, or an attempt (P-12, P-13).</summary>
internal sealed record AccessLine(DateTimeOffset At, string Who, string Role, string? Service, LocalizedText What, string? Reason, bool IsAllowed);

/// <summary>One page of who has looked at a case, the latest first.</summary>
internal sealed record AccessLogOfCase(CaseHeader Header, IReadOnlyList<AccessLine> Lines, PageRequest Page, int Total);

/// <summary>Reads who has looked at a case. The caller has been let in by <see cref="CaseAccess"/>.</summary>
internal sealed class ReadAccessLog(IpDbContext db, UserDirectory users)
{
    public async Task<AccessLogOfCase> RunAsync(OpenedCase opened, PageRequest page, CancellationToken cancellationToken)
    {
        var id = opened.Id;
        var rows = db.AccessLog.AsNoTracking().Where(a => a.CaseId == id).OrderByDescending(a => a.Id);
        var total = await rows.CountAsync(cancellationToken);
        var shown = await rows.Skip(page.Skip).Take(page.Size).ToListAsync(cancellationToken);
        return new AccessLogOfCase(
            opened.Header, [.. shown.Select(a => new AccessLine(a.At, users.NameOf(a.UserId), a.Roles.Split(',')[0], a.Service, What(a.What), a.Reason, a.IsAllowed))], page, total);
    }

    /// <summary>What was looked at, in words.</summary>
    private static LocalizedText What(string what) => what switch
    {
        "case" => new("Saken", "Saka", "The case"),
        "receipt" => new("Kvitteringen for en henvendelse", "Kvitteringa for ein førespurnad", "The receipt of a request"),
        "plan" => new("Planen", "Planen", "The plan"),
        "plan-pdf" or "plan-download" => new("Planen som fil", "Planen som fil", "The plan as a file"),
        "participants" => new("Deltakere og samtykker", "Deltakarar og samtykke", "Participants and consents"),
        "consents" => new("Samtykker", "Samtykke", "Consents"),
        "coordinators" => new("Koordinatorer", "Koordinatorar", "Coordinators"),
        "decisions" => new("Vedtak og klager", "Vedtak og klager", "Decisions and appeals"),
        "letters" => new("Listen over brev", "Lista over brev", "The list of letters"),
        "letter" => new("Et brev", "Eit brev", "A letter"),
        "attachment" => new("Et vedlegg", "Eit vedlegg", "An attachment"),
        "task-papers" => new("Kommentarer og vedlegg på en oppgave", "Kommentarar og vedlegg på ei oppgåve", "Comments and attachments of a task"),
        "letter-pdf" => new("Et brev som fil", "Eit brev som fil", "A letter as a file"),
        "transfer" => new("Overføringen mellom kommuner", "Overføringa mellom kommunar", "The hand-over between municipalities"),
        "transfer-file" => new("Overføringsfila", "Overføringsfila", "The transfer file"),
        "transfer-receipt" => new("Kvitteringen for overføringen", "Kvitteringa for overføringa", "The receipt of the hand-over"),
        "deadlines" => new("Frister", "Fristar", "Deadlines"),
        "history" => new("Historikken", "Historikken", "The history"),
        "events" => new("Skjema for å melde fra", "Skjema for å melde frå", "A form for reporting"),
        CaseAccess.AccessLog => new("Innsynsloggen", "Innsynsloggen", "The access log"),
        "act" => new("Forsøk på å gjøre noe i saken", "Forsøk på å gjere noko i saka", "An attempt to act in the case"),
        _ when what.StartsWith(CaseAccess.Workflow, StringComparison.Ordinal) || what == "flows" => new("Arbeidsflyten", "Arbeidsflyten", "The workflow"),
        _ when what.StartsWith("task", StringComparison.Ordinal) => new("En oppgave i saken", "Ei oppgåve i saka", "A task of the case"),
        _ when what.StartsWith("plan", StringComparison.Ordinal) => new("Planen", "Planen", "The plan"),
        _ => new("En del av saken", "Ein del av saka", "A part of the case"),
    };
}
