using IndividualPlan.Workflows.Appeals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class AppealMapping : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("appeals");
        builder.HasKey(static a => a.Id);
        builder.BelongsToCase(static a => a.CaseId);
        builder.Property(static a => a.Grounds).IsLongText();
        builder.Property(static a => a.WantedChange).IsLongText();
        builder.Property(static a => a.HandledBy).IsUserId();
        builder.Property(static a => a.Instructions).IsLongText();
        builder.Property(static a => a.PointsAttacked).IsJson();
        builder.Property(static a => a.FormalCheck).IsJson();
        builder.Property(static a => a.ForwardingTexts).IsJson();
        builder.HasIndex(static a => a.State);
        builder.HasVersion(static a => a.Version);
    }
}
