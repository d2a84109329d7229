using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class NoPlanReasonMapping : IEntityTypeConfiguration<NoPlanReason>
{
    public void Configure(EntityTypeBuilder<NoPlanReason> builder)
    {
        builder.ToTable("no_plan_reasons");
        builder.HasKey(static r => r.Id);
        builder.BelongsToCase(static r => r.CaseId);
        builder.Property(static r => r.Note).IsText();
    }
}
