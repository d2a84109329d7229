using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>The key says which version it is, so of two who write at once one is refused.</summary>
internal sealed class LetterTemplateVersionMapping : IEntityTypeConfiguration<LetterTemplateVersion>
{
    public void Configure(EntityTypeBuilder<LetterTemplateVersion> builder)
    {
        builder.ToTable("letter_template_versions");
        builder.HasKey(static v => new { v.TemplateKey, v.Language, v.Number });
        builder.Property(static v => v.TemplateKey).IsCode();
        builder.Property(static v => v.Language).IsCode();
        builder.Property(static v => v.Text).IsLongText();
        builder.Property(static v => v.WrittenBy).IsUserId();
        builder.Property(static v => v.Reason).IsText();
    }
}
