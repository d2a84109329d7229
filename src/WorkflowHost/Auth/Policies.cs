using IndividualPlan.Workflows.Audit;
using Microsoft.AspNetCore.Authorization;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>One policy per act: which roles may try it at all. Whether this person may touch this case is asked by <see cref="CaseAccess"/>.</summary>
internal static class Policies
{
    /// <summary>Demo mode and sign-in, which must work before anyone is signed in. The only policy that lets anonymous callers through.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>The description of the API, outside Development; any signed-in user.</summary>
    public const string ReadApiDocument = "read-api-document";

    public const string RegisterRequest = "register-request";
    public const string SignalNeed = "signal-need";
    public const string ListCases = "list-cases";
    public const string SearchByNumber = "search-by-number";
    public const string ReadCase = "read-case";
    /// <summary>Writing in a plan; whether it is this user's to write is asked by the use case.</summary>
    public const string WritePlan = "write-plan";

    /// <summary>Telling how far a measure of a plan has come.</summary>
    public const string ReportProgress = "report-progress";

    public const string ReadHistory = "read-history";
    public const string ReadAccessLog = "read-access-log";
    public const string RaiseCaseEvent = "raise-case-event";
    /// <summary>Handing a case to another unit.</summary>
    public const string MoveCase = "move-case";

    /// <summary>Giving a case a case manager; whom a case manager may give it to is asked by the use case.</summary>
    public const string AssignCase = "assign-case";

    /// <summary>Setting and lifting protection of a person's address; that it is the own case is asked by the use case.</summary>
    public const string ProtectAddress = "protect-address";

    /// <summary>Writing down why there is no plan, and what coordinates services instead.</summary>
    public const string RecordCoordination = "record-coordination";

    /// <summary>Figures of the cases of the own units, and of all for those who work with all.</summary>
    public const string ReadStatistics = "read-statistics";

    /// <summary>The file for the national count, a line for each recipient by an internal id.</summary>
    public const string ExportKostra = "export-kostra";

    /// <summary>Handing a case over to another municipality, and taking one over.</summary>
    public const string TransferCases = "transfer-cases";

    public const string WorkOnTasks = "work-on-tasks";
    public const string AssignTask = "assign-task";

    /// <summary>Saying that one is away, and seeing who else is. For whom else it may be said is asked by the use case.</summary>
    public const string RegisterAbsence = "register-absence";

    /// <summary>One's own notifications.</summary>
    public const string ReadNotifications = "read-notifications";

    public const string ReadLetters = "read-letters";

    /// <summary>The file that went to the appeal body, with all documents in one.</summary>
    public const string ReadAppealFile = "read-appeal-file";

    /// <summary>The texts that letters are made from, for those who lead: seeing, writing and going back.</summary>
    public const string WriteLetterTemplates = "write-letter-templates";

    public const string ReadDeadlines = "read-deadlines";

    /// <summary>Where cases and work fall out, for those who lead: numbers, and lists by reference. The coordinating unit sees what is about coordination.</summary>
    public const string ReadOffice = "read-office";

    /// <summary>What will be sent to staff and when, and what was sent.</summary>
    public const string ReadReminders = "read-reminders";

    /// <summary>How the product's own work goes: its jobs, and what could not be sent.</summary>
    public const string ManageOperations = "manage-operations";

    /// <summary>Setting the office's own reminders.</summary>
    public const string SetReminders = "set-reminders";

    /// <summary>What may be disposed of, what was, and how long things are kept.</summary>
    public const string ReadDisposals = "read-disposals";

    /// <summary>Holding back and proposing.</summary>
    public const string HandleDisposals = "handle-disposals";

    /// <summary>Agreeing to a disposal that someone else has proposed; it is carried out at once.</summary>
    public const string ConfirmDisposals = "confirm-disposals";

    /// <summary>Setting how long things are kept, from a day on.</summary>
    public const string SetRetention = "set-retention";

    /// <summary>Taking the journal of a period, or the whole file of a case, out for another archive.</summary>
    public const string ExtractArchive = "extract-archive";

    public const string ReadIncidents = "read-incidents";
    public const string RetryIncident = "retry-incident";
    public const string ReadWorkflowDefinitions = "read-workflow-definitions";
    public const string PublishWorkflowDefinition = "publish-workflow-definition";

    /// <summary>Workflows on our own pages, read: the list, versions, the table and its steps.</summary>
    public const string ReadFlows = "read-flows";

    /// <summary>Elsa Studio and Elsa's API at all. What may be changed there is asked for by <see cref="PublishWorkflowDefinition"/>.</summary>
    public const string OpenStudio = "open-studio";

    /// <summary>Changing running flows by hand: start, call off, retry, wake, alter. Who may only look has <see cref="OpenStudio"/>.</summary>
    public const string ManageWorkflowInstances = "manage-workflow-instances";

