using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using HandlebarsDotNet;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>A letter as text: the first line of the template is the subject; the body has paragraphs, "## " headings and "- " lists.</summary>
internal sealed record RenderedLetter(string Subject, string Body);

/// <summary>Fills letter templates. The templates are embedded as <c>Letters/Templates/{template}.{language}.hbs</c>; each stands in nb, nn and en (P-24).</summary>
/// <remarks>
/// Every template may use what <see cref="LetterData"/> names. In a template <c>{{date x}}</c> writes an ISO date as a date in the letter's language.
/// What is missing is left out, so a template says with <c>{{#if}}</c> what stands there instead.
/// </remarks>
internal sealed class LetterRenderer
{
    private const string Prefix = "IndividualPlan.WorkflowHost.Letters.Templates.";
    private static readonly string[] Languages = ["nb", "nn", "en"];

    private readonly IHandlebars _handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, FormatProvider = CultureInfo.InvariantCulture });
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> _compiled = new(StringComparer.Ordinal);

    public LetterRenderer() => _handlebars.RegisterHelper("date", static (writer, context, arguments) =>
    {
        var language = context["language"] as string;
        if (arguments.Length > 0 && arguments[0]?.ToString() is { Length: > 0 } text)
        {
            writer.WriteSafeString(LetterDates.Write(text, language));
        }
    });

    /// <summary>The keys of all templates that are there in every language.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Resources()
        .GroupBy(name => name[..name.LastIndexOf('.')], StringComparer.Ordinal)
        .Where(group => group.Count() == Languages.Length)
        .Select(group => group.Key)
        .Order(StringComparer.Ordinal)];

    /// <summary>Fills a template.</summary>
    /// <param name="template">Template key.</param>
    /// <param name="language">Language of the letter; another than nb, nn and en is taken as nb.</param>
    /// <param name="data">See <see cref="LetterData"/>.</param>
    /// <exception cref="UnknownLetterTemplateException">There is no such template.</exception>
    public RenderedLetter Render(string template, string language, JsonObject data)
    {
        var known = RequestLanguage.IsKnown(language) ? language : RequestLanguage.Default;
        var compiled = _compiled.GetOrAdd($"{template}.{known}", Compile);
        var values = (Dictionary<string, object?>)ToPlain(data)!;
        values["language"] = known;
        var text = compiled(values).Replace("\r", "", StringComparison.Ordinal).Trim();
        var firstBreak = text.IndexOf('\n', StringComparison.Ordinal);
        return firstBreak < 0
            ? new RenderedLetter(text, "")
            : new RenderedLetter(text[..firstBreak].TrimStart('#', ' '), Tidy(text[(firstBreak + 1)..]));
    }

    /// <summary>Names of all embedded templates, as <c>{template}.{language}</c>.</summary>
    internal static IEnumerable<string> Resources() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".hbs", StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..^".hbs".Length]);

    private HandlebarsTemplate<object, object> Compile(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{name}.hbs")
            ?? throw new UnknownLetterTemplateException(name);
        using var reader = new StreamReader(stream);
        return _handlebars.Compile(reader.ReadToEnd());
    }

    /// <summary>Passages that were left out leave no gaps: at most one blank line in a row.</summary>
    private static string Tidy(string body)
    {
        var lines = new List<string>();
        foreach (var line in body.Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.Length > 0 || (lines.Count > 0 && lines[^1].Length > 0))
            {
                lines.Add(line);
            }
        }

        return string.Join('\n', lines).Trim();
    }

    private static object? ToPlain(JsonNode? node) => node switch
    {
        null => null,
        JsonObject item => item.ToDictionary(pair => pair.Key, pair => ToPlain(pair.Value), StringComparer.Ordinal),
        JsonArray list => list.Select(ToPlain).ToList(),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => node.GetValue<string>(),
            _ => node.ToJsonString(),
        },
    };
}

/// <summary>A letter was asked for that there is no template of.</summary>
internal sealed class UnknownLetterTemplateException(string template) : KeyNotFoundException($"There is no letter template {template}.")
{
    public string Template { get; } = template;
}
