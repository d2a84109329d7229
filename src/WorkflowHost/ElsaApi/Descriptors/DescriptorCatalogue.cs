using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.ElsaApi.Descriptors;

/// <summary>Studio's activity descriptors, made once for each language and state of the drawings: Studio asks for all of them after every save.</summary>
internal sealed class DescriptorCatalogue(ActivityCatalogue activities, DefinitionCatalogue definitions)
{
    private readonly ConcurrentDictionary<string, DescriptorSet> _sets = new(StringComparer.Ordinal);

    /// <summary>The descriptors in a language, as the drawings are now.</summary>
    public DescriptorSet In(string language)
    {
        var state = definitions.Published;

        return _sets.TryGetValue(language, out var known) && ReferenceEquals(known.State, state)
            ? known
            : _sets[language] = new DescriptorSet(state, new DescribeActivities(activities, state, definitions.UsableAsActivity(), language).All());
    }

    /// <summary>Whether a step of this type and version can be drawn; one that cannot leaves Studio's canvas blank.</summary>
    public bool Knows(string typeName, int version) => In(RequestLanguage.Default).Find(typeName, version) is not null;
}

/// <summary>All descriptors of one language and state, ready to be sent.</summary>
internal sealed class DescriptorSet
{
    private readonly FrozenDictionary<(string TypeName, int Version), ActivityDescriptor> _byType;
    private readonly Lazy<byte[]> _compressed;

    public DescriptorSet(IReadOnlyList<WorkflowDefinition> state, IReadOnlyList<ActivityDescriptor> all)
    {
        State = state;
        All = all;
        _byType = all.ToFrozenDictionary(static d => (d.TypeName, d.Version));
        Json = JsonSerializer.SerializeToUtf8Bytes(new { items = all, count = all.Count }, ApiJson.Options);
        Tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Json))[..24]}\"";
        _compressed = new(() => Compress(Json));
    }

    /// <summary>The drawings that it was made from.</summary>
    public IReadOnlyList<WorkflowDefinition> State { get; }

    public IReadOnlyList<ActivityDescriptor> All { get; }

    /// <summary>The answer, UTF-8.</summary>
    public byte[] Json { get; }

    /// <summary>The answer, packed with Brotli.</summary>
    public byte[] Compressed => _compressed.Value;

    /// <summary>Strong ETag of the answer.</summary>
    public string Tag { get; }

    public ActivityDescriptor? Find(string typeName, int version) => _byType.GetValueOrDefault((typeName, version));

    /// <summary>The newest version of a type; null for an unknown one.</summary>
    public ActivityDescriptor? Newest(string typeName) => All.Where(d => d.TypeName == typeName).MaxBy(static d => d.Version);

    private static byte[] Compress(byte[] json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(json);
        }

        return packed.ToArray();
    }
}