    /// <summary>Roles by policy. A role that is not listed is refused; a policy that is not listed lets nobody in.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Granted { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [ReadApiDocument] = [.. Roles.All.Except([Roles.System])],
        [RegisterRequest] =
        [
            Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.Person, Roles.Guardian, Roles.Representative, Roles.Relative,
        ],
        [SignalNeed] = [Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.Participant],
        [ListCases] =
        [
            Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.OfficeLeader, Roles.Approver, Roles.Participant,
            Roles.Person, Roles.Guardian, Roles.Auditor, Roles.Archivist,
        ],
        [SearchByNumber] = [Roles.CaseManager, Roles.CoordinatingUnit],
        [ReadCase] =
        [
            Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.OfficeLeader, Roles.Approver, Roles.Participant,
            Roles.Person, Roles.Guardian, Roles.Auditor, Roles.Archivist,
        ],
        [ReadHistory] =
        [
            Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.OfficeLeader, Roles.Approver,
            Roles.Person, Roles.Guardian, Roles.Auditor, Roles.Archivist,
        ],
        [ReadAccessLog] = [Roles.OfficeLeader, Roles.Person, Roles.Guardian, Roles.Auditor, Roles.Dpo],
        [RaiseCaseEvent] =
        [
            Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.OfficeLeader, Roles.Participant, Roles.Person, Roles.Guardian,
        ],
        [WritePlan] = [Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator],
        [ReportProgress] = [Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.Participant, Roles.Person, Roles.Guardian],
        [WorkOnTasks] =
        [
            Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.OfficeLeader, Roles.Approver, Roles.Participant,
            Roles.Person, Roles.Guardian, Roles.Representative, Roles.Relative, Roles.Dpo, Roles.Archivist,
        ],
        [AssignTask] = [Roles.OfficeLeader, Roles.CoordinatingUnit],
        [AssignCase] = [Roles.CaseManager, Roles.OfficeLeader, Roles.CoordinatingUnit],
        [TransferCases] = [Roles.CoordinatingUnit],
        [ProtectAddress] = [Roles.CaseManager],
        [MoveCase] = [Roles.OfficeLeader, Roles.CoordinatingUnit],
        [RegisterAbsence] =
        [
            Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.OfficeLeader, Roles.Approver, Roles.Participant, Roles.Dpo, Roles.Archivist,
        ],
        [ReadNotifications] =
        [
            Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.OfficeLeader, Roles.Approver, Roles.Participant,
            Roles.Person, Roles.Guardian, Roles.Representative, Roles.Relative, Roles.Dpo, Roles.Archivist,
        ],
        [ReadLetters] =
        [
            Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.OfficeLeader, Roles.Approver,
            Roles.Person, Roles.Guardian, Roles.Auditor, Roles.Archivist,
        ],
        [ReadAppealFile] = [Roles.CaseManager, Roles.CoordinatingUnit, Roles.OfficeLeader, Roles.Approver, Roles.Auditor, Roles.Archivist],
        [WriteLetterTemplates] = [Roles.OfficeLeader],
        [ReadDeadlines] =
        [
            Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator, Roles.OfficeLeader, Roles.Approver, Roles.Auditor,
        ],
        [ReadOffice] = [Roles.OfficeLeader, Roles.CoordinatingUnit, Roles.Auditor],
        [RecordCoordination] = [Roles.CaseManager, Roles.CoordinatingUnit, Roles.Coordinator, Roles.ChildCoordinator],
        [ReadStatistics] = [Roles.OfficeLeader, Roles.CoordinatingUnit, Roles.Auditor],
        [ExportKostra] = [Roles.OfficeLeader],
        [ReadReminders] = [Roles.OfficeLeader, Roles.CoordinatingUnit, Roles.Auditor],
        [ManageOperations] = [Roles.SystemAdmin],
        [SetReminders] = [Roles.OfficeLeader],
        [ReadDisposals] = [Roles.Archivist, Roles.OfficeLeader, Roles.Auditor],
        [HandleDisposals] = [Roles.Archivist],
        [ConfirmDisposals] = [Roles.Archivist, Roles.OfficeLeader],
        [SetRetention] = [Roles.Archivist, Roles.OfficeLeader],
        [ExtractArchive] = [Roles.Archivist],
        [ReadIncidents] = [Roles.OfficeLeader, Roles.SystemAdmin, Roles.Auditor],
        [RetryIncident] = [Roles.OfficeLeader, Roles.SystemAdmin],
        [ReadWorkflowDefinitions] = [Roles.OfficeLeader, Roles.SystemAdmin, Roles.Auditor],
        [PublishWorkflowDefinition] = [Roles.OfficeLeader],
        [ManageWorkflowInstances] = [Roles.OfficeLeader],
        [ReadFlows] = [Roles.OfficeLeader, Roles.CaseManager, Roles.SystemAdmin, Roles.Auditor],
        [OpenStudio] = [Roles.OfficeLeader, Roles.CaseManager],
    };

    public static void Register(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.DefaultPolicy = options.FallbackPolicy;
        options.AddPolicy(Anonymous, policy => policy.RequireAssertion(static _ => true));
        foreach (var (name, roles) in Granted)
        {
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireRole(roles));
        }
    }
}
