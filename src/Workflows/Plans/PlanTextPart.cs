namespace IndividualPlan.Workflows.Plans;

/// <summary>A list of the plan that people can write as lines of text.</summary>
/// <param name="Name">Stable name in forms and values.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Columns">What a line says, parted by <c>|</c>.</param>
public sealed record PlanTextPart(string Name, LocalizedText Label, IReadOnlyList<LocalizedText> Columns)
{
    private static readonly LocalizedText Measure = new("tiltak", "tiltak", "measure");
    private static readonly LocalizedText Responsible = new("ansvarlig", "ansvarleg", "who is responsible");
    private static readonly LocalizedText Extent = new("hvor mye", "kor mykje", "how much");
    private static readonly LocalizedText How = new("hvordan", "korleis", "how");

    /// <summary>Goals (point a).</summary>
    public static PlanTextPart Goals { get; } = new("goals", new("Mål", "Mål", "Goals"), [new("mål", "mål", "goal")]);

    /// <summary>Resources (point a).</summary>
    public static PlanTextPart Resources { get; } = new("resources", new("Ressurser", "Ressursar", "Resources"), [new("ressurs", "ressurs", "resource")]);

    /// <summary>Needs (point a).</summary>
    public static PlanTextPart Needs { get; } = new("needs", new("Behov", "Behov", "Needs"), [new("behov", "behov", "need")]);

    /// <summary>Contributions (point d).</summary>
    public static PlanTextPart Contributions { get; } = new("contributions", ContentPoint.Name("d"), [new("hvem", "kven", "who"), new("bidrar med", "bidreg med", "contributes")]);

    /// <summary>Measures with who is responsible and their extent (point e).</summary>
    public static PlanTextPart Measures { get; } = new("measures", ContentPoint.Name("e"), [Measure, Responsible, Extent]);

    /// <summary>Measures with how they are carried out as well (points e and f).</summary>
    public static PlanTextPart MeasuresAndHow { get; } = new("measuresAndHow", new("Tiltak og hvordan de gjennomføres", "Tiltak og korleis dei blir gjennomførte", "Measures and how they are carried out"), [Measure, Responsible, Extent, How]);

    /// <summary>How each measure is carried out (point f).</summary>
    public static PlanTextPart Implementation { get; } = new("implementation", ContentPoint.Name("f"), [Measure, How]);

    /// <summary>Cooperation with others (point j).</summary>
    public static PlanTextPart CooperationNeeds { get; } = new("cooperationNeeds", ContentPoint.Name("j"), [new("samarbeid", "samarbeid", "cooperation")]);

    /// <summary>Every part, in the order of the plan.</summary>
    public static IReadOnlyList<PlanTextPart> All { get; } = [Goals, Resources, Needs, Contributions, Measures, MeasuresAndHow, Implementation, CooperationNeeds];

    /// <summary>The parts of content points, in the order of the plan. Points that are recorded elsewhere, and those that are no lines of text, have none.</summary>
    /// <param name="points">Letters.</param>
    public static IReadOnlyList<PlanTextPart> Of(IReadOnlyCollection<string> points) =>
    [
        .. points.Contains("a") ? [Goals, Resources, Needs] : Array.Empty<PlanTextPart>(),
        .. points.Contains("d") ? [Contributions] : Array.Empty<PlanTextPart>(),
        .. (points.Contains("e"), points.Contains("f")) switch
        {
            (true, true) => [MeasuresAndHow],
            (true, false) => [Measures],
            (false, true) => [Implementation],
            _ => Array.Empty<PlanTextPart>(),
        },
        .. points.Contains("j") ? [CooperationNeeds] : Array.Empty<PlanTextPart>(),
    ];
}
