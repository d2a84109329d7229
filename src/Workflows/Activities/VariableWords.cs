using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>What people call the kinds of variables.</summary>
internal static class VariableWords
{
    /// <summary>What a variable holds.</summary>
    public static LocalizedText KindOf(VariableDefinition variable)
    {
        var kind = variable.TypeName switch
        {
            "String" => new LocalizedText("tekst", "tekst", "text"),
            "Boolean" => new("ja eller nei", "ja eller nei", "yes or no"),
            "Int16" or "Int32" or "Int64" or "Single" or "Double" or "Decimal" => new("tall", "tal", "number"),
            "DateTime" or "DateTimeOffset" or "DateOnly" => new("dato", "dato", "date"),
            "TimeSpan" => new("lengde på en tid", "lengd på ei tid", "length of time"),
            _ => new("opplysninger", "opplysningar", "information"),
        };

        return variable.IsArray ? new($"liste: {kind.Nb}", $"liste: {kind.Nn}", $"list: {kind.En}") : kind;
    }
}
