using IndividualPlan.WorkflowHost.Transfers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class ReceivedTransferMapping : IEntityTypeConfiguration<ReceivedTransfer>
{
    public void Configure(EntityTypeBuilder<ReceivedTransfer> builder)
    {
        builder.ToTable("received_transfers");
        builder.HasKey(static t => t.TransferId);
        builder.BelongsToCase(static t => t.CaseId);
        builder.Property(static t => t.FromReference).IsName();
        builder.Property(static t => t.Sha256).IsName();
        builder.Property(static t => t.Content).IsRequired();
        builder.Property(static t => t.ReceivedBy).IsUserId();
    }
}
