using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>One draft for each user and task. A trigger removes them when the task ends, so that no way of ending it can forget to.</summary>
internal sealed class TaskDraftMapping : IEntityTypeConfiguration<TaskDraft>
{
    public void Configure(EntityTypeBuilder<TaskDraft> builder)
    {
        builder.ToTable("task_drafts");
        builder.HasKey(static d => new { d.TaskId, d.UserId });
        builder.HasOne<HumanTask>().WithMany().HasForeignKey(static d => d.TaskId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(static d => d.UserId).IsUserId();
        builder.Property(static d => d.Outcome).IsName();
        builder.Property(static d => d.Values).IsJson();
        builder.HasIndex(static d => d.SavedAt);
        builder.HasVersion(static d => d.Version);
    }
}
