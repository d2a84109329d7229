using System.Text.Json.Nodes;

namespace IndividualPlan.WorkflowHost.ElsaApi.Descriptors;

/// <summary>An activity type as Studio shows it in the palette, on the canvas and in its property panel.</summary>
internal sealed record ActivityDescriptor(
    string TypeName,
    string Namespace,
    string Name,
    int Version,
    string Category,
    string DisplayName,
    string Description,
    string Kind,
    IReadOnlyList<InputDescriptor> Inputs,
    IReadOnlyList<OutputDescriptor> Outputs,
    IReadOnlyList<PortDescriptor> Ports,
    JsonObject CustomProperties,
    JsonObject ConstructionProperties,
    bool IsContainer,
    bool IsBrowsable,
    bool IsStart,
    bool IsTerminal);

/// <summary>An input. <c>Name</c> is PascalCase; the definition's property is the same in camelCase.</summary>
internal sealed record InputDescriptor(
    string Name,
    string TypeName,
    string DisplayName,
    string Description,
    double Order,
    bool IsBrowsable,
    bool IsSynthetic,
    bool IsWrapped,
    string UiHint,
    string? Category,
    JsonNode? DefaultValue,
    string DefaultSyntax,
    bool IsReadOnly,
    bool IsSensitive,
    string? StorageDriverType,
    JsonObject UiSpecifications);

/// <summary>An output, to be bound to a variable.</summary>
internal sealed record OutputDescriptor(string Name, string TypeName, string DisplayName, string Description, double Order, bool IsBrowsable, bool IsSynthetic);

/// <summary>A way out (<c>Flow</c>) or a drawing inside (<c>Embedded</c>).</summary>
internal sealed record PortDescriptor(string Name, string DisplayName, string Type, bool IsBrowsable);
