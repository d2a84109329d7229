using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Moves the case to a state of its lifecycle (domain §1.0). A case that stands there already stays; a step that the table forbids is an incident.</summary>
public sealed class SetCaseState : DomainActivity
{
    internal SetCaseState(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Sett saksstatus", "Set saksstatus", "Set case state"),
        new("Flytter saken til en annen status.", "Flyttar saka til ein annan status.", "Moves the case to another state."),
        [
            new("state", InputKind.CaseState, true) { Label = new("Ny status", "Ny status", "New state") },
            new("reason", InputKind.Choice, Choices: Choices.PauseReasons)
            {
                Label = new("Grunn til pause", "Grunn til pause", "Reason for the pause"),
                Help = new("Bare når saken settes på pause.", "Berre når saka blir sett på pause.", "Only when the case is paused."),
            },
        ]);

    private protected override void Run(ActivityContext c)
    {
        var state = Choice(c, "state", CaseState.Identified);
        var isPause = state == CaseState.Suspended;
        c.Issue(new MoveCase(state, !isPause ? null : Enum.TryParse<SuspensionReason>(c.GetText("reason"), out var reason) ? reason : SuspensionReason.AwaitingClarification));
        c.Complete();
    }
}
