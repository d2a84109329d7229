using IndividualPlan.WorkflowHost.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>Each rung of a ladder is told once, whatever is run twice.</summary>
internal sealed class NotificationMapping : IEntityTypeConfiguration<NotificationRow>
{
    public void Configure(EntityTypeBuilder<NotificationRow> builder)
    {
        builder.ToTable("notifications");
        builder.HasKey(static n => n.Id);
        builder.Property(static n => n.Rung).IsCode();
        builder.Property(static n => n.Kind).IsCode();
        builder.Property(static n => n.Role).IsCode();
        builder.Property(static n => n.UserId).IsUserId();
        builder.Property(static n => n.Text).IsText();
        builder.HasIndex(static n => new { n.SubjectId, n.Rung }).IsUnique();
        builder.HasIndex(static n => n.At);
        builder.BelongsToCase(static n => n.CaseId);
    }
}

internal sealed class NotificationRecipientMapping : IEntityTypeConfiguration<NotificationRecipient>
{
    public void Configure(EntityTypeBuilder<NotificationRecipient> builder)
    {
        builder.ToTable("notification_recipients");
        builder.HasKey(static r => new { r.NotificationId, r.UserId });
        builder.Property(static r => r.UserId).IsUserId();
        builder.HasOne<NotificationRow>().WithMany().HasForeignKey(static r => r.NotificationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(static r => new { r.UserId, r.At });
        builder.HasIndex(static r => r.UserId).HasFilter("read_at IS NULL");
    }
}

internal sealed class NotificationChoiceMapping : IEntityTypeConfiguration<NotificationChoice>
{
    public void Configure(EntityTypeBuilder<NotificationChoice> builder)
    {
        builder.ToTable("notification_choices");
        builder.HasKey(static c => c.UserId);
        builder.Property(static c => c.UserId).IsUserId();
        builder.Property(static c => c.Language).IsCode();
        builder.HasVersion(static c => c.Version);
    }
}
