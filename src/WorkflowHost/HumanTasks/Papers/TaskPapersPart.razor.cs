using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.Doing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.HumanTasks.Papers;

/// <summary>Comments and attachments on a task's page.</summary>
public sealed partial class TaskPapersPart : PageComponent
{
    [Inject]
    private IOptions<HumanTaskOptions> Options { get; set; } = null!;

    private TaskPageView View => The<TaskPageView>();

    private bool IsOpen => View.Task.EndedAt is null;

    private string Most => PaperWords.Size(Options.Value.MaxAttachmentBytes);

    /// <summary>The reason that a leader opened the case for, so that it stays open.</summary>
    private string? Why => PaperPages.WhyOf(Http.Request);

    private bool MayStrike(string author) => author == Who!.UserId;

    private string Download(AttachmentView file) => View.At($"attachments/{file.AttachmentId}/download") is var address && Why is { Length: > 0 } why
        ? QueryHelpers.AddQueryString(address, PaperPages.Why, why)
        : address;

    private bool Failed(string act) => View.Sent?.Act == act;

    private string? Typed(string act, string name) => Failed(act) ? View.Sent!.Typed.GetValueOrDefault(name) : null;

    /// <summary>What is wrong, by the id of the form's only field; a no that is about none of them is said at the top of the page.</summary>
    private Dictionary<string, string>? Errors(string act, string fieldId) => Failed(act) && View.Sent!.Refusal.Errors is { Count: > 0 }
        ? new Dictionary<string, string>(StringComparer.Ordinal) { [fieldId] = View.Sent.Refusal.FieldMessages(Language).Values.First() }
        : null;
}
