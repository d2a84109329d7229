using System.Text.Json.Nodes;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>A letter's subject and body.</summary>
internal sealed record WrittenLetter(string Subject, string Body);

/// <summary>Writes a letter's text.</summary>
internal static class LetterText
{
    public static WrittenLetter Render(string template, string language, JsonObject data) => new($"{template} ({language})", data.ToJsonString());
}
