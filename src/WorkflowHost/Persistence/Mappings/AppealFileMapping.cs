using IndividualPlan.WorkflowHost.Appeals.Forwarding;
using IndividualPlan.Workflows.Appeals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class AppealFileMapping : IEntityTypeConfiguration<AppealFile>
{
    public void Configure(EntityTypeBuilder<AppealFile> builder)
    {
        builder.ToTable("appeal_files");
        builder.HasKey(static f => f.AppealId);
        builder.HasOne<Appeal>().WithOne().HasForeignKey<AppealFile>(static f => f.AppealId).OnDelete(DeleteBehavior.Restrict);
        builder.BelongsToCase(static f => f.CaseId);
        builder.Property(static f => f.Pdf).IsRequired();
        builder.Property(static f => f.IndexJson).IsLongText();
    }
}
