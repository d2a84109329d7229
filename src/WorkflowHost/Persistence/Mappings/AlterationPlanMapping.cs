using IndividualPlan.WorkflowHost.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>Rows are added and never changed.</summary>
internal sealed class AlterationPlanMapping : IEntityTypeConfiguration<AlterationPlanRow>
{
    public void Configure(EntityTypeBuilder<AlterationPlanRow> builder)
    {
        builder.ToTable("alteration_plans");
        builder.HasKey(static p => p.Id);
        builder.Property(static p => p.CreatedBy).IsUserId();
        builder.Property(static p => p.Alterations).IsLongText();
        builder.Property(static p => p.Results).IsLongText();
    }
}
