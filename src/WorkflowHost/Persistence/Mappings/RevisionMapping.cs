using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("revisions");
        builder.HasKey(static r => r.Id);
        builder.BelongsToCase(static r => r.CaseId);
        builder.HasOne<Plan>().WithMany().HasForeignKey(static r => r.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(static r => r.Findings).IsJson();
        builder.HasVersion(static r => r.Version);
    }
}
