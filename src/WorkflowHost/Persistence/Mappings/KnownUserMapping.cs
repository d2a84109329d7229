using IndividualPlan.WorkflowHost.Auth;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class KnownUserMapping : IEntityTypeConfiguration<KnownUser>
{
    public void Configure(EntityTypeBuilder<KnownUser> builder)
    {
        builder.ToTable("users");
        builder.HasKey(static u => u.UserId);
        builder.Property(static u => u.UserId).IsUserId();
        builder.Property(static u => u.Name).IsName();
        builder.Property(static u => u.NameKey).IsName();
        builder.Property(static u => u.Email).IsName();
        builder.Property(static u => u.RoleList).IsText();
        builder.Property(static u => u.ServiceList).IsText();
        builder.HasIndex(static u => u.NameKey);
        builder.HasVersion(static u => u.Version);
    }
}

internal sealed class UserSessionMapping : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("sessions");
        builder.HasKey(static s => s.Id);
        builder.Property(static s => s.ProviderKey).IsCode();
        builder.HasIndex(static s => s.ProviderKey).HasFilter("provider_key IS NOT NULL");
        builder.HasIndex(static s => s.GoodUntil);
    }
}
