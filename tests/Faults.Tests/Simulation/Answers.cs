using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Faults.Tests.Simulation;

/// <summary>What someone answers a task with.</summary>
internal sealed record Answer(string Outcome, JsonObject Values);

/// <summary>What the invented people answer, by form: mostly what takes the case onward, now and then something else.</summary>
internal static class Answers
{
    private static readonly string[] Coordinators = ["coordinator", "coordinator2"];

    public static Answer To(HumanTask task, DateOnly today, Random random)
    {
        string Day(int days) => today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        bool Once(int outOf) => random.Next(outOf) == 0;
        Answer With(object values, params (string Outcome, int Weight)[] outcomes) => new(Pick(task, random, outcomes), JsonSerializer.SerializeToNode(values)!.AsObject());
        var yes = Once(20) ? "NotMet" : "Met";

        switch (task.FormKey)
        {
            case "assessment":
                var decided = Pick(task, random, ("Innvilges", 68), ("Avslås", 22), ("Ikke ønsket", 10), ("Behovet består", 1), ("Avsluttes", 70), ("Fortsetter", 30));
                object assessed = decided switch
                {
                    "Avslås" => new { reasons = "Mottar bare én tjeneste.", noPlanReason = "N09" },
                    "Ikke ønsket" => new { reasons = "Ønsker ikke plan.", noPlanReason = "N04" },
                    _ => new { reasons = "Langvarig behov for flere tjenester." },
                };
                return With(assessed, (decided, 1));
            case "responsibility":
                return With(new { mainResponsibleService = "nav", parties = "nav, municipal-health", reason = "Størst del av hjelpen." }, ("Enige", 80), ("Uenige", 20));
            case "approval":
                return With(new { comment = "Lest.", reasons = "Begrunnelsen er klargjort." }, ("Godkjennes", 90), ("Sendes tilbake", 10));
            case "notice":
                return With(new { channel = "Digital" });
            case "preliminary-reply" or "delay-notice":
                return With(new { reason = "Flere saker enn ventet.", expectedOn = Day(random.Next(10, 40)) });
            case "consent":
                return With(new { givenBy = "Person", channel = "Oral", note = "Sagt i møte.", endsOn = Once(10) ? Day(random.Next(200, 365)) : null }, ("Given", 85), ("Refused", 10), ("NotAnswered", 5));
            case "consent-sharing":
                return With(
                    new { givenBy = "Person", channel = "Oral", informationCategories = new[] { "plan" }, endsOn = Once(3) ? Day(random.Next(60, 365)) : null },
                    ("Given", 85), ("Refused", 15));
            case "appoint-coordinator" or "appoint-successor":
                var service = random.Next(2);
                return With(
                    new
                    {
                        coordinatorUserId = Coordinators[service], service = service == 0 ? "municipal-health" : "nav", personConsents = true, acceptedByCoordinator = true, acceptedByManager = true,
                        endReason = "LeftJob", handoverNote = "Kartleggingen er påbegynt.", reason = "Ledig kapasitet.",
                    },
                    ("Appointed", 92), ("NotAppointed", 8));
            case "invite-participants":
                return With(new { service = "gp", contactUserId = "participant2", participantRole = "Fastlege", isObliged = !Once(3) }, ("Inviter", 45), ("Ferdig", 55));
            case "confirm-participation":
                return With(new { contribution = "Følger opp helsen.", declineReason = "Har ikke kapasitet." }, ("Confirmed", 85), ("Declined", 15));
            case "plan-draft":
                return With(new
                {
                    goals = "Komme i arbeid", resources = "God støtte hjemme", needs = "Samordnet oppfølging", contributions = "person | Møter til avtalene", measures = "Samtaler | gp | månedlig | Faste timer",
                    implementation = "Møte hver måned", coordinatorOffer = "Appointed", planPeriodFrom = Day(0), planPeriodTo = Day(365), revisionIntervalMonths = random.Next(3, 13), cooperationNeeds = "Fastlege",
                });
            case "approve-plan":
                return With(new { comment = "Vil ha med skolen." }, ("Approved", 88), ("ChangesWanted", 12));
            case "revision":
                return With(
                    new { attended = "Personen og koordinatoren", evaluation = "Målene står ved lag.", personsAssessment = "Fornøyd", decisions = "Fortsetter" },
                    ("Ingen endring", 45), ("Mindre justering", 35), ("Ny versjon", 10), ("Avslutte planen", 10));
            case "final-evaluation":
                return With(new { evaluation = "Målene er nådd.", reasons = "Enige om å avslutte." }, ("Enig", 80), ("Uenig", 20));
            case "formal-check":
                return With(new { isParty = "Met", isConcrete = yes, isSigned = yes, isInTime = "Met", reasoning = "Vilkårene er prøvd." });
            case "appeal-assessment":
                return With(
                    new { questions = "Har klageren rett til plan?", investigation = "Saken er gjennomgått.", legalSources = "Sosialtjenesteloven § 28.", arguments = "Behovet er langvarig.", assessment = "Vurdert på nytt." },
                    ("Opprettholdes", 60), ("Omgjøres helt", 30), ("Omgjøres delvis", 10));
            case "forwarding":
                return With(new { sentOn = Day(0) });
            case "appeal-result":
                return With(new { outcome = Once(3) ? "ChangedFully" : "Upheld", decidedOn = Day(0), receivedOn = Day(0), reasons = "Vurdert av klageinstansen." });
            case "transfer":
                return With(new { receivingMunicipality = "Havnes", receivingContact = "Koordinerende enhet", acknowledgedOn = Day(0) });
            case "change-request" or "appeal-after-death":
                return With(new { reasons = "Vurdert sammen med enheten." }, ("Byttes", 60), ("Byttes ikke", 40));
            case "information":
                return With(new { channel = "Meeting", language = "nb" }, ("Ønsker plan", 60), ("Bare koordinator", 10), ("Vil tenke", 20), ("Takker nei", 10));
            default:
                return With(new { note = "Gjort." }, ("Ja", 50), ("Nei", 50), ("Bare koordinator", 50), ("Avslutte", 50), ("Fortsetter", 70), ("Ønsker plan", 20), ("Avsluttes", 10));
        }
    }

    /// <summary>One of the outcomes that the task offers, by weight; its first when none of those is among them.</summary>
    private static string Pick(HumanTask task, Random random, params (string Outcome, int Weight)[] outcomes)
    {
        var offered = outcomes.Where(o => task.Outcomes.Any(t => t.Value == o.Outcome)).ToList();
        if (offered.Count == 0)
        {
            return task.Outcomes[0].Value;
        }

        var left = random.Next(offered.Sum(static o => o.Weight));
        return offered.First(o => (left -= o.Weight) < 0).Outcome;
    }
}
