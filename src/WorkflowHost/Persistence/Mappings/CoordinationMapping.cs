using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class CoordinationMapping : IEntityTypeConfiguration<Coordination>
{
    public void Configure(EntityTypeBuilder<Coordination> builder)
    {
        builder.ToTable("coordinations");
        builder.HasKey(static c => c.Id);
        builder.BelongsToCase(static c => c.CaseId);
        builder.HasOne<Person>().WithMany().HasForeignKey(static c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(static c => c.PersonId);
        builder.Property(static c => c.Service).IsCode();
        builder.Property(static c => c.Note).IsText();
    }
}
