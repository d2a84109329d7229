using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>A person has at most one open plan; the database sees to it.</summary>
internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans");
        builder.HasKey(static p => p.Id);
        builder.BelongsToCase(static p => p.CaseId);
        builder.HasOne<Person>().WithMany().HasForeignKey(static p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(static p => p.PersonId);
        builder.HasIndex([nameof(Plan.PersonId)], "ux_plans_open_per_person").IsUnique().HasFilter("state <> 'Closed'");
        builder.Property(static p => p.Draft).IsJson();
        builder.Property(static p => p.DraftedBy).IsUserId();
        builder.Property(static p => p.DraftedFrom).IsCode();
        builder.HasVersion(static p => p.Version);
    }
}
