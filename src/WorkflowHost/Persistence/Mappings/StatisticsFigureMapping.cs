using IndividualPlan.WorkflowHost.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

/// <summary>Belongs to no case and points to none, so that figures stay when cases are disposed of.</summary>
internal sealed class StatisticsFigureMapping : IEntityTypeConfiguration<StatisticsFigure>
{
    public void Configure(EntityTypeBuilder<StatisticsFigure> builder)
    {
        builder.ToTable("statistics_figures");
        builder.HasKey(static f => f.Id);
        builder.Property(static f => f.Report).IsCode();
        builder.Property(static f => f.Table).IsCode();
        builder.Property(static f => f.Unit).IsCode();
        builder.Property(static f => f.Track).IsCode();
        builder.Property(static f => f.Row).IsText();
        builder.Property(static f => f.Column).IsCode();
        builder.HasIndex(static f => new { f.Report, f.TakenOn });
        builder.HasIndex(static f => f.TakenOn);
    }
}
