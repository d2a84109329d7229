using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("letters");
        builder.HasKey(static l => l.Id);
        builder.BelongsToCase(static l => l.CaseId);
        builder.Property(static l => l.TemplateKey).IsCode();
        builder.Property(static l => l.Language).IsCode();
        builder.Property(static l => l.RecipientKey).IsName();
        builder.Property(static l => l.Subject).IsName();
        builder.Property(static l => l.Body).IsLongText();
        builder.Property(static l => l.Journal).IsJson();
        builder.HasVersion(static l => l.Version);

        // What lies unopened is looked for every hour (D-9).
        builder.HasIndex(static l => new { l.Channel, l.AlertedAgainAt, l.OpenedAt, l.SentAt });
    }
}
