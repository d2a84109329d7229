using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>Triggers see to it that bytes are never changed or removed.</summary>
internal sealed class AttachmentContentMapping : IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<AttachmentContent> builder)
    {
        builder.ToTable("attachment_contents");
        builder.HasKey(static c => c.AttachmentId);
        builder.HasOne<TaskAttachment>().WithOne().HasForeignKey<AttachmentContent>(static c => c.AttachmentId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(static c => c.Bytes).IsRequired();
    }
}
