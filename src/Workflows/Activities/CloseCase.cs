using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Closes the case with a reason; plan, coordinator period, clocks, access and open tasks end with it (domain §1.15).</summary>
public sealed class CloseCase : DomainActivity
{
    internal CloseCase(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Avslutt saken", "Avslutt saka", "Close the case"),
        new("Avslutter saken med en grunn; alt som fortsatt løper, stanses.", "Avsluttar saka med ein grunn; alt som framleis går, vert stansa.", "Closes the case with a reason; whatever still runs is stopped."),
        [
            new("reason", InputKind.Choice, true, Choices.CloseReasons) { Label = new("Grunn", "Grunn", "Reason") },
            new("stopFlows", InputKind.Flag, Default: "true") { Label = new("Stans sakens andre flyter", "Stans dei andre flytane i saka", "Stop the case's other flows") },
            ToolboxInputs.Keep,
        ]);

    private protected override void Run(ActivityContext c)
    {
        Require(c, "reason");
        c.Issue(new EndCase(Choice(c, "reason", CloseReason.NeedEnded), c.GetBool("stopFlows", true), c.GetStrings("keep")));
        c.Complete();
    }
}
