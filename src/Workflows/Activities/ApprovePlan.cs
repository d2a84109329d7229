using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Puts the plan before the person. Approval fixes an immutable version (L-86, L-90); wishes send it back to drafting.</summary>
public sealed class ApprovePlan : AnsweredStep
{
    private const string Approved = "Approved";
    private const string Changes = "Changes";
    private static readonly ChoiceInfo[] Ports =
    [
        new(Approved, new("Godkjent", "Godkjend", "Approved")),
        new(Changes, new("Ønsker endringer", "Ønskjer endringar", "Wants changes")),
    ];

    private static readonly TaskOutcome[] Offered = [.. Ports.Select(port => new TaskOutcome(port.Value, port.Label.Nb))];

    internal ApprovePlan(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Godkjenn planen", "Godkjenn planen", "Approve the plan"),
        new("Personen godkjenner planen eller ber om endringer.", "Personen godkjenner planen eller bed om endringar.", "The person approves the plan or asks for changes."),
        StepInputs)
    {
        Outcomes = Ports,
        Result = Answer,
    };

    private protected override StepDefaults Defaults { get; } = new("Godkjenn planen", Roles.Person, "approve-plan");

    private protected override IReadOnlyList<TaskOutcome> Answers => Offered;

    private protected override void Run(ActivityContext c)
    {
        c.Issue(new SubmitPlan());
        base.Run(c);
    }

    private protected override void Record(ActivityContext c, TaskResult result) =>
        c.Issue(result.Outcome == Approved ? new FixPlanVersion(result) : new ReturnPlan(result));
}
