using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class ResponsibilityAgreementMapping : IEntityTypeConfiguration<ResponsibilityAgreement>
{
    public void Configure(EntityTypeBuilder<ResponsibilityAgreement> builder)
    {
        builder.ToTable("responsibility_agreements");
        builder.HasKey(static r => r.Id);
        builder.BelongsToCase(static r => r.CaseId);
        builder.Property(static r => r.MainResponsibleService).IsCode();
        builder.Property(static r => r.Reason).IsText();
        builder.Property(static r => r.SettledBy).IsUserId();
        builder.Property(static r => r.Parties).IsJson();
    }
}
