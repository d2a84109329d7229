using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>Identity numbers lie in a table of their own and are never a key; a number in use belongs to one person.</summary>
internal sealed class PersonIdentifierMapping : IEntityTypeConfiguration<PersonIdentifier>
{
    public void Configure(EntityTypeBuilder<PersonIdentifier> builder)
    {
        builder.ToTable("person_identifiers");
        builder.HasKey(static i => new { i.PersonId, i.Sequence });
        builder.Property(static i => i.Number).IsCode();
        builder.HasIndex(static i => i.Number).IsUnique().HasFilter("replaced_on IS NULL").HasDatabaseName("ux_person_identifiers_number_in_use");
        builder.HasOne<Person>().WithMany().HasForeignKey(static i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
