using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A task for a person: who, by when, with which form, and the answers that the drawing goes on by.</summary>
public sealed class CaseTask : AnsweredStep
{
    private static readonly TaskOutcome[] DefaultOutcomes = [new("Utført", "Utført")];

    internal CaseTask(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Oppgave", "Oppgåve", "Task"),
        new("En oppgave som en person gjør, med frist, påminnelser og svar.", "Ei oppgåve som ein person gjer, med frist, påminningar og svar.", "A task that a person does, with due date, reminders and answers."),
        [
            .. MainInputs,
            new("outcomes", InputKind.Outcomes, Default: DefaultOutcomes[0].Value)
            {
                Label = new("Svar", "Svar", "Answers"),
                Help = new(
                    "Det som kan svares. Hvert svar blir en vei videre i tegningen. Skriv ett og trykk Enter.",
                    "Det som kan svarast. Kvart svar blir ein veg vidare i teikninga. Skriv eitt og trykk Enter.",
                    "What can be answered. Each answer is a way on in the drawing. Write one and press Enter."),
            },
            new("planSections", InputKind.PlanSections)
            {
                Label = new("Deler av planen", "Delar av planen", "Parts of the plan"),
                Help = new(
                    "Punktene i planen som det arbeides med. De vises i oppgaven, og kan skrives der så lenge planen er et utkast.",
                    "Punkta i planen som det blir arbeidd med. Dei blir viste i oppgåva, og kan skrivast der så lenge planen er eit utkast.",
                    "The points of the plan that are worked on. They are shown in the task, and can be written there while the plan is a draft."),
            },
            new("givesCase", InputKind.Flag, Default: "false")
            {
                Label = new("Den som tar oppgaven, får saken", "Den som tek oppgåva, får saka", "Whoever takes the task gets the case"),
                Help = new(
                    "Har saken ingen saksbehandler, blir den saksbehandleren som tar eller løser oppgaven det.",
                    "Har saka ingen saksbehandlar, blir den saksbehandlaren som tek eller løyser oppgåva det.",
                    "When the case has no case manager, the case manager who takes or completes the task becomes it."),
            },
            .. FollowUpInputs,
        ])
    {
        Outcomes = [new(DefaultOutcomes[0].Value, new("Utført", "Utført", "Done"))],
        Result = Answer,
    };

    private protected override StepDefaults Defaults { get; } = new(null, null, FormCatalogue.GenericDone);

    private protected override IReadOnlyList<TaskOutcome> Answers => DefaultOutcomes;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes(ActivityNode node) =>
        InputCheck.WrittenTexts(node, "outcomes") is { Count: > 0 } outcomes ? [.. outcomes.Distinct(StringComparer.Ordinal)] : base.Outcomes(node);

    private protected override IReadOnlyList<TaskOutcome> AnswersOf(ActivityContext c) =>
        c.GetStrings("outcomes") is { Count: > 0 } outcomes ? [.. outcomes.Distinct(StringComparer.Ordinal).Select(outcome => new TaskOutcome(outcome, outcome))] : Answers;

    private protected override void Record(ActivityContext c, TaskResult result)
    {
    }
}
