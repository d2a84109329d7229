using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>Triggers see to it that what was written is never changed or removed.</summary>
internal sealed class TaskCommentMapping : IEntityTypeConfiguration<TaskComment>
{
    public void Configure(EntityTypeBuilder<TaskComment> builder)
    {
        builder.ToTable("task_comments");
        builder.HasKey(static c => c.Id);
        builder.HasOne<HumanTask>().WithMany().HasForeignKey(static c => c.TaskId).OnDelete(DeleteBehavior.Restrict);
        builder.BelongsToCase(static c => c.CaseId);
        builder.Property(static c => c.Author).IsUserId();
        builder.Property(static c => c.Text).IsText();
        builder.Property(static c => c.StrikeReason).IsText();
        builder.HasVersion(static c => c.Version);
    }
}
