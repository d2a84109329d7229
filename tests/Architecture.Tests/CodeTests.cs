using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using IndividualPlan.Workflows.Audit;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.Architecture.Tests;

/// <summary>What a reviewer would otherwise have to look for in every change.</summary>
public sealed class CodeTests
{
    private static readonly Assembly Workflows = typeof(Operation).Assembly;
    private static readonly Assembly Studio = typeof(IndividualPlan.Studio.Files.StudioFiles).Assembly;
    private static readonly Assembly Host = typeof(IndividualPlan.WorkflowHost.Platform.Ids).Assembly;

    public static TheoryData<string> OurAssemblies => new() { "Workflows", "WorkflowHost", "Studio" };

    private static IEnumerable<Type> TypesOf(string assembly) =>
        (assembly switch { "Workflows" => Workflows, "Studio" => Studio, _ => Host }).GetTypes()
        .Where(type => type.Namespace?.StartsWith("IndividualPlan.", StringComparison.Ordinal) == true)
        .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.Contains('<', StringComparison.Ordinal));

    // What the Razor compiler makes of markup is public and open, and cannot be told otherwise.
    private static bool IsMarkup(Type type) => typeof(IComponent).IsAssignableFrom(type) || type.Name == "_Imports";

    [Theory]
    [MemberData(nameof(OurAssemblies))]
    public void ClassesWithoutHeirs_AreSealed(string assembly)
    {
        var types = TypesOf(assembly).ToList();
        var parents = types.Select(type => type.BaseType).OfType<Type>()
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
        var open = types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !parents.Contains(type))
            .Where(type => type.Name != "Program" && !IsMarkup(type))
            .Select(type => type.FullName);

        Assert.Empty(open);
    }

    [Fact]
    public void TheHost_ShowsNothingToOtherAssemblies()
    {
        // Public because the framework finds them by reflection, or because parameters of markup, which is public, have these types.
        string[] allowed = ["Program", "Choice", "PageLink"];
        var shown = TypesOf("WorkflowHost").Where(type => type.IsVisible && !allowed.Contains(type.Name) && !IsMarkup(type)).Select(type => type.FullName);

        Assert.Empty(shown);
    }

    [Theory]
    [MemberData(nameof(OurAssemblies))]
    public void Names_SayWhetherTheyAreInstantsOrDates(string assembly)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var properties = TypesOf(assembly).SelectMany(type => type.GetProperties(all)).ToList();
        var wrong = properties
            .Select(property => (property, Type: Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))
            .Where(item =>
                (item.Type == typeof(DateTimeOffset) && !Regex.IsMatch(item.property.Name, "(At|Now|Until)$")) ||
                (item.Type == typeof(DateOnly) && !Regex.IsMatch(item.property.Name, "(On|From|To|Until|Date|ActBy|Today)$")) ||
                item.Type == typeof(DateTime))
            .Select(item => $"{item.property.DeclaringType!.Name}.{item.property.Name}: {item.Type.Name}");

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(OurAssemblies))]
    public void Interfaces_HaveTwoImplementationsOrANetworkBehindThem(string assembly)
    {
        // Each with its reason: a network, or a seam that tests replace with a recording.
        string[] allowed = ["ILetterTransport"];
        var types = TypesOf(assembly).ToList();
        var lonely = types.Where(type => type.IsInterface && !allowed.Contains(type.Name))
            .Where(type => types.Count(other => other.IsClass && type.IsAssignableFrom(other)) < 2)
            .Select(type => type.FullName);

        Assert.Empty(lonely);
    }

    [Theory]
    [InlineData(@"\basync void\b", "async void cannot be awaited")]
    [InlineData(@"\b\w*[tT]ask\w*(\(.*\))?\.Result\b", "blocking on a task")]
    [InlineData(@"\.(Wait|GetAwaiter)\(\)", "blocking on a task")]
    [InlineData(@"^(?!.*\boverride\b).*CancellationToken \w+ = default", "a default hides a forgotten token")]
    [InlineData(@"\.Log(Information|Warning|Error|Debug|Critical|Trace)\(", "log through the feature's Log class, with an event id")]
    [InlineData(@"catch\s*(\(Exception\))?\s*\{\s*\}", "a swallowed fault")]
    public void Source_DoesNotContain(string pattern, string why)
    {
        var found = SourceTree.LinesMatching("src", new Regex(pattern));

        Assert.True(found.Count == 0, $"{why}:\n{string.Join('\n', found)}");
    }

    [Fact]
    public void Suppressions_SayWhy()
    {
        var bare = SourceTree.Files("src").Concat(SourceTree.Files("tests"))
            .SelectMany(file => file.Text.Split('\n').Where(line => Regex.IsMatch(line, @"#pragma warning disable(?!.*//)") || Regex.IsMatch(line, @"SuppressMessage\((?!.*Justification)"))
            .Select(line => $"{file.Path}: {line.Trim()}"));

        Assert.Empty(bare);
    }

    [Fact]
    public void Ids_ComeFromOneFactory()
    {
        var makers = SourceTree.LinesMatching("src", new Regex(@"\bGuid\.(NewGuid|CreateVersion7)\b"), path => path == "src/WorkflowHost/Platform/Ids.cs");

        Assert.Empty(makers);
    }

    [Theory]
    [InlineData(@"Thread\.Sleep\(")]
    [InlineData(@"Task\.Delay\(")]
    [InlineData(@"Skip\s*=\s*""")]
    [InlineData(@"Assert\.True\(true\)")]
    public void Tests_OwnTimeAndTruth(string pattern)
    {
        // The benchmarks are no tests: they wait for another process and measure how long. Nor is the process that is killed at a random moment, and what kills it.
        var found = SourceTree.LinesMatching(
            "tests",
            new Regex(pattern),
            path => path.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal) || path.StartsWith("tests/Benchmarks/", StringComparison.Ordinal)
                || path is "tests/Faults.Tests/Campaign.cs" or "tests/Faults.Tests/Victim.cs");

        Assert.Empty(found);
    }
}
