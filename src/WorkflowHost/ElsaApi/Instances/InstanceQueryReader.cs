using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

/// <summary>Reads Elsa's query for instances; what it cannot read it says.</summary>
internal static class InstanceQueryReader
{
    private const int MaxPageSize = 1_000;

    public static (InstanceQuery? Query, Refusal? Refusal) Read(WireInstanceQuery wire)
    {
        var errors = new FieldErrors();
        var (page, size) = (wire.Page ?? 0, wire.PageSize ?? MaxPageSize);

        if (page < 0)
        {
            errors.Add("page", new("Sidene telles fra 0.", "Sidene blir talde frå 0.", "Pages are counted from 0."));
        }

        if (size < 1)
        {
            errors.Add("pageSize", new("Må være minst 1.", "Må vere minst 1.", "Must be at least 1."));
        }

        size = Math.Clamp(size, 1, MaxPageSize);
        var order = Choices<InstanceOrder>([wire.OrderBy], "orderBy", errors).Select(static o => (InstanceOrder?)o).FirstOrDefault() ?? InstanceOrder.Created;
        var query = new InstanceQuery
        {
            Words = string.Join(' ', new[] { wire.SearchTerm, wire.Name }.Where(static w => !string.IsNullOrWhiteSpace(w))),
            DefinitionIds = Texts(wire.DefinitionIds, wire.DefinitionId),
            Version = wire.Version,
            CorrelationIds = Texts(null, wire.CorrelationId),
            HasIncidents = wire.HasIncidents,
            Ids = wire.IsSystem is true ? [] : null,
            Statuses = Choices<WorkflowStatus>(Texts(wire.Statuses, wire.Status), "statuses", errors),
            SubStatuses = SubStatuses(Texts(wire.SubStatuses, wire.SubStatus), errors),
            Moments = [.. (wire.TimestampFilters ?? []).Select(m => Moment(m, errors)).OfType<InstanceMoment>()],
            Order = order,
            IsAscending = wire.OrderDirection is { } direction ? direction.StartsWith("asc", StringComparison.OrdinalIgnoreCase) : order == InstanceOrder.Name,
            Skip = Math.Max(0, page) * size,
            Take = size,
        };
        return errors.Any ? (null, errors.ToRefusal() with { Kind = ProblemKind.Malformed }) : (query, null);
    }

    public static InstanceMoment? Moment(WireMoment wire, FieldErrors errors)
    {
        var column = Choices<InstanceInstant>([wire.Column], "timestampFilters.column", errors);
        var comparison = Choices<Comparison>([wire.Operator], "timestampFilters.operator", errors);

        if (column.Count == 0 || comparison.Count == 0 || wire.At is not { } at)
        {
            errors.Add("timestampFilters", new("Oppgi kolonne, sammenligning og tidspunkt.", "Oppgje kolonne, samanlikning og tidspunkt.", "Give column, comparison and instant."));
            return null;
        }

        return new InstanceMoment(column[0], comparison[0], at);
    }

    public static IReadOnlyList<T> Choices<T>(IEnumerable<string?> texts, string field, FieldErrors errors)
        where T : struct, Enum => [.. texts.Where(static t => !string.IsNullOrWhiteSpace(t)).Select(t => errors.Choice<T>(t, field)).OfType<T>()];

    /// <summary>Elsa knows a status that ours never have; nothing has it.</summary>
    public static IReadOnlyList<WorkflowSubStatus> SubStatuses(IReadOnlyList<string> texts, FieldErrors errors)
    {
        var known = texts.Where(static t => !t.Equals("Interrupted", StringComparison.OrdinalIgnoreCase)).ToList();
        var found = Choices<WorkflowSubStatus>(known, "subStatuses", errors);
        return texts.Count > 0 && known.Count == 0 ? [WorkflowSubStatus.Executing] : found;
    }

    public static IReadOnlyList<string> Texts(IEnumerable<string>? many, string? one) =>
        [.. (many ?? []).Append(one).OfType<string>().Where(static t => t.Length > 0).Distinct(StringComparer.Ordinal)];
}
