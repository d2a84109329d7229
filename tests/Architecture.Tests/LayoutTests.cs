using System.Text.RegularExpressions;

namespace IndividualPlan.Architecture.Tests;

/// <summary>Folders are nouns of the subject, files are small, and one story crosses few of them.</summary>
public sealed class LayoutTests
{
    private static readonly string[] BannedFolders =
        ["Models", "Services", "Interfaces", "Contracts", "Helpers", "Utils", "Managers", "Common", "Shared", "Misc"];

    // A file over 400 lines needs its name and its reason here.
    private static readonly Dictionary<string, string> LongFiles = new()
    {
    };

    [Fact]
    public void Folders_AreNamedForTheSubject()
    {
        var bad = SourceTree.Files("src").Select(file => Path.GetDirectoryName(file.Path)!).Distinct()
            .Where(folder => folder.Split('/').Any(part => BannedFolders.Contains(part, StringComparer.OrdinalIgnoreCase)));

        Assert.Empty(bad);
    }

    [Fact]
    public void Folders_AreAtMostThreeLevelsBelowTheProject()
    {
        var deep = SourceTree.Files("src").Where(file => file.Path.Split('/').Length > 2 + 3 + 1).Select(file => file.Path);

        Assert.Empty(deep);
    }

    [Fact]
    public void Files_AreUnder400Lines()
    {
        var big = SourceTree.Files("src")
            .Where(file => !LongFiles.ContainsKey(file.Path) && !file.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => (file.Path, Lines: file.Text.Count(c => c == '\n')))
            .Where(file => file.Lines > 400)
            .Select(file => $"{file.Path}: {file.Lines} lines");

        Assert.Empty(big);
    }

    [Fact]
    public void Program_IsATableOfContents()
    {
        var lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "src/WorkflowHost/Program.cs")).Length;

        Assert.InRange(lines, 1, 60);
    }

    [Fact]
    public void Tests_MirrorTheFoldersOfWorkflows()
    {
        string[] Folders(string root) => [.. Directory.EnumerateDirectories(Path.Combine(SourceTree.Root, root))
            .Select(folder => Path.GetFileName(folder)!).Where(name => name is not ("bin" or "obj"))];

        Assert.Empty(Folders("src/Workflows").Except(Folders("tests/Workflows.Tests")));
    }

    [Fact]
    public void Comments_CarryNoOpenEnds()
    {
        var openEnd = new Regex(@"\b(TODO|FIXME|HACK|XXX)\b(?!.*#\d)");
        var found = SourceTree.Files("src").Concat(SourceTree.Files("tests"))
            .Where(file => !file.Path.EndsWith("LayoutTests.cs", StringComparison.Ordinal))
            .SelectMany(file => file.Text.Split('\n').Where(line => openEnd.IsMatch(line)).Select(line => $"{file.Path}: {line.Trim()}"));

        Assert.Empty(found);
    }

    [Fact]
    public void TheRepository_NamesNoPackageRegistryAndNoMachine()
    {
        var places = new Regex(@"""resolved""\s*:\s*""https?://|registry\.npmjs\.org|api\.nuget\.org|<add key=""[^""]*"" value=""https?://|/(work|home/\w+|root)/(main|wt)\b");
        string[] patterns = ["*.json", "*.csproj", "*.props", "*.config", "*.md", "*.sh", "*.cs", "*.npmrc"];
        var found = patterns.SelectMany(pattern => SourceTree.Files(".", pattern))
            .Where(file => !file.Path.EndsWith("LayoutTests.cs", StringComparison.Ordinal))
            .Where(file => places.IsMatch(file.Text))
            .Select(file => file.Path);

        Assert.Empty(found);
    }
}
