using System.Text.RegularExpressions;
using HandlebarsDotNet;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>Holds the text of a template to what a letter needs: fields that exist, blocks that close, a heading, and the legal content on every track (L-42, L-43).</summary>
internal sealed partial class LetterTemplateCheck(LetterRenderer renderer, RuleBook law)
{
    /// <summary>What stands in the way of using the text, in the order in which it is met; empty when it may be used.</summary>
    public IReadOnlyList<LocalizedText> Problems(string key, string language, string text)
    {
        List<LocalizedText> problems = [.. OfForm(text.ReplaceLineEndings("\n"))];
        if (problems.Count > 0)
        {
            return problems;
        }

        try
        {
            return [.. Missing(key, language, text, law.InForce)];
        }
        catch (HandlebarsException)
        {
            return [new("Feltene i teksten kan ikke leses. Se etter krøllparenteser som ikke går opp.", "Felta i teksten kan ikkje lesast. Sjå etter krøllparentesar som ikkje går opp.", "The fields of the text cannot be read. Look for braces that do not match.")];
        }
    }

    /// <summary>What the letter would leave out, or say though it must not, on any track of some rule sets.</summary>
    public IEnumerable<LocalizedText> Missing(string key, string language, string text, IEnumerable<RuleSet> sets) =>
        sets.SelectMany(set => set.Tracks.Values.SelectMany(track => OnTrack(key, language, text, set, track))).Distinct();

    private IEnumerable<LocalizedText> OnTrack(string key, string language, string text, RuleSet set, TrackRules track)
    {
        var demands = LetterContent.Of(key, set, track);
        foreach (var sample in new[] { LetterSample.Full(set, track, language), LetterSample.Sparse(set, track, language) })
        {
            var letter = renderer.RenderText(text, language, sample.Data).Whole;
            foreach (var element in demands.Required.Where(element => !element.IsIn(letter, language, sample.Shown)))
            {
                yield return new(
                    $"Brevet sier ikke {element.Name.Nb} ({element.Law.Nb}).{Hint(element.Field, "nb")}",
                    $"Brevet seier ikkje {element.Name.Nn} ({element.Law.Nn}).{Hint(element.Field, "nn")}",
                    $"The letter does not say {element.Name.En} ({element.Law.En}).{Hint(element.Field, "en")}");
            }

            foreach (var element in demands.Forbidden.Where(element => (element.Field is null || sample.Shown(element.Field) is not null) && element.IsIn(letter, language, sample.Shown)))
            {
                yield return new(
                    $"Brevet skal ikke si {element.Name.Nb} ({element.Law.Nb}).",
                    $"Brevet skal ikkje seie {element.Name.Nn} ({element.Law.Nn}).",
                    $"The letter must not say {element.Name.En} ({element.Law.En}).");
            }
        }
    }

    private static string Hint(string? field, string language) => field is null ? "" : new LocalizedText(
        $" Bruk feltet {{{{{Written(field)}}}}}.", $" Bruk feltet {{{{{Written(field)}}}}}.", $" Use the field {{{{{Written(field)}}}}}.").In(language);

    private static string Written(string field) => LetterFields.Find(field)?.Kind == LetterFieldKind.Date ? $"date {field}" : field;

    private static IEnumerable<LocalizedText> OfForm(string text)
    {
        var lines = text.Split('\n');
        if (!lines.SkipWhile(static l => l.Trim().Length == 0).FirstOrDefault("").StartsWith("# ", StringComparison.Ordinal))
        {
            yield return new("Den første linjen må være overskriften på brevet, med # og mellomrom foran.", "Den første linja må vere overskrifta på brevet, med # og mellomrom framfor.", "The first line must be the heading of the letter, with # and a space before it.");
        }

        var open = new Stack<(string Block, int Line)>();
        foreach (var (line, number) in lines.Select(static (l, at) => (l, at + 1)))
        {
            foreach (Match match in Tag().Matches(line))
            {
                if (OfTag(match.Groups[1].Value.Trim(), number, open) is { } problem)
                {
                    yield return problem;
                }
            }

            if (Tag().Replace(line, "").AsSpan().IndexOfAny('{', '}') >= 0)
            {
                yield return At(number, "Krøllparentesene går ikke opp. Felt skrives {{slik}}.", "Krøllparentesane går ikkje opp. Felt blir skrivne {{slik}}.", "The braces do not match. Fields are written {{like this}}.");
            }
        }

        foreach (var (block, line) in open)
        {
            yield return At(line, $"{{{{#{block}}}}} er ikke avsluttet med {{{{/{block}}}}}.", $"{{{{#{block}}}}} er ikkje avslutta med {{{{/{block}}}}}.", $"{{{{#{block}}}}} is not closed by {{{{/{block}}}}}.");
        }
    }

    private static LocalizedText? OfTag(string tag, int line, Stack<(string Block, int Line)> open)
    {
        switch (tag.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case [['#', .. var block], var field] when block is "if" or "unless":
                open.Push((block, line));
                return Known(field, line);

            case ["else"] when open.Count > 0:
                return null;

            case [['/', .. var closed]]:
                return open.TryPop(out var opened) && opened.Block == closed ? null
                    : At(line, $"{{{{{tag}}}}} avslutter noe som ikke er åpnet.", $"{{{{{tag}}}}} avsluttar noko som ikkje er opna.", $"{{{{{tag}}}}} closes what is not open.");

            case [">", var part]:
                return LetterRenderer.Parts.Contains(part) ? null
                    : At(line, $"Det finnes ikke noe fast avsnitt «{part}».", $"Det finst ikkje noko fast avsnitt «{part}».", $"There is no fixed part “{part}”.");

            case ["date", var field]:
                return Known(field, line) ?? (LetterFields.Find(field)!.Kind == LetterFieldKind.Date ? null : At(line, $"«{field}» er ingen dato.", $"«{field}» er ingen dato.", $"“{field}” is no date."));

            case [var field] when !field.StartsWith('#'):
                return Known(field, line);

            default:
                return At(line, $"{{{{{tag}}}}} forstås ikke.", $"{{{{{tag}}}}} er ikkje til å forstå.", $"{{{{{tag}}}}} is not understood.");
        }
    }

    private static LocalizedText? Known(string field, int line) => LetterFields.Find(field) is not null ? null
        : At(line, $"Feltet «{field}» finnes ikke. Se listen over felt.", $"Feltet «{field}» finst ikkje. Sjå lista over felt.", $"There is no field “{field}”. See the list of fields.");

    private static LocalizedText At(int line, string nb, string nn, string en) => new($"Linje {line}: {nb}", $"Linje {line}: {nn}", $"Line {line}: {en}");

    [GeneratedRegex(@"\{\{\{?(.*?)\}?\}\}")]
    private static partial Regex Tag();
}
