using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>A person has at most one open case; the database sees to it.</summary>
internal sealed class IpCaseMapping : IEntityTypeConfiguration<IpCase>
{
    public void Configure(EntityTypeBuilder<IpCase> builder)
    {
        builder.ToTable("cases");
        builder.HasKey(static c => c.Id);
        builder.Property(static c => c.Reference).IsCode();
        builder.HasIndex(static c => c.Reference).IsUnique();
        builder.Property(static c => c.Track).IsCode();
        builder.Property(static c => c.RuleSetKey).IsCode();
        builder.Property(static c => c.CaseManagerId).IsUserId();
        builder.HasIndex(static c => c.CaseManagerId);
        builder.Property(static c => c.Unit).IsCode();
        builder.HasIndex(static c => new { c.Unit, c.Id, c.CaseManagerId }).HasDatabaseName("ix_cases_unit");
        builder.Property(static c => c.MainResponsibleService).IsCode();
        builder.HasOne<Person>().WithMany().HasForeignKey(static c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(static c => c.PersonId);
        builder.HasIndex([nameof(IpCase.PersonId)], "ux_cases_open_per_person").IsUnique().HasFilter("state <> 'Closed'");
        builder.HasIndex(static c => new { c.State, c.Id, c.PersonId, c.CaseManagerId, c.StateBeforePause, c.MainResponsibleService, c.Track }).HasDatabaseName("ix_cases_state");
        builder.HasVersion(static c => c.Version);
    }
}
