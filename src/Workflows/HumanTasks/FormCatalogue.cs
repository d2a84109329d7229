using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>All forms by key.</summary>
public sealed class FormCatalogue
{
    private const string EmbeddedPrefix = "IndividualPlan.Workflows.HumanTasks.Forms.";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private static readonly Lazy<FormCatalogue> EmbeddedCatalogue = new(() => new FormCatalogue(ReadEmbedded()));
    private readonly Dictionary<string, FormDefinition> _forms;

    /// <summary>Makes a catalogue of the given forms.</summary>
    /// <exception cref="FormException">A form contradicts itself, or two have one key.</exception>
    public FormCatalogue(IEnumerable<FormDefinition> forms)
    {
        _forms = new Dictionary<string, FormDefinition>(StringComparer.Ordinal);
        foreach (var form in forms)
        {
            var problems = FormCheck.Problems(form).ToList();
            if (!_forms.TryAdd(form.Key, form))
            {
                problems.Add("key: two forms have this key.");
            }

            if (problems.Count > 0)
            {
                throw new FormException(form.Key, problems);
            }
        }
    }

    /// <summary>The forms that come with the product; read once.</summary>
    public static FormCatalogue Embedded => EmbeddedCatalogue.Value;

    /// <summary>All forms, by key.</summary>
    public IReadOnlyCollection<FormDefinition> Forms => _forms.Values;

    /// <summary>Key of the form with nothing to fill in.</summary>
    public const string GenericDone = "generic-done";

    /// <summary>The form with the key, or null.</summary>
    public FormDefinition? Find(string key) => _forms.GetValueOrDefault(key);

    /// <summary>The form of a task: that of its key, with the parts of the plan that the step works on before all else; null when there is no such form.</summary>
    public FormDefinition? Of(HumanTask task) => Find(task.FormKey) is not { } form ? null
        : task.PlanSections.Count == 0 ? form
        : form with { Fields = [PlanSections.Field(task.PlanSections), .. form.Fields.Where(field => field.Name != PlanSections.FieldName)] };

    /// <summary>Reads one form from JSON.</summary>
    /// <exception cref="FormException">The text is no form.</exception>
    public static FormDefinition Read(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<FormDefinition>(json, Options) ?? throw new FormException(name, ["$: the file is empty."]);
        }
        catch (JsonException e)
        {
            throw new FormException(name, [$"{e.Path}: {e.Message}"]);
        }
    }

    private static IEnumerable<FormDefinition> ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(EmbeddedPrefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var form = Read(reader.ReadToEnd(), name[EmbeddedPrefix.Length..]);
            yield return $"{form.Key}.json" == name[EmbeddedPrefix.Length..]
                ? form
                : throw new FormException(name[EmbeddedPrefix.Length..], [$"key: says {form.Key}, but must equal the file name."]);
        }
    }
}

/// <summary>Form data that cannot be used.</summary>
public sealed class FormException : FormatException
{
    internal FormException(string form, IReadOnlyList<string> problems)
        : base($"Form {form} cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
    {
        Form = form;
        Problems = problems;
    }

    /// <summary>Key or file name.</summary>
    public string Form { get; }

    /// <summary>Each problem as <c>path: what is wrong</c>.</summary>
    public IReadOnlyList<string> Problems { get; }
}
