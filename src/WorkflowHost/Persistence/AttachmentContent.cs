using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>The bytes of an attachment, apart from what is known of it, so that no list reads them. See docs/adr/0007.</summary>
internal sealed class AttachmentContent
{
    public required TaskAttachmentId AttachmentId { get; init; }

    public required byte[] Bytes { get; init; }
}
