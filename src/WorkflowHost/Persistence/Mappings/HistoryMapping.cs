using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>Rows are added and never changed; triggers refuse it.</summary>
internal sealed class HistoryMapping : IEntityTypeConfiguration<HistoryRow>
{
    public void Configure(EntityTypeBuilder<HistoryRow> builder)
    {
        builder.ToTable("history");
        builder.HasKey(static h => h.Id);
        builder.Property(static h => h.Event).IsCode();
        builder.Property(static h => h.Actor).IsUserId();
        builder.Property(static h => h.Roles).IsText();
        builder.Property(static h => h.Service).IsCode();
        builder.Property(static h => h.OnBehalfOf).IsUserId();
        builder.Property(static h => h.Reason).IsText();
        builder.Property(static h => h.Details).IsLongText();
        builder.HasIndex(static h => h.CaseId).HasFilter("case_id IS NOT NULL");
        builder.HasIndex([nameof(HistoryRow.Id)], "ix_history_workflow_definitions").HasFilter("event LIKE 'workflow-definition%'");
    }
}

/// <summary>Rows are added and never changed; triggers refuse it.</summary>
internal sealed class AccessLogMapping : IEntityTypeConfiguration<AccessLogRow>
{
    public void Configure(EntityTypeBuilder<AccessLogRow> builder)
    {
        builder.ToTable("access_log");
        builder.HasKey(static a => a.Id);
        builder.Property(static a => a.UserId).IsUserId();
        builder.Property(static a => a.Roles).IsText();
        builder.Property(static a => a.What).IsCode();
        builder.Property(static a => a.Service).IsCode();
        builder.Property(static a => a.Reason).IsText();
        builder.HasIndex(static a => a.CaseId).HasFilter("case_id IS NOT NULL");
        builder.HasIndex(static a => a.PersonId).HasFilter("person_id IS NOT NULL");
    }
}

internal sealed class ReferenceCounterMapping : IEntityTypeConfiguration<ReferenceCounter>
{
    public void Configure(EntityTypeBuilder<ReferenceCounter> builder)
    {
        builder.ToTable("reference_counters");
        builder.HasKey(static c => new { c.Series, c.Year });
        builder.Property(static c => c.Series).IsCode();
        builder.Property(static c => c.Year).ValueGeneratedNever();
        builder.HasVersion(static c => c.Version);
    }
}

/// <summary>The same effect has the same key and is stored once.</summary>
internal sealed class OutboxMapping : IEntityTypeConfiguration<Outbox.OutboxMessage>
{
    public void Configure(EntityTypeBuilder<Outbox.OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(static m => m.Id);
        builder.Property(static m => m.Key).IsName();
        builder.HasIndex(static m => m.Key).IsUnique();
        builder.Property(static m => m.Kind).IsCode();
        builder.Property(static m => m.Payload).IsLongText();
        builder.Property(static m => m.LastError).IsText();
        builder.HasIndex(static m => m.DueAt).HasFilter("state = 'Waiting'");
        builder.HasIndex(static m => m.CreatedAt).HasFilter("state = 'Failed'");
        builder.HasVersion(static m => m.Version);
    }
}
