using IndividualPlan.WorkflowHost.Appeals.Forwarding;
using IndividualPlan.WorkflowHost.Archive;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.FlowMoves;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.WorkflowHost.Reminders;
using IndividualPlan.WorkflowHost.Statistics;
using IndividualPlan.WorkflowHost.Transfers;
using IndividualPlan.Workflows.Absences;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IndividualPlan.WorkflowHost.Persistence;

/// <summary>The database. Reading is open to all; saving is for the <see cref="WorkWriter"/> alone, and any other attempt fails.</summary>
internal sealed class IpDbContext(DbContextOptions<IpDbContext> options) : DbContext(options)
{
    public DbSet<WorkflowDefinitionRow> WorkflowDefinitions => Set<WorkflowDefinitionRow>();

    public DbSet<WorkflowInstance> WorkflowInstances => Set<WorkflowInstance>();

    public DbSet<JournalSegment> JournalSegments => Set<JournalSegment>();

    public DbSet<WaitRow> Waits => Set<WaitRow>();

    public DbSet<AlterationPlanRow> AlterationPlans => Set<AlterationPlanRow>();

    public DbSet<FlowMove> FlowMoves => Set<FlowMove>();

    public DbSet<FlowMoveItem> FlowMoveItems => Set<FlowMoveItem>();

    public DbSet<RetentionPeriod> RetentionPeriods => Set<RetentionPeriod>();

    public DbSet<Disposal> Disposals => Set<Disposal>();

    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();

    public DbSet<HistoryRow> History => Set<HistoryRow>();

    public DbSet<AccessLogRow> AccessLog => Set<AccessLogRow>();

    public DbSet<NotificationRow> Notifications => Set<NotificationRow>();

    public DbSet<NotificationRecipient> NotificationRecipients => Set<NotificationRecipient>();

    public DbSet<ReminderSetting> ReminderSettings => Set<ReminderSetting>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<NotificationChoice> NotificationChoices => Set<NotificationChoice>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<KnownUser> Users => Set<KnownUser>();

    public DbSet<UserSession> Sessions => Set<UserSession>();

    public DbSet<ReferenceCounter> ReferenceCounters => Set<ReferenceCounter>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<PersonIdentifier> PersonIdentifiers => Set<PersonIdentifier>();

    public DbSet<IpCase> Cases => Set<IpCase>();

    public DbSet<CaseRequest> Requests => Set<CaseRequest>();

    public DbSet<InformationRecord> InformationRecords => Set<InformationRecord>();

    public DbSet<NoPlanReason> NoPlanReasons => Set<NoPlanReason>();

    public DbSet<Coordination> Coordinations => Set<Coordination>();

    public DbSet<StatisticsFigure> StatisticsFigures => Set<StatisticsFigure>();

    public DbSet<Deadline> Deadlines => Set<Deadline>();

    public DbSet<ResponsibilityAgreement> ResponsibilityAgreements => Set<ResponsibilityAgreement>();

    public DbSet<Transfer> Transfers => Set<Transfer>();

    public DbSet<ConsentRecord> Consents => Set<ConsentRecord>();

    public DbSet<CoordinatorPeriod> CoordinatorPeriods => Set<CoordinatorPeriod>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<Appeal> Appeals => Set<Appeal>();

    public DbSet<AppealFile> AppealFiles => Set<AppealFile>();

    public DbSet<ReceivedTransfer> ReceivedTransfers => Set<ReceivedTransfer>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    public DbSet<MeasureProgress> MeasureProgress => Set<MeasureProgress>();

    public DbSet<PlanParticipant> PlanParticipants => Set<PlanParticipant>();

    public DbSet<CooperationAgreement> CooperationAgreements => Set<CooperationAgreement>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<LetterTemplateVersion> LetterTemplateVersions => Set<LetterTemplateVersion>();

    public DbSet<HumanTask> HumanTasks => Set<HumanTask>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<TaskComment> TaskComments => Set<TaskComment>();

    public DbSet<TaskAttachment> TaskAttachments => Set<TaskAttachment>();

    public DbSet<AttachmentContent> AttachmentContents => Set<AttachmentContent>();

    public DbSet<TaskDraft> TaskDrafts => Set<TaskDraft>();

    /// <summary>Set by the writer on its own contexts.</summary>
    internal bool MaySave { get; init; }

    /// <summary>The writer's short cut on SQLite; null elsewhere.</summary>
    internal HotSave? Hot { get; init; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Prepare();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Prepare();
        return Hot?.TrySave(this) == true ? 0 : await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ColumnConventions.Apply(configurationBuilder, Database.IsSqlite());

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(IpDbContext).Assembly);
        TextSearch.Register(modelBuilder, Database.IsSqlite());
        DayCount.Register(modelBuilder, Database.IsSqlite());
        Naming.UseSnakeCase(modelBuilder);
    }

    private void Prepare()
    {
        if (!MaySave)
        {
            throw new InvalidOperationException("Only the WorkWriter saves. Make the change inside WorkWriter.RunAsync.");
        }

        ChangeTracker.DetectChanges();

        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                CountVersion(entry);
            }
        }
    }

    /// <summary>Every aggregate has a token that counts its saves; see <see cref="ColumnConventions.VersionOf"/>.</summary>
    private static void CountVersion(EntityEntry entry)
    {
        if (ColumnConventions.VersionOf(entry.Metadata) is { } version)
        {
            var property = entry.Property(version);
            property.CurrentValue = entry.State == EntityState.Added ? 1L : (long)property.OriginalValue! + 1;
        }
    }
}
