using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class CaseRequestMapping : IEntityTypeConfiguration<CaseRequest>
{
    public void Configure(EntityTypeBuilder<CaseRequest> builder)
    {
        builder.ToTable("requests");
        builder.HasKey(static r => r.Id);
        builder.BelongsToCase(static r => r.CaseId);
        builder.Property(static r => r.Requester).IsJson();
        builder.Property(static r => r.AuthorizationScope).IsText();
        builder.Property(static r => r.Services).IsJson();
        builder.Property(static r => r.Wishes).IsText();
    }
}
