using IndividualPlan.WorkflowHost.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>At most one version of a definition is published, and at most one is the latest. A trigger keeps published drawings as they are.</summary>
internal sealed class WorkflowDefinitionMapping : IEntityTypeConfiguration<WorkflowDefinitionRow>
{
    /// <summary>The largest drawing that is taken.</summary>
    public const int MaxJsonLength = 10_000_000;

    public void Configure(EntityTypeBuilder<WorkflowDefinitionRow> builder)
    {
        builder.ToTable("workflow_definitions");
        builder.HasKey(static d => d.VersionId);
        builder.Property(static d => d.VersionId).IsUserId();
        builder.Property(static d => d.DefinitionId).IsUserId();
        builder.HasIndex(static d => new { d.DefinitionId, d.Version }).IsUnique();
        builder.HasIndex([nameof(WorkflowDefinitionRow.DefinitionId)], "ux_workflow_definitions_published").IsUnique().HasFilter("is_published");
        builder.HasIndex([nameof(WorkflowDefinitionRow.DefinitionId)], "ux_workflow_definitions_latest").IsUnique().HasFilter("is_latest");
        builder.Property(static d => d.Name).IsName();
        builder.Property(static d => d.Json).HasMaxLength(MaxJsonLength);
        builder.Property(static d => d.Description).IsText();
        builder.Property(static d => d.CreatedBy).IsUserId();
        builder.Property(static d => d.SavedBy).IsUserId();
        builder.Property(static d => d.PublishedBy).IsUserId();
        builder.Property(static d => d.PublishReason).IsText();
        builder.Property(static d => d.EditingSession).IsCode();
        builder.Property(static d => d.ChangedBy).IsUserId();
        builder.HasVersion(static d => d.Revision);
    }
}
