namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>A table that holds something of a case.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Where">The condition for the rows of a case; <c>{0}</c> is its reference.</param>
/// <param name="IsExported">Whether its rows are documentation that goes with an export; other rows are the product's own bookkeeping.</param>
internal sealed record CaseTable(string Table, string Where, bool IsExported);

/// <summary>
/// Every table in which something of a case lies, those that point to others before those that they point to. Disposal empties them and an export reads them, so that neither
/// forgets one; a test compares the list with the model.
/// </summary>
internal static class CaseRecords
{
    private const string TheCase = "(SELECT id FROM cases WHERE reference = {0})";
    private const string OfCase = "case_id IN " + TheCase;
    private const string OfTask = "task_id IN (SELECT id FROM human_tasks WHERE " + OfCase + ")";
    private const string OfInstance = "instance_id IN (SELECT id FROM workflow_instances WHERE " + OfCase + ")";

    /// <summary>The access log stays: it has a period of its own (P-12). So does the record of the disposal.</summary>
    public static IReadOnlyList<string> Staying { get; } = ["access_log", "disposals"];

    public static IReadOnlyList<CaseTable> All { get; } =
    [
        new("appeal_files", OfCase, false),
        new("attachment_contents", "attachment_id IN (SELECT id FROM task_attachments WHERE " + OfCase + ")", false),
        new("task_attachments", OfCase, true),
        new("task_comments", OfCase, true),
        new("task_drafts", OfTask, false),
        new("notification_recipients", "notification_id IN (SELECT id FROM notifications WHERE " + OfCase + ")", false),
        new("notifications", OfCase, false),
        new("human_tasks", OfCase, true),
        new("measure_progress", OfCase, true),
        new("plan_versions", OfCase, true),
        new("revisions", OfCase, true),
        new("plans", OfCase, true),
        new("plan_participants", OfCase, true),
        new("cooperation_agreements", OfCase, true),
        new("letters", OfCase, true),
        new("received_transfers", OfCase, false),
        new("transfers", OfCase, true),
        new("requests", OfCase, true),
        new("responsibility_agreements", OfCase, true),
        new("no_plan_reasons", OfCase, true),
        new("coordinations", OfCase, true),
        new("information_records", OfCase, true),
        new("deadlines", OfCase, true),
        new("decisions", OfCase, true),
        new("appeals", OfCase, true),
        new("consents", OfCase, true),
        new("coordinator_periods", OfCase, true),
        new("flow_move_items", OfInstance, false),
        new("incidents", OfInstance, false),
        new("journal_segments", OfInstance, false),
        new("waits", OfInstance, false),
        new("workflow_instances", OfCase, false),
        new("history", OfCase, true),
    ];

    /// <summary>The case itself and, when it was the person's only one, the person.</summary>
    public static IReadOnlyList<CaseTable> Last { get; } =
    [
        new("cases", "id IN " + TheCase, true),
    ];
}
