using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IndividualPlan.Workflows.Deadlines;

/// <summary>Reads rule sets from JSON and checks that they hang together.</summary>
public static class RuleSetReader
{
    private const string EmbeddedPrefix = "IndividualPlan.Workflows.Deadlines.RuleSets.";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads one set.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="name">What to call it in errors, normally the file name.</param>
    /// <exception cref="RuleSetException">The text is not valid JSON, or the rules contradict each other; all problems are listed.</exception>
    public static RuleSet Read(string json, string name)
    {
        RuleSet? set;
        try
        {
            set = JsonSerializer.Deserialize<RuleSet>(json, Options);
        }
        catch (JsonException e)
        {
            throw new RuleSetException(name, [$"{e.Path}: {e.Message}"]);
        }

        if (set is null)
        {
            throw new RuleSetException(name, ["$: the file is empty."]);
        }

        var problems = RuleSetCheck.Problems(set).ToArray();
        return problems.Length == 0 ? set : throw new RuleSetException(name, problems);
    }

    internal static IEnumerable<RuleSet> ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(EmbeddedPrefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return Read(reader.ReadToEnd(), name[EmbeddedPrefix.Length..]);
        }
    }
}
