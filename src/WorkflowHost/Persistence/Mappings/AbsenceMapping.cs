using IndividualPlan.Workflows.Absences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>Who is away is asked for on most pages; few rows end on a day that is still to come, and the index finds those.</summary>
internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences");
        builder.HasKey(static a => a.Id);
        builder.Property(static a => a.UserId).IsUserId();
        builder.Property(static a => a.SubstituteId).IsUserId();
        builder.Property(static a => a.RegisteredBy).IsUserId();
        builder.HasIndex(static a => new { a.ToOn, a.FromOn }).HasFilter("cancelled_at IS NULL");
        builder.HasIndex(static a => new { a.SubstituteId, a.ToOn }).HasFilter("cancelled_at IS NULL");
        builder.HasIndex(static a => new { a.UserId, a.ToOn });
        builder.HasVersion(static a => a.Version);
    }
}
