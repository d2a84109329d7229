using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>A task is also the row of the wait that it answers: one for each wait, found by instance and wait.</summary>
internal sealed class HumanTaskMapping : IEntityTypeConfiguration<HumanTask>
{
    public void Configure(EntityTypeBuilder<HumanTask> builder)
    {
        builder.ToTable("human_tasks");
        builder.HasKey(static t => t.Id);
        builder.HasOne<WorkflowInstance>().WithMany().HasForeignKey(static t => t.InstanceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(static t => new { t.InstanceId, t.WaitId }).IsUnique();
        builder.BelongsToCase(static t => t.CaseId);
        builder.Property(static t => t.Key).IsName();
        builder.Property(static t => t.Title).IsName();
        builder.Property(static t => t.Guidance).IsText();
        builder.Property(static t => t.Role).IsCode();
        builder.Property(static t => t.Assignee).IsUserId();
        builder.Property(static t => t.ExcludedUsers).IsText();
        builder.Ignore(static t => t.ExcludedUserIds);
        builder.Property(static t => t.FormKey).IsCode();
        builder.Property(static t => t.PlanSections).IsJson();
        builder.Property(static t => t.Outcomes).IsJson();
        builder.Property(static t => t.CompletedBy).IsUserId();
        builder.Property(static t => t.CompletionOperationId).IsUserId();
        builder.HasIndex(static t => t.CompletionOperationId).IsUnique().HasFilter("completion_operation_id IS NOT NULL");
        builder.Property(static t => t.Outcome).IsName();
        builder.Property(static t => t.Values).IsJson();
        builder.Property(static t => t.CancelReason).IsName();
        builder.Property(static t => t.Urgency).HasMaxLength(TaskUrgency.Length);
        ConfigureLists(builder);
        builder.HasVersion(static t => t.Version);
    }

    /// <summary>What work lists stand on. The first two hold all that lists filter and count by, so that tasks which are not shown are never read; the second begins with those that nobody has.</summary>
    private static void ConfigureLists(EntityTypeBuilder<HumanTask> builder)
    {
        builder.HasIndex(static t => new { t.Urgency, t.Id, t.Role, t.Assignee, t.HoldUntil, t.DueOn, t.LegalDeadlineOn, t.FollowUpOn, t.CaseId, t.Key, t.EndedAt })
            .HasFilter("ended_at IS NULL").HasDatabaseName("ix_human_tasks_open");
        builder.HasIndex(static t => new { t.Assignee, t.Urgency, t.Id, t.Role, t.HoldUntil, t.DueOn, t.LegalDeadlineOn, t.CaseId, t.EndedAt })
            .HasFilter("ended_at IS NULL").HasDatabaseName("ix_human_tasks_open_of_user");
        builder.HasIndex(static t => new { t.EndedAt, t.Id, t.CaseId, t.Assignee, t.CompletedBy, t.Role }).HasFilter("ended_at IS NOT NULL").HasDatabaseName("ix_human_tasks_ended");
        builder.HasIndex(static t => new { t.CompletedBy, t.EndedAt, t.Id }).HasFilter("completed_by IS NOT NULL").HasDatabaseName("ix_human_tasks_ended_by_user");
    }
}
