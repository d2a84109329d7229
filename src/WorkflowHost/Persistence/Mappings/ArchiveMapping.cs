using IndividualPlan.WorkflowHost.Archive;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class RetentionPeriodMapping : IEntityTypeConfiguration<RetentionPeriod>
{
    public void Configure(EntityTypeBuilder<RetentionPeriod> builder)
    {
        builder.ToTable("retention_periods");
        builder.HasKey(static p => p.Id);
        builder.Property(static p => p.Track).IsCode();
        builder.Property(static p => p.Basis).IsText();
        builder.Property(static p => p.Reason).IsText();
        builder.Property(static p => p.MadeBy).IsUserId();
    }
}

/// <summary>One for each case at most; the case itself may be gone.</summary>
internal sealed class DisposalMapping : IEntityTypeConfiguration<Disposal>
{
    public void Configure(EntityTypeBuilder<Disposal> builder)
    {
        builder.ToTable("disposals");
        builder.HasKey(static d => d.Id);
        builder.HasIndex(static d => d.CaseId).IsUnique().HasFilter("case_id IS NOT NULL");
        builder.HasIndex(static d => new { d.State, d.DueOn });
        builder.Property(static d => d.Reference).IsCode();
        builder.Property(static d => d.Track).IsCode();
        builder.Property(static d => d.Basis).IsText();
        builder.Property(static d => d.HeldBy).IsUserId();
        builder.Property(static d => d.HoldReason).IsText();
        builder.Property(static d => d.ProposedBy).IsUserId();
        builder.Property(static d => d.ProposeReason).IsText();
        builder.Property(static d => d.ConfirmedBy).IsUserId();
        builder.Property(static d => d.Removed).IsJson();
        builder.HasVersion(static d => d.Version);
    }
}
