using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>The import page: what came of the last import, or what was typed and refused.</summary>
internal sealed record ShownImport(string? Publish = null, string? Reason = null)
{
    /// <summary>Imports that publish what was published where the file comes from.</summary>
    public const string AsInFile = "as-in-file";

    public IReadOnlyList<ImportedFlow> Imported { get; init; } = [];

    public ImportOutcome.Refused? Refused { get; init; }

    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    public bool IsRefused => Refused is not null || Errors is not null;
}

/// <summary>Taking in workflows from files: <see cref="ShownImport"/>.</summary>
public sealed partial class ImportFlowsPage : PageComponent
{
    private ShownImport Shown => The<ShownImport>();

    private string Heading => T("Importer arbeidsflyter", "Importer arbeidsflytar", "Import workflows");

    private IReadOnlyList<Choice> Ways =>
    [
        new("draft", T("Som utkast", "Som utkast", "As drafts"), T(
            "Det som kjører nå, kjører videre til du publiserer.", "Det som køyrer no, køyrer vidare til du publiserer.", "What runs now goes on until you publish.")),
        new(ShownImport.AsInFile, T("Publiser det som var publisert", "Publiser det som var publisert", "Publish what was published"), T(
            "Nye saker følger det som er importert, med en gang.", "Nye saker følgjer det som er importert, med ein gong.", "New cases follow what is imported at once.")),
    ];

    private static LocalizedText Happened(ImportedFlow flow) => flow switch
    {
        { IsUnchanged: true } => new(
            "Var lik det som fantes fra før. Ingenting er endret.", "Var lik det som fanst frå før. Ingenting er endra.", "Was the same as what was there. Nothing is changed."),
        { Version: { IsPublished: true, Version: var number } } => new(
            $"Publisert som versjon {number}.", $"Publisert som versjon {number}.", $"Published as version {number}."),
        _ => new($"Lagret som utkast til versjon {flow.Version.Version}.", $"Lagra som utkast til versjon {flow.Version.Version}.", $"Saved as a draft of version {flow.Version.Version}."),
    };

    private string ToCorrect(int problems) => problems == 1
        ? T("1 ting må rettes før den kan publiseres", "1 ting må rettast før han kan publiserast", "1 thing must be corrected before it can be published")
        : T($"{problems} ting må rettes før den kan publiseres", $"{problems} ting må rettast før han kan publiserast", $"{problems} things must be corrected before it can be published");

    /// <summary>What is wrong, file by file; the file is null where the sentence names it.</summary>
    private IEnumerable<(string? File, string Sentence)> Sentences(ImportOutcome.Refused refused) => refused.Files.Count == 0
        ? [(null, T(refused.Why.Refusal.Detail))]
        : refused.Files.SelectMany(file => Wrong(file.Why).Select(sentence => ((string?)file.Name, T(sentence))));

    private static IEnumerable<LocalizedText> Wrong(DefinitionOutcome.Refused why) => why switch
    {
        { Problems.Count: > 0 } => why.Problems.Where(static p => p.Severity == ProblemSeverity.Error).Select(static p => p.Message),
        { Refusal.Errors: { Count: > 0 } errors } => errors.Values.SelectMany(static e => e),
        _ => [why.Refusal.Detail],
    };
}
