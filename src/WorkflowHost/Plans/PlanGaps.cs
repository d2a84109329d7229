using System.Globalization;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>What a plan lacks (L-77, L-79), as a sentence that says what to do.</summary>
internal static class PlanGaps
{
    public static LocalizedText Explain(ContentGap gap, PlanContent content, PlanFacts facts) => gap.Point switch
    {
        "a" when content.Goals.Count == 0 => new("Skriv minst ett mål, helst med personens egne ord.", "Skriv minst eitt mål, helst med personens eigne ord.", "Write at least one goal, best in the person's own words."),
        "a" => new("Skriv personens ressurser eller behov.", "Skriv ressursane eller behova til personen.", "Write the person's resources or needs."),
        "b" => new("Ingen tjenester er med i planen ennå. Inviter deltakere.", "Ingen tenester er med i planen enno. Inviter deltakarar.", "No service takes part yet. Invite participants."),
        "c" when facts.ResponsibleService is null => new("Det er ikke avklart hvilken tjeneste som har hovedansvaret.", "Det er ikkje avklart kva teneste som har hovudansvaret.", "It is not settled which service has the main responsibility."),
        "c" => new("Ingen koordinator er oppnevnt.", "Ingen koordinator er nemnd opp.", "No coordinator is appointed."),
        "d" => new("Skriv hva personen, pårørende og tjenestene bidrar med.", "Skriv kva personen, pårørande og tenestene bidreg med.", "Write what the person, the relatives and the services contribute."),
        "e" => Measures(content, measure => measure.Extent, new(
            "Skriv hvilke tjenester og tiltak det er behov for.", "Skriv kva tenester og tiltak det er behov for.", "Write which services and measures are needed."), new(
            "Skriv hvor mye og hvor ofte for: {0}.", "Skriv kor mykje og kor ofte for: {0}.", "Write how much and how often for: {0}.")),
        "f" => Measures(content, measure => measure.Implementation, new(
            "Skriv hvordan tiltakene skal gjennomføres.", "Skriv korleis tiltaka skal gjennomførast.", "Write how the measures are to be carried out."), new(
            "Skriv hvordan det skal gjennomføres: {0}.", "Skriv korleis det skal gjennomførast: {0}.", "Write how it is to be carried out: {0}.")),
        "g" => new("Skriv om koordinator, barnekoordinator eller kontaktlege er tilbudt.", "Skriv om koordinator, barnekoordinator eller kontaktlege er tilbode.", "Write whether a coordinator, child coordinator or contact doctor has been offered."),
        "h" => new("Skriv når planen gjelder fra, og når den skal revideres.", "Skriv når planen gjeld frå, og når han skal reviderast.", "Write from when the plan applies, and when it is to be revised."),
        "i" => new("Personens samtykke til planen mangler.", "Samtykket frå personen til planen manglar.", "The person's consent to the plan is missing."),
        "j" => new("Skriv hvilket samarbeid med andre som trengs.", "Skriv kva samarbeid med andre som trengst.", "Write which cooperation with others is needed."),
        PlanCompleteness.ChildPoint => new("Personen er under 18 år. Skriv hvordan barnet har medvirket.", "Personen er under 18 år. Skriv korleis barnet har medverka.", "The person is under 18. Write how the child took part."),
        var other => new(other, other, other),
    };

    /// <summary>The place in the editor where it is put right; null when it is not written there.</summary>
    public static string? FieldOf(ContentGap gap) => gap.Point switch
    {
        "a" => "part-goals",
        "d" => "part-contributions",
        "e" or "f" => "part-goals",
        "g" => "part-coordinator",
        "h" => "part-period",
        "j" => "part-cooperation",
        PlanCompleteness.ChildPoint => "part-child",
        _ => null,
    };

    private static LocalizedText Measures(PlanContent content, Func<PlanMeasure, string?> valueOf, LocalizedText none, LocalizedText some)
    {
        var titles = content.Measures.Where(measure => string.IsNullOrWhiteSpace(valueOf(measure))).Select(measure => measure.Title).ToList();
        if (content.Measures.Count == 0 || titles.Count == 0)
        {
            return none;
        }

        var list = string.Join(", ", titles);
        return new(
            string.Format(CultureInfo.InvariantCulture, some.Nb, list), string.Format(CultureInfo.InvariantCulture, some.Nn, list), string.Format(CultureInfo.InvariantCulture, some.En, list));
    }
}
