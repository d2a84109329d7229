using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Marks that a way through the drawing ends on purpose. It does nothing, and what goes on elsewhere in the flow goes on.</summary>
/// <remarks>Without the mark, nobody could tell an outcome that asks for nothing more from one whose line was forgotten.</remarks>
public sealed class EndOfPath : DomainActivity
{
    internal EndOfPath(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Veien ender her", "Vegen endar her", "The path ends here"),
        new("Viser at det ikke er mer å gjøre på denne veien. Resten av flyten går videre.", "Viser at det ikkje er meir å gjere på denne vegen. Resten av flyten går vidare.", "Shows that nothing more is to be done on this path. The rest of the flow goes on."),
        [])
    {
        Outcomes = [],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [];

    private protected override void Run(ActivityContext c) => c.Complete();
}
