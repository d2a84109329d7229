using IndividualPlan.WorkflowHost.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class WorkflowInstanceMapping : IEntityTypeConfiguration<WorkflowInstance>
{
    /// <summary>No state grows this large; one that does is refused rather than cut.</summary>
    public const int MaxStateLength = 10_000_000;

    public void Configure(EntityTypeBuilder<WorkflowInstance> builder)
    {
        builder.ToTable("workflow_instances");
        builder.HasKey(static i => i.Id);
        builder.Property(static i => i.DefinitionId).IsUserId();
        builder.HasIndex(static i => new { i.DefinitionId, i.Status });
        builder.Property(static i => i.CorrelationId).IsName();
        builder.HasIndex(static i => i.CorrelationId).HasFilter("correlation_id IS NOT NULL");
        builder.Property(static i => i.Name).IsName();
        builder.Property(static i => i.State).HasMaxLength(MaxStateLength);
        builder.Property(static i => i.Journal).HasMaxLength(MaxStateLength);
        builder.HasIndex(static i => i.CaseId).HasFilter("case_id IS NOT NULL");
        builder.HasIndex(static i => new { i.ParentId, i.ParentWaitId }).HasFilter("parent_id IS NOT NULL");
        builder.HasVersion(static i => i.Version);
    }
}

internal sealed class JournalSegmentMapping : IEntityTypeConfiguration<JournalSegment>
{
    public void Configure(EntityTypeBuilder<JournalSegment> builder)
    {
        builder.ToTable("journal_segments");
        builder.HasKey(static s => new { s.InstanceId, s.Number });
        builder.Property(static s => s.Lines).HasMaxLength(WorkflowInstanceMapping.MaxStateLength);
        builder.HasOne<WorkflowInstance>().WithMany().HasForeignKey(static s => s.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>What is due is found by an index over timers alone, so the cost follows what is due and not what waits.</summary>
internal sealed class WaitRowMapping : IEntityTypeConfiguration<WaitRow>
{
    public void Configure(EntityTypeBuilder<WaitRow> builder)
    {
        builder.ToTable("waits");
        builder.HasKey(static w => new { w.InstanceId, w.WaitId });
        builder.Property(static w => w.Name).IsText();
        builder.HasIndex(static w => w.DueAt).HasFilter("due_at IS NOT NULL");
        builder.HasIndex([nameof(WaitRow.DueAt)], "ix_waits_rungs").HasFilter("rung IS NOT NULL");
        builder.HasIndex(static w => w.CaseId).HasFilter("rung IS NOT NULL");
        builder.HasIndex(static w => new { w.Name, w.CaseId }).HasFilter("kind = 'Event'");
        builder.HasOne<WorkflowInstance>().WithMany().HasForeignKey(static w => w.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class IncidentRowMapping : IEntityTypeConfiguration<IncidentRow>
{
    public void Configure(EntityTypeBuilder<IncidentRow> builder)
    {
        builder.ToTable("incidents");
        builder.HasKey(static i => new { i.InstanceId, i.IncidentId });
        builder.Property(static i => i.ActivityId).IsName();
        builder.Property(static i => i.ActivityName).IsName();
        builder.Property(static i => i.ActivityType).IsName();
        builder.Property(static i => i.NodeId).IsText();
        builder.Property(static i => i.Message).IsLongText();
        builder.Property(static i => i.Code).IsName();
        builder.HasIndex(static i => i.RaisedAt).HasFilter("resolved_at IS NULL");
        builder.HasIndex(static i => i.CaseId).HasFilter("case_id IS NOT NULL");
        builder.HasOne<WorkflowInstance>().WithMany().HasForeignKey(static i => i.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
