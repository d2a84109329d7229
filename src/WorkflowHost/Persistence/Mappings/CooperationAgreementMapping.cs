using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class CooperationAgreementMapping : IEntityTypeConfiguration<CooperationAgreement>
{
    public void Configure(EntityTypeBuilder<CooperationAgreement> builder)
    {
        builder.ToTable("cooperation_agreements");
        builder.HasKey(static c => c.Id);
        builder.BelongsToCase(static c => c.CaseId);
        builder.HasIndex(static a => new { a.CaseId, a.Number }).IsUnique();
        builder.Property(static c => c.Terms).IsLongText();
        builder.Property(static c => c.Parts).IsJson();
        builder.HasVersion(static c => c.Version);
    }
}
