using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class PlanParticipantMapping : IEntityTypeConfiguration<PlanParticipant>
{
    public void Configure(EntityTypeBuilder<PlanParticipant> builder)
    {
        builder.ToTable("plan_participants");
        builder.HasKey(static p => p.Id);
        builder.BelongsToCase(static p => p.CaseId);
        builder.HasIndex(static p => p.ContactUserId);
        builder.Property(static p => p.Service).IsCode();
        builder.Property(static p => p.ContactUserId).IsUserId();
        builder.Property(static p => p.SubstituteUserId).IsUserId();
        builder.Property(static p => p.Role).IsName();
        builder.Property(static p => p.Contribution).IsLongText();
        builder.Property(static p => p.DeclineReason).IsText();
        builder.HasVersion(static p => p.Version);
    }
}
