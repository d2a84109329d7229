using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class TaskAttachmentMapping : IEntityTypeConfiguration<TaskAttachment>
{
    public void Configure(EntityTypeBuilder<TaskAttachment> builder)
    {
        builder.ToTable("task_attachments");
        builder.HasKey(static a => a.Id);
        builder.HasOne<HumanTask>().WithMany().HasForeignKey(static a => a.TaskId).OnDelete(DeleteBehavior.Restrict);
        builder.BelongsToCase(static a => a.CaseId);
        builder.Property(static a => a.FileName).IsName();
        builder.Property(static a => a.ContentType).IsUserId();
        builder.Property(static a => a.Sha256).HasMaxLength(TaskAttachment.Sha256Length);
        builder.Property(static a => a.AddedBy).IsUserId();
        builder.Property(static a => a.StrikeReason).IsText();
        builder.HasVersion(static a => a.Version);
    }
}
