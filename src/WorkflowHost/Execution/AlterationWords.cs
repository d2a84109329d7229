using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>What leaders read about changes of running flows: what is done, what would be done, and why it is not done.</summary>
internal static class AlterationWords
{
    public static readonly LocalizedText Done = new("Endringen er gjort.", "Endringa er gjord.", "The change is made.");

    public static readonly LocalizedText Possible = new("Endringen kan gjøres.", "Endringa kan gjerast.", "The change can be made.");

    public static readonly LocalizedText HasEnded = new(
        "Flyten er avsluttet og kan ikke endres.", "Flyten er avslutta og kan ikkje endrast.", "The flow has ended and cannot be changed.");

    public static readonly LocalizedText NoVariable = new(
        "Flyten har ingen slik variabel, eller den er ikke i bruk.", "Flyten har ingen slik variabel, eller han er ikkje i bruk.", "The flow has no such variable, or it is not in use.");

    public static readonly LocalizedText NoSuchStep = new(
        "Steget er ikke i gang, så det kan ikke avlyses.", "Steget er ikkje i gang, så det kan ikkje avlysast.", "The step is not under way, so it cannot be called off.");

    public static readonly LocalizedText AlreadyDone = new(
        "Steget er allerede gjort i denne flyten, og gjøres ikke om igjen.", "Steget er allereie gjort i denne flyten, og blir ikkje gjort om att.", "The step has already been done in this flow, and is not done again.");

    public static readonly LocalizedText UnderWay = new(
        "Steget er allerede i gang.", "Steget er allereie i gang.", "The step is already under way.");

    public static readonly LocalizedText CannotBegin = new(
        "Steget kan ikke settes i gang nå: det finnes ikke i versjonen som flyten følger, eller gruppen det står i, er ikke i gang.",
        "Steget kan ikkje setjast i gang no: det finst ikkje i versjonen som flyten følgjer, eller gruppa det står i, er ikkje i gang.",
        "The step cannot be begun now: it is not in the version that the flow follows, or the group it stands in is not under way.");

    public static readonly LocalizedText NoSuchVersion = new(
        "Denne versjonen er ikke publisert, så ingen flyt kan flyttes til den.", "Denne versjonen er ikkje publisert, så ingen flyt kan flyttast til han.", "This version has not been published, so no flow can be moved to it.");

    /// <summary>What moving means, when it can be done.</summary>
    public static LocalizedText Preview(MigrationPlan plan, int from, int to)
    {
        var stands = string.Join(", ", plan.StandsAt.Select(static s => $"«{s}»"));
        var moved = Messages.Format(new(
            "Flyten flyttes fra versjon {0} til {1}. Den står på {2} og går videre derfra. Ingenting som er gjort, gjøres om igjen.",
            "Flyten blir flytt frå versjon {0} til {1}. Han står på {2} og går vidare derifrå. Ingenting som er gjort, blir gjort om att.",
            "The flow is moved from version {0} to {1}. It stands at {2} and goes on from there. Nothing that is done is done again."), from, to, stands);

        if (plan.NeverRun.Count == 0)
        {
            return moved;
        }

        var passed = Messages.Format(new(
            " Nye steg som denne flyten alt har passert, blir ikke gjort: {0}.", " Nye steg som denne flyten alt har passert, blir ikkje gjorde: {0}.",
            " New steps that this flow has passed already are not done: {0}."), string.Join(", ", plan.NeverRun.Select(static s => $"«{s}»")));
        return new LocalizedText(moved.Nb + passed.Nb, moved.Nn + passed.Nn, moved.En + passed.En);
    }

    /// <summary>Why an instance cannot be moved: every reason, one sentence each.</summary>
    public static LocalizedText WhyNot(MigrationPlan plan)
    {
        var reasons = plan.Problems.Select(Of).ToList();
        return new LocalizedText(
            string.Join(' ', reasons.Select(static r => r.Nb)), string.Join(' ', reasons.Select(static r => r.Nn)), string.Join(' ', reasons.Select(static r => r.En)));
    }

    private static LocalizedText Of(MigrationProblem problem) => Messages.Format(
        problem.Obstacle switch
        {
            MigrationObstacle.HasEnded => HasEnded,
            MigrationObstacle.NotAnotherVersion => new("Flyten følger allerede denne versjonen.", "Flyten følgjer allereie denne versjonen.", "The flow follows this version already."),
            MigrationObstacle.StepGone => new(
                "Flyten står på «{0}», og det steget finnes ikke i den nye versjonen.", "Flyten står på «{0}», og det steget finst ikkje i den nye versjonen.",
                "The flow stands at “{0}”, and that step is not in the new version."),
            MigrationObstacle.StepChanged => new(
                "Flyten står på «{0}», og det er et annet slags steg i den nye versjonen.", "Flyten står på «{0}», og det er eit anna slags steg i den nye versjonen.",
                "The flow stands at “{0}”, and that is another kind of step in the new version."),
            MigrationObstacle.GroupChanged => new(
                "Gruppen «{0}» er i gang og er ikke den samme i den nye versjonen.", "Gruppa «{0}» er i gang og er ikkje den same i den nye versjonen.",
                "The group “{0}” is under way and is not the same in the new version."),
            MigrationObstacle.OutcomeGone => new(
                "Utfallet «{0}» leder ingen steder i den nye versjonen.", "Utfallet «{0}» leier ingen stader i den nye versjonen.", "The outcome “{0}” leads nowhere in the new version."),
            MigrationObstacle.WouldRunAgain => new(
                "«{0}» er gjort, men ville kommet én gang til i den nye versjonen.", "«{0}» er gjort, men ville kome éin gong til i den nye versjonen.",
                "“{0}” is done, but would come once more in the new version."),
            _ => throw new InvalidOperationException(problem.Obstacle.ToString()),
        },
        problem.Name);
}
