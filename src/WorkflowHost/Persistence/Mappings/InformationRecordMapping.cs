using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class InformationRecordMapping : IEntityTypeConfiguration<InformationRecord>
{
    public void Configure(EntityTypeBuilder<InformationRecord> builder)
    {
        builder.ToTable("information_records");
        builder.HasKey(static r => r.Id);
        builder.BelongsToCase(static r => r.CaseId);
        builder.Property(static r => r.InformedBy).IsUserId();
        builder.Property(static r => r.Service).IsCode();
        builder.Property(static r => r.ContentVersion).IsCode();
        builder.Property(static r => r.Language).IsCode();
        builder.Property(static r => r.OthersPresent).IsText();
    }
}
