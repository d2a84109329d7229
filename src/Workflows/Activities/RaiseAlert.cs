using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Tells a role that something is wrong, for instance that nobody is responsible (L-70), and keeps it in history.</summary>
public sealed class RaiseAlert : DomainActivity
{
    internal RaiseAlert(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Varsle", "Varsle", "Raise alert"),
        new("Varsler en rolle om noe som må tas tak i.", "Varslar ei rolle om noko som må takast tak i.", "Alerts a role to something that needs attention."),
        [
            new("kind", InputKind.Text, true),
            new("role", InputKind.Role, Default: Roles.OfficeLeader),
            new("text", InputKind.Text, true),
            new("subject", InputKind.Expression),
        ]);

    private protected override void Run(ActivityContext c)
    {
        c.Issue(new AlertRole(Require(c, "kind"), c.GetText("role") is { Length: > 0 } role ? role : Roles.OfficeLeader, Require(c, "text"), Subject(c)));
        c.Complete();
    }
}
