using IndividualPlan.Workflows.Decisions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions");
        builder.HasKey(static d => d.Id);
        builder.BelongsToCase(static d => d.CaseId);
        builder.Property(static d => d.Track).IsCode();
        builder.Property(static d => d.RuleSetKey).IsCode();
        builder.Property(static d => d.Reasons).IsLongText();
        builder.Property(static d => d.DraftedBy).IsUserId();
        builder.Property(static d => d.ApprovedBy).IsUserId();
        builder.Property(static d => d.AppealDeadlineKey).IsCode();
        builder.Property(static d => d.LegalBasis).IsJson();
        builder.Property(static d => d.Notice).IsJson();
        builder.HasVersion(static d => d.Version);
    }
}
