using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Invites services, with a contact each, to take part in the plan (L-83).</summary>
public sealed class InviteParticipants : DomainActivity
{
    internal InviteParticipants(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Inviter deltakere", "Inviter deltakarar", "Invite participants"),
        new("Inviterer tjenester til å delta i planen.", "Inviterer tenester til å delta i planen.", "Invites services to take part in the plan."),
        [ToolboxInputs.Source])
    {
        Result = new("Hvor mange som ble invitert", "Kor mange som vart inviterte", "How many were invited"),
    };

    private protected override void Run(ActivityContext c)
    {
        var result = RequiredSource(c);
        c.Issue(new AddParticipants(result));
        c.SetOutput("Result", new JsonObject { ["count"] = result.Items("participants") is { Count: > 0 } items ? items.Count : result.Text("service") is null ? 0 : 1 });
        c.Complete();
    }
}
