using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>Versions are added and never changed; triggers refuse it. A number is used once in a plan.</summary>
internal sealed class PlanVersionMapping : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("plan_versions");
        builder.HasKey(static p => p.Id);
        builder.BelongsToCase(static p => p.CaseId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(static v => v.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(static v => new { v.PlanId, v.Number }).IsUnique();
        builder.Property(static p => p.RuleSetKey).IsCode();
        builder.Property(static p => p.Content).IsJson();
        builder.Property(static p => p.Facts).IsJson();
        builder.Property(static p => p.Approval).IsJson();
        builder.Property(static p => p.MissingPoints).IsJson();
    }
}
