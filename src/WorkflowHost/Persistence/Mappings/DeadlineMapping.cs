using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class DeadlineMapping : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.ToTable("deadlines");
        builder.HasKey(static d => d.Id);
        builder.BelongsToCase(static d => d.CaseId);
        builder.Property(static d => d.Key).IsCode();
        builder.Property(static d => d.StartEvent).IsCode();
        builder.Property(static d => d.RolledBecause).IsName();
        builder.Property(static d => d.RuleSet).IsCode();
        // Said in so many words: the index below that begins with the case covers only some of the deadlines, and would stand in for this one.
        builder.HasIndex(static d => d.CaseId);
        builder.HasIndex(static d => new { d.State, d.EffectiveOn });
        builder.HasIndex(static d => new { d.Owner, d.EffectiveOn, d.Id }).HasFilter("met_on IS NULL AND state <> 'Stopped'").HasDatabaseName("ix_deadlines_unanswered");
        builder.HasIndex(static d => new { d.CaseId, d.EffectiveOn, d.Owner, d.State, d.MetOn }).HasFilter("met_on IS NULL AND state <> 'Stopped'").HasDatabaseName("ix_deadlines_next_of_case");
        builder.HasIndex(static d => new { d.EffectiveOn, d.CaseId, d.Owner, d.State, d.MetOn }).HasFilter("met_on IS NULL AND state <> 'Stopped'").HasDatabaseName("ix_deadlines_nearest");
        builder.HasVersion(static d => d.Version);
    }
}
