using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("persons");
        builder.HasKey(static p => p.Id);
        builder.Property(static p => p.GivenName).IsName();
        builder.Property(static p => p.FamilyName).IsName();
        builder.Property(static p => p.Language).IsCode();
        builder.Property(static p => p.InterpreterLanguage).IsCode();
        builder.Property(static p => p.UserId).IsUserId();
        builder.HasIndex(static p => p.UserId);
        builder.HasIndex(static p => p.AddressProtection);
        builder.HasIndex(static p => p.BornOn);
        builder.HasVersion(static p => p.Version);
    }
}
