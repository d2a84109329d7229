using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Definitions;
using ProblemKind = IndividualPlan.WorkflowHost.Platform.ProblemKind;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>One problem of a drawing, as our pages show it on its step.</summary>
internal sealed record ProblemView(string NodeId, string ActivityId, string Name, string Message, string Severity);

/// <summary>Why an act on a workflow is refused, in words for a leader.</summary>
internal static class DefinitionRefusals
{
    public static DefinitionOutcome.Refused NotFound() => new(Refusal.NotFound());

    /// <summary>The drawing cannot be published: each problem by its node's id, named as the leader sees the step.</summary>
    public static DefinitionOutcome.Refused Invalid(IReadOnlyList<DefinitionProblem> problems) => OfProblems(
        ProblemKind.InvalidDefinition,
        new("Rett stegene som er nevnt, og prøv igjen.", "Rett stega som er nemnde, og prøv igjen.", "Correct the steps named, and try again."),
        problems);

    /// <summary>The text is no drawing at all.</summary>
    public static DefinitionOutcome.Refused Unreadable(IReadOnlyList<DefinitionProblem> problems) => OfProblems(
        ProblemKind.UnreadableDefinition,
        new("Innholdet er ikke en arbeidsflyt som vi kan lese.", "Innhaldet er ikkje ein arbeidsflyt som vi kan lese.", "The content is not a workflow that can be read."),
        problems);

    public static DefinitionOutcome.Refused UnsupportedRoot(string type) => new(new Refusal(ProblemKind.UnsupportedDefinition, Messages.Format(new(
        "Arbeidsflyter av typen {0} kan ikke kjøres her. Velg et flytskjema (Flowchart).",
        "Arbeidsflytar av typen {0} kan ikkje køyrast her. Vel eit flytskjema (Flowchart).",
        "Workflows of type {0} cannot run here. Choose a flowchart."), type)));

    public static DefinitionOutcome.Refused EmptiesFlow() => new(new Refusal(ProblemKind.EmptiesFlow, new(
        "Tegningen som kom, har ingen steg, men arbeidsflyten hadde det. Ingenting er lagret. Last siden på nytt for å se stegene igjen.",
        "Teikninga som kom, har ingen steg, men arbeidsflyten hadde det. Ingenting er lagra. Last sida på nytt for å sjå stega igjen.",
        "The drawing that came has no steps, but the workflow had. Nothing is saved. Reload the page to see the steps again.")));

    /// <summary>Someone else was first; tells who and when.</summary>
    public static DefinitionOutcome.Refused Stale(WorkflowDefinitionRow last, UserDirectory users)
    {
        var at = NorwegianTime.LocalOf(last.ChangedAt);
        return new(new Refusal(ProblemKind.StaleDefinition, Messages.Format(new(
            "{0} endret arbeidsflyten {1:dd.MM.yyyy} kl. {1:HH.mm}. Det du tegnet etter det, er ikke lagret. Last siden på nytt for å se den nye versjonen.",
            "{0} endra arbeidsflyten {1:dd.MM.yyyy} kl. {1:HH.mm}. Det du teikna etter det, er ikkje lagra. Last sida på nytt for å sjå den nye versjonen.",
            "{0} changed the workflow on {1:dd.MM.yyyy} at {1:HH.mm}. What you drew after that is not saved. Reload the page to see the new version."),
            users.NameOf(last.ChangedBy), at))
        {
            Members = _ => new Dictionary<string, object?> { ["savedBy"] = users.NameOf(last.ChangedBy), ["savedAt"] = last.ChangedAt },
        });
    }

    /// <summary>Someone else was first, and the page that was sent from shows it as it was before; tells who and when.</summary>
    public static DefinitionOutcome.Refused ChangedSince(WorkflowDefinitionRow last, UserDirectory users) => new(new Refusal(ProblemKind.StaleDefinition, Messages.Format(new(
        "{0} endret arbeidsflyten {1:dd.MM.yyyy} kl. {1:HH.mm}, etter at du åpnet siden. Ingenting er gjort. Se hva som er endret, og prøv igjen.",
        "{0} endra arbeidsflyten {1:dd.MM.yyyy} kl. {1:HH.mm}, etter at du opna sida. Ingenting er gjort. Sjå kva som er endra, og prøv igjen.",
        "{0} changed the workflow on {1:dd.MM.yyyy} at {1:HH.mm}, after you opened the page. Nothing was done. See what has changed, and try again."),
        users.NameOf(last.ChangedBy), NorwegianTime.LocalOf(last.ChangedAt))));

    /// <summary>The workflow was removed while it was being edited.</summary>
    public static DefinitionOutcome.Refused Gone() => new(new Refusal(ProblemKind.StaleDefinition, new(
        "Arbeidsflyten er slettet av noen andre. Det du tegnet, er ikke lagret. Last ned tegningen hvis du vil ta vare på den.",
        "Arbeidsflyten er sletta av nokon andre. Det du teikna, er ikkje lagra. Last ned teikninga om du vil ta vare på henne.",
        "Someone else has deleted the workflow. What you drew is not saved. Download the drawing if you want to keep it.")));

