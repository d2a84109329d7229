using IndividualPlan.WorkflowHost.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IndividualPlan.WorkflowHost.Persistence.Mappings;

internal sealed class ReminderSettingMapping : IEntityTypeConfiguration<ReminderSetting>
{
    public void Configure(EntityTypeBuilder<ReminderSetting> builder)
    {
        builder.ToTable("reminder_settings");
        builder.HasKey(static s => s.Id);
        builder.Property(static s => s.Kind).IsCode();
        builder.Property(static s => s.Before).IsText();
        builder.Property(static s => s.Every).IsCode();
        builder.Property(static s => s.EscalateAfter).IsCode();
        builder.Property(static s => s.EscalateTo).IsCode();
        builder.Property(static s => s.RemindTo).IsCode();
        builder.Property(static s => s.MadeBy).IsUserId();
        builder.Property(static s => s.Reason).IsText();
    }
}
