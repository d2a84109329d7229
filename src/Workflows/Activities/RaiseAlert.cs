using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Tells a role that something is wrong, for instance that nobody is responsible (L-70), and keeps it in history.</summary>
public sealed class RaiseAlert : DomainActivity
{
    private const string DefaultKind = "Attention";

    internal RaiseAlert(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Varsle", "Varsle", "Raise alert"),
        new("Varsler en rolle om noe som må tas tak i.", "Varslar ei rolle om noko som må takast tak i.", "Alerts a role to something that needs attention."),
        [
            new("text", InputKind.Text, true)
            {
                Label = new("Hva varselet sier", "Kva varselet seier", "What the alert says"),
                Help = new("Uten navn og andre personopplysninger.", "Utan namn og andre personopplysningar.", "Without names and other personal data."),
            },
            new("role", InputKind.Role, Default: Roles.OfficeLeader) { Label = new("Hvem som varsles", "Kven som blir varsla", "Who is alerted") },
            new("kind", InputKind.Text, Default: DefaultKind)
            {
                Label = new("Fast navn i statistikk", "Fast namn i statistikk", "Stable name in statistics"),
                Help = new("Ett ord, likt hver gang. Kan stå tomt.", "Eitt ord, likt kvar gong. Kan stå tomt.", "One word, the same each time. May be left empty."),
            },
            ToolboxInputs.Subject,
        ]);

    private protected override void Run(ActivityContext c)
    {
        c.Issue(new AlertRole(c.GetText("kind") is { Length: > 0 } kind ? kind : DefaultKind, c.GetText("role") is { Length: > 0 } role ? role : Roles.OfficeLeader, Require(c, "text"), Subject(c)));
        c.Complete();
    }
}
