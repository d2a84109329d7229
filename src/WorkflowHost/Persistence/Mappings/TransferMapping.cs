using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class TransferMapping : IEntityTypeConfiguration<Transfer>
{
    public void Configure(EntityTypeBuilder<Transfer> builder)
    {
        builder.ToTable("transfers");
        builder.HasKey(static t => t.Id);
        builder.BelongsToCase(static t => t.CaseId);
        builder.Property(static t => t.Receiver).IsName();
        builder.Property(static t => t.ReceiverContact).IsText();
        builder.Property(static t => t.ExportSha256).IsName();
        builder.HasVersion(static t => t.Version);
    }
}
