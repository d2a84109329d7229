using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Cancels the case's other running flows and their tasks, for instance when the person has died or the consent to the plan is withdrawn.</summary>
public sealed class StopCaseWork : DomainActivity
{
    internal StopCaseWork(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Stans arbeidet", "Stans arbeidet", "Stop the work"),
        new("Stanser sakens andre flyter og oppgavene deres.", "Stansar dei andre flytane i saka og oppgåvene deira.", "Stops the case's other flows and their tasks."),
        [
            new("reason", InputKind.Text, true)
            {
                Label = new("Grunn", "Grunn", "Reason"),
                Help = new("Står i historikken. Uten navn og andre personopplysninger.", "Står i historikken. Utan namn og andre personopplysningar.", "Kept in history. Without names and other personal data."),
            },
            ToolboxInputs.Keep,
        ]);

    private protected override void Run(ActivityContext c)
    {
        c.Issue(new StopFlows(Require(c, "reason"), c.GetStrings("keep")));
        c.Complete();
    }
}
