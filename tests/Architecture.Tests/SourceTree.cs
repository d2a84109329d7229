using System.Text.RegularExpressions;
using IndividualPlan.Testing;

namespace IndividualPlan.Architecture.Tests;

/// <summary>The repository as text: what reflection cannot see (folders, file lengths, words) is checked here.</summary>
internal static class SourceTree
{
    public static string Root { get; } = SolutionFolder.Path;

    /// <summary>Source files under a folder, build output left out, as (path relative to the root, text).</summary>
    public static IReadOnlyList<(string Path, string Text)> Files(string folder, string pattern = "*.cs")
    {
        var start = Path.Combine(Root, folder);
        if (!Directory.Exists(start))
        {
            return [];
        }

        return Directory.EnumerateFiles(start, pattern, SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(Root, path).Replace('\\', '/'), Full: path))
            .Where(file => !file.Path.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => (file.Path, File.ReadAllText(file.Full)))
            .ToList();
    }

    /// <summary>Lines of the files that match, as "path:line: text", comments left out.</summary>
    public static IReadOnlyList<string> LinesMatching(string folder, Regex regex, Func<string, bool>? skipPath = null, string pattern = "*.cs") =>
        [.. from file in Files(folder, pattern)
            where skipPath is null || !skipPath(file.Path)
            from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
            where !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal)
            where regex.IsMatch(line.Text)
            select $"{file.Path}:{line.Number}: {line.Text.Trim()}"];
}
