using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.FlowMoves;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class FlowMoveMapping : IEntityTypeConfiguration<FlowMove>
{
    public void Configure(EntityTypeBuilder<FlowMove> builder)
    {
        builder.ToTable("flow_moves");
        builder.HasKey(static m => m.Id);
        builder.Property(static m => m.DefinitionId).IsUserId();
        builder.HasIndex(static m => m.DefinitionId);
        builder.Property(static m => m.StartedBy).IsUserId();
        builder.Property(static m => m.Reason).IsText();
        builder.Property(static m => m.UndoneBy).IsUserId();
        builder.Property(static m => m.UndoReason).IsText();
        builder.HasVersion(static m => m.Version);
    }
}

/// <summary>What is left to do is found by an index over it alone.</summary>
internal sealed class FlowMoveItemMapping : IEntityTypeConfiguration<FlowMoveItem>
{
    public void Configure(EntityTypeBuilder<FlowMoveItem> builder)
    {
        builder.ToTable("flow_move_items");
        builder.HasKey(static i => new { i.MoveId, i.InstanceId });
        builder.Property(static i => i.StandsAt).IsText();
        builder.Property(static i => i.WhyNot).IsJson();
        builder.Property(static i => i.StateBefore).HasMaxLength(WorkflowInstanceMapping.MaxStateLength);
        builder.HasIndex(static i => new { i.Stage, i.MoveId }).HasFilter("stage IN ('Waiting', 'ToTakeBack')");
        builder.HasIndex(static i => i.InstanceId);
        builder.HasOne<FlowMove>().WithMany().HasForeignKey(static i => i.MoveId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<WorkflowInstance>().WithMany().HasForeignKey(static i => i.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }
}
