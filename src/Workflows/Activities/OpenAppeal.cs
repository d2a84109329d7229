using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Registers an appeal as it came in, with the day that decides whether it is in time (D-23).</summary>
public sealed class OpenAppeal : DomainActivity
{
    internal OpenAppeal(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Registrer klage", "Registrer klage", "Register appeal"),
        new("Registrerer en klage som er kommet inn.", "Registrerer ei klage som er komen inn.", "Registers an appeal that has come in."),
        [ToolboxInputs.Source])
    {
        Result = new("Klagens id", "Id-en til klaga", "The appeal's id"),
    };

    private protected override void Run(ActivityContext c)
    {
        var result = RequiredSource(c);
        c.Issue(new ReceiveAppeal(result));
        c.SetOutput("Result", new JsonObject { ["appealId"] = result.Text("appealId") });
        c.Complete();
    }
}