    public static DefinitionOutcome.Refused NotPublished() => new(new Refusal(ProblemKind.DefinitionNotPublished, new(
        "Arbeidsflyten er ikke publisert, så den kan ikke avpubliseres.",
        "Arbeidsflyten er ikkje publisert, så han kan ikkje avpubliserast.",
        "The workflow is not published, so it cannot be unpublished.")));

    public static DefinitionOutcome.Refused UsedByFlows(IEnumerable<string> names) => new(new Refusal(ProblemKind.DefinitionInUse, Messages.Format(new(
        "Andre arbeidsflyter bruker denne: {0}. Ta den ut der først.",
        "Andre arbeidsflytar bruker denne: {0}. Ta han ut der først.",
        "Other workflows use this one: {0}. Take it out there first."), string.Join(", ", names))));

    public static DefinitionOutcome.Refused HasRunningInstances(int count) => new(new Refusal(ProblemKind.DefinitionInUse, Messages.Format(new(
        "{0} saker går etter denne arbeidsflyten nå. Den kan ikke slettes før de er ferdige. Du kan avpublisere den, så starter ingen nye.",
        "{0} saker går etter denne arbeidsflyten no. Han kan ikkje slettast før dei er ferdige. Du kan avpublisere han, så startar ingen nye.",
        "{0} cases follow this workflow now. It cannot be deleted until they are finished. You can unpublish it, so that no new ones start."), count)));

    public static DefinitionOutcome.Refused VersionIsUsed(int version, int count) => new(new Refusal(ProblemKind.DefinitionInUse, Messages.Format(new(
        "{1} saker har gått etter versjon {0}. Den blir stående, så det alltid går an å se hva de fulgte.",
        "{1} saker har gått etter versjon {0}. Han blir ståande, så det alltid går an å sjå kva dei følgde.",
        "{1} cases have followed version {0}. It stays, so that what they followed can always be seen."), version, count)));

    public static DefinitionOutcome.Refused VersionIsPublished(int version) => new(new Refusal(ProblemKind.DefinitionInUse, Messages.Format(new(
        "Versjon {0} er publisert. Publiser en annen versjon, eller avpubliser den, før du sletter.",
        "Versjon {0} er publisert. Publiser ein annan versjon, eller avpubliser han, før du slettar.",
        "Version {0} is published. Publish another version, or unpublish it, before you delete it."), version)));

    /// <summary>Several refusals as one: what is wrong with each, by name.</summary>
    public static DefinitionOutcome.Refused Together(IReadOnlyList<(string Name, DefinitionOutcome.Refused Why)> refused)
    {
        if (refused is [var (_, only)])
        {
            return only;
        }

        var errors = refused.GroupBy(static r => r.Name, StringComparer.Ordinal).ToDictionary(
            static group => group.Key,
            static group => (IReadOnlyList<LocalizedText>)[.. group.SelectMany(r => (r.Why.Refusal.Errors?.Values.SelectMany(static e => e) ?? [r.Why.Refusal.Detail]).Select(e => Of(r.Name, e)))],
            StringComparer.Ordinal);
        var problems = refused.SelectMany(static r => r.Why.Problems).ToList();
        return new(
            refused[0].Why.Refusal with
            {
                Detail = Of(refused[0].Name, refused[0].Why.Refusal.Detail),
                Errors = errors,
                Members = problems.Count == 0 ? null : language => new Dictionary<string, object?> { ["problems"] = problems.Select(p => View(p, language)).ToArray() },
            },
            problems);
    }

    public static ProblemView View(DefinitionProblem problem, string language) => new(
        problem.NodeId, problem.NodeId[(problem.NodeId.LastIndexOf(':') + 1)..], problem.NodeName, problem.Message.In(language), problem.Severity.ToString());

    private static DefinitionOutcome.Refused OfProblems(ProblemKind kind, LocalizedText detail, IReadOnlyList<DefinitionProblem> problems) => new(
        new Refusal(kind, detail, problems.Where(static p => p.Severity == ProblemSeverity.Error).GroupBy(static p => p.NodeId, StringComparer.Ordinal).ToDictionary(
            static group => group.Key,
            static group => (IReadOnlyList<LocalizedText>)[.. group.Select(static p => p.Message)],
            StringComparer.Ordinal))
        {
            Members = language => new Dictionary<string, object?> { ["problems"] = problems.Select(p => View(p, language)).ToArray() },
        },
        problems);

    private static LocalizedText Of(string name, LocalizedText text) => new($"{name}: {text.Nb}", $"{name}: {text.Nn}", $"{name}: {text.En}");
}
