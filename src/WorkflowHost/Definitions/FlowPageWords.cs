using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>What pages about workflows say of versions.</summary>
internal static class FlowPageWords
{
    /// <summary>The page of a workflow: its versions, and where it is published.</summary>
    public static string Home(string definitionId) => "/workflows/" + Uri.EscapeDataString(definitionId);

    /// <summary>Language of what the office draws, where it is not that of the page: names of steps are Norwegian. Null where nothing need be said.</summary>
    public static string? DrawnIn(string pageLanguage) => pageLanguage == "en" ? "no" : null;

    public static LocalizedText Kind(DefinitionSummary version) =>
        version.IsPublished ? new("Kjører nå", "Køyrer no", "Runs now")
        : version.PublishedAt is null ? new("Utkast", "Utkast", "Draft")
        : new("Tidligere versjon", "Tidlegare versjon", "Earlier version");

    public static string Color(DefinitionSummary version) => version.IsPublished ? "success" : version.PublishedAt is null ? "warning" : "neutral";

    /// <summary>Which version is shown, and what new cases follow.</summary>
    public static LocalizedText State(DefinitionSummary shown, DefinitionSummary? running) => (shown, running) switch
    {
        ({ IsPublished: true }, _) => new($"Versjon {shown.Version}. Nye saker følger denne.", $"Versjon {shown.Version}. Nye saker følgjer denne.", $"Version {shown.Version}. New cases follow this one."),
        (_, null) => new($"Versjon {shown.Version}. Ingen versjon kjører nå.", $"Versjon {shown.Version}. Ingen versjon køyrer no.", $"Version {shown.Version}. No version runs now."),
        _ => new($"Versjon {shown.Version}. Nye saker følger versjon {running!.Version}.", $"Versjon {shown.Version}. Nye saker følgjer versjon {running.Version}.", $"Version {shown.Version}. New cases follow version {running.Version}."),
    };

    /// <summary>A version in a list to choose from.</summary>
    public static LocalizedText Option(DefinitionSummary version, string language)
    {
        var on = Dates.Show(version.PublishedAt ?? version.SavedAt, language);
        return version.IsPublished ? new($"Versjon {version.Version}: kjører nå, fra {on}", $"Versjon {version.Version}: køyrer no, frå {on}", $"Version {version.Version}: runs now, from {on}")
            : version.PublishedAt is null ? new($"Versjon {version.Version}: utkast, lagret {on}", $"Versjon {version.Version}: utkast, lagra {on}", $"Version {version.Version}: draft, saved {on}")
            : new($"Versjon {version.Version}: tidligere, fra {on}", $"Versjon {version.Version}: tidlegare, frå {on}", $"Version {version.Version}: earlier, from {on}");
    }
}
