using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>What stands at the end of a letter to someone who needs an interpreter (L-20): in a few words of English what the letter is, the last day for an appeal, and that an interpreter is free.</summary>
internal static class LetterSummary
{
    public static string Add(string body, LetterMatter matter, JsonObject data)
    {
        if (matter.Recipient != LetterRecipientKind.Person || matter.Person.InterpreterLanguage is null || matter.Person.Language == "en")
        {
            return body;
        }

        var text = new StringBuilder(body);
        text.Append("\n\n## In English\n").Append("This letter is: ").Append(LetterTemplateNames.Of(matter.Template).En).Append('.');
        if (matter.IsNotice && DateOnly.TryParseExact((string?)data["appealDeadlineOn"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last))
        {
            text.Append(" You may appeal until ").Append(LetterDates.Write(last, "en")).Append('.');
        }

        return text.Append(" You have the right to a qualified interpreter, and it costs you nothing. Contact us, and we go through the letter with you in your language.").ToString();
    }
}
