using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>Reports are added and never changed; triggers refuse it.</summary>
internal sealed class MeasureProgressMapping : IEntityTypeConfiguration<MeasureProgress>
{
    public void Configure(EntityTypeBuilder<MeasureProgress> builder)
    {
        builder.ToTable("measure_progress");
        builder.HasKey(static p => p.Id);
        builder.BelongsToCase(static p => p.CaseId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(static p => p.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(static p => p.MeasureKey).IsCode();
        builder.Property(static p => p.Note).IsText();
        builder.Property(static p => p.ReportedBy).IsUserId();
        builder.Property(static p => p.Service).IsCode();
    }
}
