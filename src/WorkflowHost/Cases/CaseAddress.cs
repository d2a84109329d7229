using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Addresses of the pages of a case. They hold the case's id and nothing about the person.</summary>
internal static class CaseAddress
{
    public static string Of(CaseId id) => $"/cases/{id}";

    public static string Plan(CaseId id) => Of(id) + "/plan";

    public static string Participants(CaseId id) => Of(id) + "/participants";

    public static string Coordinators(CaseId id) => Of(id) + "/coordinators";

    public static string Coordination(CaseId id) => Of(id) + "/coordination";

    public static string Decisions(CaseId id) => Of(id) + "/decisions";

    public static string Letters(CaseId id) => Of(id) + "/letters";

    public static string Deadlines(CaseId id) => Of(id) + "/deadlines";

    public static string Flows(CaseId id) => Of(id) + "/flows";

    public static string History(CaseId id) => Of(id) + "/history";

    public static string AccessLog(CaseId id) => Of(id) + "/access-log";

    public static string Unit(CaseId id) => Of(id) + "/unit";

    public static string CaseManager(CaseId id) => Of(id) + "/case-manager";

    public static string Protection(CaseId id) => Of(id) + "/address-protection";

    public static string Transfer(CaseId id) => Of(id) + "/transfer";

    public static string Reason(CaseId id) => Of(id) + "/reason";
}
