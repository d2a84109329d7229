using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>A letter on a page.</summary>
public sealed partial class LetterText : ComponentBase
{
    private const string HeadingMark = "## ";
    private const string ListMark = "- ";

    private enum BlockKind
    {
        Paragraph,
        Heading,
        List,
    }

    [Parameter, EditorRequired]
    public required string Subject { get; set; }

    [Parameter, EditorRequired]
    public required string Body { get; set; }

    /// <summary>Language of the letter, which need not be the page's.</summary>
    [Parameter, EditorRequired]
    public required string Lang { get; set; }

    /// <summary>The body as <see cref="RenderedLetter"/> writes it: paragraphs, headings and lists.</summary>
    private IEnumerable<(BlockKind Kind, IReadOnlyList<string> Lines)> Blocks
    {
        get
        {
            var lines = new List<string>();
            var kind = BlockKind.Paragraph;
            foreach (var line in Body.Split('\n').Append(""))
            {
                var next = line.StartsWith(HeadingMark, StringComparison.Ordinal) ? BlockKind.Heading : line.StartsWith(ListMark, StringComparison.Ordinal) ? BlockKind.List : BlockKind.Paragraph;
                if (lines.Count > 0 && (line.Length == 0 || next != kind || next == BlockKind.Heading))
                {
                    yield return (kind, [.. lines]);
                    lines.Clear();
                }

                if (line.Length > 0)
                {
                    kind = next;
                    lines.Add(next switch { BlockKind.Heading => line[HeadingMark.Length..], BlockKind.List => line[ListMark.Length..], _ => line });
                }
            }
        }
    }
}
