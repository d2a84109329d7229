using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>
/// Makes someone case manager of the case: the one named in the source, else the one who completed the task. Without a source it is whoever does what the flow
/// goes on from, such as registering a request, when that is a case manager and the case has none.
/// </summary>
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
        [
            ToolboxInputs.OptionalSource with
            {
                Label = new("Svaret som sier hvem", "Svaret som seier kven", "The answer that says who"),
                Help = new(
                    "La stå tomt for den som registrerte henvendelsen, eller som gjorde det flyten fortsetter fra. Da blir det bare endret når det er en saksbehandler og saken ikke har noen.",
                    "Lat stå tomt for den som registrerte førespurnaden, eller som gjorde det flyten held fram frå. Då blir det berre endra når det er ein saksbehandlar og saka ikkje har nokon.",
                    "Leave empty for whoever registered the request, or did what the flow goes on from. Then it changes only when that is a case manager and the case has none."),
            },
        ]);

    private protected override void Run(ActivityContext c)
    {
        var result = c.GetInput("source") is null ? null : Source(c);
        c.Issue(new AssignCaseManager(result is null
            ? null
            : result.Text("caseManagerUserId") ?? result.CompletedBy ?? throw new ActivityFaultException("The source names no case manager and was completed by nobody.")));
        c.Complete();
    }
}
