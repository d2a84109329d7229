namespace IndividualPlan.Testing.Journeys;

/// <summary>What people write in the forms when a scenario does not say otherwise. Invented text.</summary>
public static class Values
{
    /// <summary>An assessment that grants.</summary>
    public static object Granted => new { reasons = "Langvarig behov for flere tjenester som må ses sammen (L-1)." };

    /// <summary>An assessment that refuses: only one service (N09).</summary>
    public static object Refused => new { reasons = "Mottar bare én tjeneste (L-4).", noPlanReason = "N09" };

    /// <summary>A consent given in a meeting.</summary>
    public static object Consent => new { givenBy = "Person", channel = "Oral", note = "Gitt i møte." };

    /// <summary>The demo coordinator is appointed.</summary>
    public static object Coordinator => new { coordinatorUserId = "coordinator", service = "municipal-health", personConsents = true, acceptedByCoordinator = true, acceptedByManager = true };

    /// <summary>A plan with all ten points.</summary>
    public static object Plan => new
    {
        goals = "Komme i arbeid", resources = "God støtte hjemme", needs = "Samordnet oppfølging",
        participantsNote = "NAV, fastlege, videregående skole",
        responsibleForPreparation = "NAV", responsibleForCoordination = "Koordinator i kommunen",
        contributions = "Personen møter til avtalene; tjenestene bidrar hver for seg",
        measures = "Arbeidstrening to dager i uka, ansvar NAV",
        implementation = "Møte hver måned",
        coordinatorOffer = "Koordinator er oppnevnt",
        planPeriodFrom = "2027-03-05", planPeriodTo = "2028-03-05", revisionIntervalMonths = 6,
        cooperationNeeds = "Samarbeid med fastlegen",
    };
}
