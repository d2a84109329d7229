using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using HandlebarsDotNet;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>A letter as text: the first line of the template is the subject; the body has paragraphs, "## " headings and "- " lists.</summary>
internal sealed record RenderedLetter(string Subject, string Body)
{
    public string Whole => $"{Subject}\n{Body}";
}

/// <summary>Fills letter templates. The shipped ones are embedded as <c>Letters/Templates/{template}.{language}.hbs</c>; each stands in nb, nn and en (P-24). An office may write its own, see <see cref="LetterTemplates"/>.</summary>
/// <remarks>
/// Every template may use the fields of <see cref="LetterFields"/> and the parts, <c>{{> part-appeal}}</c>. In a template <c>{{date x}}</c> writes an ISO date as a date in the
/// letter's language. What is missing is left out, so a template says with <c>{{#if}}</c> what stands there instead.
/// </remarks>
internal sealed class LetterRenderer
{
    public const string PartPrefix = "part-";
    private const string Prefix = "IndividualPlan.WorkflowHost.Letters.Templates.";

    public static readonly IReadOnlyList<string> Languages = ["nb", "nn", "en"];

    private readonly Dictionary<string, IHandlebars> _byLanguage = Languages.ToDictionary(static l => l, Create, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Language, string Text), HandlebarsTemplate<object, object>> _compiled = new();

    /// <summary>The keys of all templates that are there in every language, without the parts.</summary>
    public static IReadOnlyList<string> Keys { get; } = InEveryLanguage(isPart: false);

    /// <summary>The passages that several letters have in common.</summary>
    public static IReadOnlyList<string> Parts { get; } = InEveryLanguage(isPart: true);

    /// <summary>A shipped template or part.</summary>
    /// <exception cref="UnknownLetterTemplateException">There is none of this name.</exception>
    public static string Shipped(string template, string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{template}.{Known(language)}.hbs") ?? throw new UnknownLetterTemplateException(template);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Fills a shipped template.</summary>
    /// <param name="template">Template key.</param>
    /// <param name="language">Language of the letter; another than nb, nn and en is taken as nb.</param>
    /// <param name="data">See <see cref="LetterFields"/>.</param>
    /// <exception cref="UnknownLetterTemplateException">There is no such template.</exception>
    public RenderedLetter Render(string template, string language, JsonObject data) => RenderText(Shipped(template, language), language, data);

    /// <summary>Fills the text of a template.</summary>
    /// <exception cref="HandlebarsException">The text is no template; <see cref="LetterTemplateCheck"/> tells where.</exception>
    public RenderedLetter RenderText(string text, string language, JsonObject data)
    {
        var known = Known(language);
        var compiled = _compiled.GetOrAdd((known, text), key => _byLanguage[key.Language].Compile(key.Text));
        var filled = compiled(ToPlain(data)!).Replace("\r", "", StringComparison.Ordinal).Trim();
        var firstBreak = filled.IndexOf('\n', StringComparison.Ordinal);
        return firstBreak < 0
            ? new RenderedLetter(filled.TrimStart('#', ' '), "")
            : new RenderedLetter(filled[..firstBreak].TrimStart('#', ' '), Tidy(filled[(firstBreak + 1)..]));
    }

    private static string Known(string language) => RequestLanguage.IsKnown(language) ? language : RequestLanguage.Default;

    private static IHandlebars Create(string language)
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, FormatProvider = CultureInfo.InvariantCulture });
        handlebars.RegisterHelper("date", (writer, context, arguments) =>
        {
            if (arguments.Length > 0 && arguments[0]?.ToString() is { Length: > 0 } text)
            {
                writer.WriteSafeString(LetterDates.Write(text, language));
            }
        });
        foreach (var part in Parts)
        {
            handlebars.RegisterTemplate(part, Shipped(part, language));
        }

        return handlebars;
    }

    private static IReadOnlyList<string> InEveryLanguage(bool isPart) => [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(".hbs", StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..^".hbs".Length])
        .GroupBy(name => name[..name.LastIndexOf('.')], StringComparer.Ordinal)
        .Where(group => group.Count() == Languages.Count && group.Key.StartsWith(PartPrefix, StringComparison.Ordinal) == isPart)
        .Select(group => group.Key)
        .Order(StringComparer.Ordinal)];

    /// <summary>Passages that were left out leave no gaps: at most one blank line in a row, and none between the items of a list.</summary>
    private static string Tidy(string body)
    {
        var lines = new List<string>();
        foreach (var line in body.Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal) && lines is [.., ['-', ' ', ..], ""])
            {
                lines.RemoveAt(lines.Count - 1);
            }

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
