using IndividualPlan.Workflows.Coordinators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class CoordinatorPeriodMapping : IEntityTypeConfiguration<CoordinatorPeriod>
{
    public void Configure(EntityTypeBuilder<CoordinatorPeriod> builder)
    {
        builder.ToTable("coordinator_periods");
        builder.HasKey(static c => c.Id);
        builder.BelongsToCase(static c => c.CaseId);
        builder.HasIndex(static p => p.UserId);
        builder.HasIndex(static p => new { p.CaseId, p.FromOn, p.ToOn, p.State, p.Type }).HasDatabaseName("ix_coordinator_periods_of_case");
        builder.Property(static c => c.UserId).IsUserId();
        builder.Property(static c => c.Service).IsCode();
        builder.Property(static c => c.AppointedBy).IsUserId();
        builder.Property(static c => c.HandoverNote).IsLongText();
        builder.HasVersion(static c => c.Version);
    }
}
