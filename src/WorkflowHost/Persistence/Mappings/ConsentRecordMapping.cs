using IndividualPlan.Workflows.Consents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class ConsentRecordMapping : IEntityTypeConfiguration<ConsentRecord>
{
    public void Configure(EntityTypeBuilder<ConsentRecord> builder)
    {
        builder.ToTable("consents");
        builder.HasKey(static c => c.Id);
        builder.BelongsToCase(static c => c.CaseId);
        builder.Property(static c => c.RecipientService).IsCode();
        builder.Property(static c => c.Evidence).IsText();
        builder.Property(static c => c.Scope).IsJson();
        builder.Property(static c => c.Consenter).IsJson();
        builder.HasVersion(static c => c.Version);
    }
}
