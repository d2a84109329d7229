namespace IndividualPlan.Testing.Journeys;

/// <summary>What people write in the forms when a scenario does not say otherwise. Invented text.</summary>
public static class Values
{
    /// <summary>Information given in a meeting (L-19).</summary>
    public static object Information => new { channel = "Meeting", language = "nb", interpreterUsed = false, contentVersion = "informasjon-om-ip-1" };

    /// <summary>Information given with an interpreter (L-20).</summary>
    public static object InformationWithInterpreter => new { channel = "Meeting", language = "ti", interpreterUsed = true, contentVersion = "informasjon-om-ip-1" };

    /// <summary>An assessment that grants.</summary>
    public static object Granted => new { reasons = "Langvarig behov for flere tjenester som må ses sammen (L-1)." };

    /// <summary>An assessment that refuses: only one service (N09).</summary>
    public static object Refused => new { reasons = "Mottar bare én tjeneste (L-4).", noPlanReason = "N09" };

    /// <summary>A consent given in a meeting.</summary>
    public static object Consent => new { givenBy = "Person", channel = "Oral", note = "Gitt i møte." };

    /// <summary>A sharing consent for the whole plan.</summary>
    public static object Sharing => new { givenBy = "Person", channel = "Oral", informationCategories = new[] { "plan" } };

    /// <summary>The demo coordinator is appointed.</summary>
    public static object Coordinator => new { coordinatorUserId = "coordinator", service = "municipal-health", personConsents = true, acceptedByCoordinator = true, acceptedByManager = true };

    /// <summary>A successor, with what is handed over (L-70).</summary>
    public static object Successor => new
    {
        coordinatorUserId = "coordinator2", service = "nav", personConsents = true, acceptedByCoordinator = true, acceptedByManager = true, endReason = "LeftJob",
        handoverNote = "Kartleggingen er påbegynt.",
    };

    /// <summary>A successor, without a word about what is handed over.</summary>
    public static object SuccessorWithoutHandover => new
    {
        coordinatorUserId = "coordinator2", service = "nav", personConsents = true, acceptedByCoordinator = true, acceptedByManager = true, endReason = "LeftJob",
    };

    /// <summary>A revision's evaluation.</summary>
    public static object Evaluation => new { attended = "Personen og koordinatoren", evaluation = "Målene står ved lag.", personsAssessment = "Fornøyd", decisions = "Fortsetter" };

    /// <summary>All four formal questions are answered with yes.</summary>
    public static object FormalCheck => new { isParty = "Met", isConcrete = "Met", isSigned = "Met", isInTime = "Met", reasoning = "Vilkårene er oppfylt." };

    /// <summary>The five texts of the letter to the appeal body (L-112).</summary>
    public static object Upheld => new
    {
        questions = "Har klageren rett til plan?", investigation = "Søknad og journal er gjennomgått.", legalSources = "Sosialtjenesteloven § 28.",
        arguments = "Klageren mener behovet er langvarig.", assessment = "Bare én tjeneste.",
    };

    /// <summary>A plan with all ten points.</summary>
    public static object Plan => PlanWith("Arbeidstrening | employer | 2 dager i uka | Veileder følger opp hver uke\nSamtaler | gp | månedlig | Faste timer");

    /// <summary>A plan with all ten points, and how the child took part.</summary>
    public static object PlanOfChild => PlanWith("Samtaler | gp | månedlig | Faste timer", "Barnet har vært med i alle møtene.");

    /// <summary>A plan that says neither how much help is given nor how.</summary>
    public static object PlanWithoutExtent => PlanWith("Samtaler | gp");

    /// <summary>One participant is invited.</summary>
    public static object Invite(string service, string contact) => new { service, contactUserId = contact, participantRole = "Deltaker", isObliged = true };

    private static object PlanWith(string measures, string? child = null) => new
    {
        goals = "Komme i arbeid", resources = "God støtte hjemme", needs = "Samordnet oppfølging",
        contributions = "person | Møter til avtalene\ngp | Følger opp helsen",
        measures,
        childParticipation = child,
        implementation = "Møte hver måned",
        coordinatorOffer = "Appointed",
        planPeriodFrom = "2027-03-05", planPeriodTo = "2028-03-05", revisionIntervalMonths = 6,
        cooperationNeeds = "Samarbeid med fastlegen",
    };
}
