using System.Globalization;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.HumanTasks.Papers;

/// <summary>Names of files as they came from someone's machine. They are shown and sent back as names; no file is ever opened by one.</summary>
internal static class FileNames
{
    /// <summary>The last part of the name without what could mislead: no folders, no control or direction marks, not too long; null when nothing is left.</summary>
    public static string? Clean(string? given)
    {
        var last = given?[(given.LastIndexOfAny(['/', '\\']) + 1)..] ?? "";
        var seen = string.Concat(last.Where(static c => !char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse)
            && c is not ('<' or '>' or ':' or '"' or '|' or '?' or '*'))).Trim().Trim('.');
        if (seen.Length <= TextLimits.Name)
        {
            return seen.Length == 0 ? null : seen;
        }

        var ending = Ending(seen);
        return seen[..(TextLimits.Name - ending.Length - 1)].TrimEnd() + "." + ending;
    }

    /// <summary>What stands after the last dot, in small letters; empty when there is none.</summary>
    public static string Ending(string name) =>
        name.LastIndexOf('.') is > 0 and var dot && name.Length - dot - 1 is > 0 and <= 8 ? name[(dot + 1)..].ToLowerInvariant() : "";
}
