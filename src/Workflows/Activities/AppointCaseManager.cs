using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Makes someone case manager of the case: the one named in the source, else the one who completed the task.</summary>
public sealed class AppointCaseManager : DomainActivity
{
    internal AppointCaseManager(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Sett saksbehandler", "Set saksbehandlar", "Set case manager"),
        new("Gir saken en saksbehandler.", "Gjev saka ein saksbehandlar.", "Gives the case a case manager."),
        [ToolboxInputs.Source]);

    private protected override void Run(ActivityContext c)
    {
        var result = RequiredSource(c);
        var userId = result.Text("caseManagerUserId") ?? result.CompletedBy ?? throw new ActivityFaultException("The source names no case manager and was completed by nobody.");
        c.Issue(new AssignCaseManager(userId));
        c.Complete();
    }
}
