namespace IndividualPlan.Workflows.Audit;

/// <summary>Role codes of domain §6. A code is stored on tasks and in history, so it is never renamed; a new role is a new code.</summary>
public static class Roles
{
    /// <summary>Leads an office or unit; approves refusals and shapes the workflows, does not read content without a reason (P-10).</summary>
    public const string OfficeLeader = "OfficeLeader";

    /// <summary>Handles requests and decisions (saksbehandler, veileder).</summary>
    public const string CaseManager = "CaseManager";

    /// <summary>Second pair of eyes on refusals, dismissals and own reversals.</summary>
    public const string Approver = "Approver";

    /// <summary>Drives the plan together with the person (koordinator).</summary>
    public const string Coordinator = "Coordinator";

    /// <summary>Coordinates for a family until the child is 18 (barnekoordinator, L-11).</summary>
    public const string ChildCoordinator = "ChildCoordinator";

    /// <summary>Appoints coordinators and receives notices of need (koordinerende enhet, L-64).</summary>
    public const string CoordinatingUnit = "CoordinatingUnit";

    /// <summary>Takes part in a plan for a service.</summary>
    public const string Participant = "Participant";

    /// <summary>The service recipient (tjenestemottaker).</summary>
    public const string Person = "Person";

    /// <summary>Parent or guardian, within mandate and age rules (foresatt, verge).</summary>
    public const string Guardian = "Guardian";

    /// <summary>Acts under a written authorization (fullmektig, L-24).</summary>
    public const string Representative = "Representative";

    /// <summary>Next of kin who takes part as the person wishes (L-73).</summary>
    public const string Relative = "Relative";

    /// <summary>The body that hears appeals (Statsforvalteren); normally without a login.</summary>
    public const string AppealBody = "AppealBody";

    /// <summary>Read-only samples, logs and statistics.</summary>
    public const string Auditor = "Auditor";

    /// <summary>Data protection officer (personvernombud).</summary>
    public const string Dpo = "Dpo";

    /// <summary>Runs the installation; has no case read.</summary>
    public const string SystemAdmin = "SystemAdmin";

    /// <summary>Journal extraction, export and disposal.</summary>
    public const string Archivist = "Archivist";

    /// <summary>Background work; every automatic act is recorded under this role, and it decides nothing (P-2).</summary>
    public const string System = "System";

    /// <summary>Roles that people who work in the product hold: who can be given a task or told of something. Not those who only read, nor the appeal body, nor the system.</summary>
    public static IReadOnlyList<string> TaskHolders { get; } =
    [
        CaseManager, Coordinator, ChildCoordinator, CoordinatingUnit, OfficeLeader, Approver, Participant, Person, Guardian, Representative, Relative, Dpo, Archivist,
    ];

    /// <summary>All codes above, for validation of configuration and of task roles.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        OfficeLeader, CaseManager, Approver, Coordinator, ChildCoordinator, CoordinatingUnit, Participant, Person, Guardian,
        Representative, Relative, AppealBody, Auditor, Dpo, SystemAdmin, Archivist, System,
    ];
}
