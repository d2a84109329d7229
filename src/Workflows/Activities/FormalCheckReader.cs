using IndividualPlan.Workflows.Appeals;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Reads the four formal questions as the form asks them; a missing answer is <see cref="FormalAnswer.NotAnswered"/>.</summary>
internal static class FormalCheckReader
{
    public static FormalCheck Read(TaskResult result) => new(
        Answer(result, "isParty"),
        Answer(result, result.Text("isSpecific") is null ? "isConcrete" : "isSpecific"),
        Answer(result, "isSigned"),
        Answer(result, "isInTime"),
        Exception(result.Text("lateException")),
        result.Text("reasons") ?? result.Text("reasoning"));

    private static FormalAnswer Answer(TaskResult result, string question) => result.Text(question) switch
    {
        "Met" or "true" => FormalAnswer.Met,
        "NotMet" or "false" => FormalAnswer.NotMet,
        _ => FormalAnswer.NotAnswered,
    };

    private static LateException? Exception(string? text) => text switch
    {
        null => null,
        "CannotBeBlamed" or "NotToBlame" => LateException.CannotBeBlamed,
        "SpecialReason" => LateException.SpecialReason,
        "NoException" or "None" => LateException.NoException,
        _ => throw new FormatException($"The field lateException takes {string.Join(", ", Enum.GetNames<LateException>())}."),
    };
}
