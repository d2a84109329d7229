using System.Reflection;
using System.Text.RegularExpressions;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Architecture.Tests;

/// <summary>Dependencies point one way: WorkflowHost → Workflows → nothing; inside Workflows, Engine knows no case and the case knows no engine.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Workflows = typeof(Operation).Assembly;
    private static readonly string[] CaseFolders =
        ["Appeals", "Audit", "Cases", "Consents", "Coordinators", "Deadlines", "Decisions", "HumanTasks", "Letters", "Plans"];

    [Fact]
    public void Workflows_ReferencesOnlyTheBaseLibrariesAndJint()
    {
        var strangers = Workflows.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not ("Jint" or "jint" or "Esprima" or "esprima" or "netstandard" or "mscorlib"))
            .Where(name => name is not "Microsoft.Win32.Primitives");

        Assert.Empty(strangers);
    }

    [Fact]
    public void Workflows_DoesNoInputOrOutput()
    {
        var io = new Regex(@"\b(File|Directory|HttpClient|Socket|Process|Console)\.\w|\bEnvironment\.(?!NewLine)", RegexOptions.CultureInvariant);

        Assert.Empty(SourceTree.LinesMatching("src/Workflows", io));
    }

    [Fact]
    public void Engine_KnowsNoCase()
    {
        var caseWords = new Regex($@"IndividualPlan\.Workflows\.({string.Join('|', CaseFolders)}|Activities)\b|^\s*using .*\.Workflows\.({string.Join('|', CaseFolders)})\b");

        Assert.NotEmpty(SourceTree.Files("src/Workflows/Engine"));
        Assert.Empty(SourceTree.LinesMatching("src/Workflows/Engine", caseWords));
    }

    [Fact]
    public void TheCaseFolders_KnowNoEngine()
    {
        var engine = new Regex(@"Workflows\.(Engine|Activities)\b|\bEngine\.(Definitions|Execution|Expressions|Activities)\b");

        Assert.All(CaseFolders, folder => Assert.NotEmpty(SourceTree.Files($"src/Workflows/{folder}")));
        Assert.Empty(CaseFolders.SelectMany(folder => SourceTree.LinesMatching($"src/Workflows/{folder}", engine)));
    }

    [Fact]
    public void Studio_KnowsNeitherEngineNorDatabaseNorHost()
    {
        // Of Workflows it knows texts in three languages, which is no more than a string.
        var others = new Regex(@"\bIndividualPlan\.(WorkflowHost|Workflows\.)|EntityFrameworkCore");

        Assert.NotEmpty(SourceTree.Files("src/Studio"));
        Assert.Empty(SourceTree.LinesMatching("src/Studio", others));
    }

    [Fact]
    public void ElsasWireNames_StayInElsaApi()
    {
        var use = new Regex(@"WorkflowHost\.ElsaApi\b");

        Assert.Empty(SourceTree.LinesMatching("src/WorkflowHost", use, path => path.StartsWith("src/WorkflowHost/ElsaApi/", StringComparison.Ordinal) || path.EndsWith("Program.cs", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheLawOfADay_IsAskedOfTheRuleBookInUse()
    {
        // The embedded book does not know from which day a setting has put a set in force; it is for finding a set again by its key.
        var embedded = new Regex(@"RuleBook\.Embedded\.(For|InForce)\b");

        Assert.Empty(SourceTree.LinesMatching("src/WorkflowHost", embedded));
        Assert.Empty(SourceTree.LinesMatching("src/WorkflowHost", embedded, pattern: "*.razor"));
    }

    [Fact]
    public void OnlyCompositionCode_TouchesTheServiceProviderOrConfiguration()
    {
        var composition = new Regex(@"\b(IServiceProvider|GetRequiredService|GetService|IConfiguration|IConfigurationSection)\b");

        Assert.Empty(SourceTree.LinesMatching("src", composition, path => CompositionFiles.IsMatch(path)));
    }

    // Program.cs, one …Registration.cs per feature, and the types whose job is to make a scope.
    private static readonly Regex CompositionFiles = new(@"/(Program|\w*Registration|\w*Options\w*|\w*ScopeFactory)\.cs$");

    [Fact]
    public void OnlyTheOutbox_CallsATransport()
    {
        // Sign-in asks the provider and waits for the answer: nothing is sent that could get lost, so there is nothing for the outbox to keep.
        var transport = new Regex(@"\b(SmtpClient|HttpClient|IHttpClientFactory|ILetterTransport)\b");

        Assert.Empty(SourceTree.LinesMatching("src/WorkflowHost", transport, path => path.StartsWith("src/WorkflowHost/Persistence/Outbox", StringComparison.Ordinal) || path.StartsWith("src/WorkflowHost/Auth/OpenId/", StringComparison.Ordinal) || CompositionFiles.IsMatch(path)));
    }
}
