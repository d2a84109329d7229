using System.Collections.Frozen;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Telemetry;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>What every work's runner shares.</summary>
internal sealed class FlowServices(
    WorkflowEngine engine, DefinitionCatalogue catalogue, IEnumerable<CommandApplier> appliers, CaseFactsReader facts, InstanceChanges changes, AddressNotifications addressing, RuleBook law,
    Instruments instruments)
{
    private readonly FrozenDictionary<Type, CommandApplier> _appliers = appliers.ToFrozenDictionary(static a => a.CommandType);

    public WorkflowEngine Engine { get; } = engine;

    public DefinitionCatalogue Catalogue { get; } = catalogue;

    public CaseFactsReader Facts { get; } = facts;

    public InstanceChanges Changes { get; } = changes;

    public AddressNotifications Addressing { get; } = addressing;

    public RuleBook Law { get; } = law;

    public Instruments Instruments { get; } = instruments;

    /// <summary>The applier of a domain command; one that nobody applies is a fault of the product.</summary>
    public CommandApplier ApplierOf(EngineCommand command) =>
        _appliers.GetValueOrDefault(command.GetType())
        ?? throw new InvalidOperationException($"Nothing applies the command {command.GetType().Name}.");
}

/// <summary>Reads the facts about a case that expressions see as <c>theCase</c>.</summary>
internal delegate Task<JsonObject> CaseFactsReader(Work work, CaseId caseId, CancellationToken cancellationToken);
