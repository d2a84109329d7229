using IndividualPlan.WorkflowHost.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class JobMapping : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> builder)
    {
        builder.ToTable("jobs");
        builder.HasKey(static j => j.Key);
        builder.Property(static j => j.Key).IsCode();
        builder.Property(static j => j.LastError).IsName();
        builder.HasVersion(static j => j.Version);
    }
}
