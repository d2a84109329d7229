using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Cases;
using RoleNames = IndividualPlan.WorkflowHost.Auth.RoleNames;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>What the case's part of a task's page says, in words.</summary>
public sealed partial class TaskCase : PageComponent
{
    private static readonly Dictionary<string, LocalizedText> Languages = new(StringComparer.Ordinal)
    {
        ["nb"] = new("bokmål", "bokmål", "Norwegian Bokmål"),
        ["nn"] = new("nynorsk", "nynorsk", "Norwegian Nynorsk"),
        ["en"] = new("engelsk", "engelsk", "English"),
    };

    private TaskPageView View => The<TaskPageView>();

    private TaskContext Seen => View.Context;

    /// <summary>The language of letters, and that an interpreter is needed; null when there is nothing to mind.</summary>
    private string? Speaks => (Seen.Person?.Language, Seen.Person?.InterpreterLanguage) switch
    {
        (null, _) or ("nb", null) => null,
        (var written, null) => Named(written),
        (var written, var spoken) => T($"{Named(written)}, trenger tolk ({Named(spoken)})", $"{Named(written)}, treng tolk ({Named(spoken)})", $"{Named(written)}, needs an interpreter ({Named(spoken)})"),
    };

    private IEnumerable<(string Role, string Name)> Responsible => Seen.Responsible.Select(r => r.As == nameof(IpCase.MainResponsibleService)
        ? (T("Hovedansvarlig", "Hovudansvarleg", "Main responsible"), T(RoleNames.Service(r.Service ?? "")))
        : (T(RoleNames.Role(r.As)), r.Service is { } service ? $"{r.Name}, {T(RoleNames.Service(service))}" : r.Name ?? ""));

    private IReadOnlyList<Choice> Reasons => [.. CaseReasonPages.Reasons.Select(r => new Choice(r.Key, T(r.Value)))];

    private string Said(ContactInTask contact) => contact.Kind switch
    {
        ContactKind.Letter => T("brev", "brev", "letter") + $" «{contact.Subject}»",
        ContactKind.Information => T("informert", "informert", "informed") + How(Enum.TryParse<InformationChannel>(contact.Channel, out var channel) ? InformationWords.Channel(channel) : null) + By(contact),
        _ => T("henvendelse", "førespurnad", "request") + How(Enum.TryParse<RequestChannel>(contact.Channel, out var channel) ? RequestWords.Channel(channel) : null) + By(contact),
    };

    private string How(LocalizedText? channel) => channel is null ? "" : " " + T(channel);

    private string By(ContactInTask contact) => string.IsNullOrEmpty(contact.Name) ? "" : T(" av ", " av ", " by ") + contact.Name;

    /// <summary>A language that we have no name for is called by its code, as it was written.</summary>
    private string Named(string language) => Languages.GetValueOrDefault(language) is { } name ? T(name) : language;
}
