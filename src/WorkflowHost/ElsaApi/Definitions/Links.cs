namespace IndividualPlan.WorkflowHost.ElsaApi.Definitions;

/// <summary>What may be done with a resource. Studio shows a button only when its link is there, and never follows the address.</summary>
internal sealed record Link(string Href, string Rel, string Method);

/// <summary>The links of a caller: everyone who opens Studio may read and export, leaders may change.</summary>
internal static class Links
{
    public static IReadOnlyList<Link> OfDefinition(string definitionId, bool mayChange)
    {
        var at = "/workflow-definitions/" + Uri.EscapeDataString(definitionId);
        List<Link> links =
        [
            new("/workflow-definitions/by-definition-id/" + Uri.EscapeDataString(definitionId), "self", "GET"),
            new(at + "/versions", "versions", "GET"),
            new(at + "/export", "export", "POST"),
        ];
        if (mayChange)
        {
            links.AddRange(
            [
                new(at + "/execute", "execute", "POST"),
                new(at + "/dispatch", "dispatch", "POST"),
                new(at + "/bulk-dispatch", "bulk-dispatch", "POST"),
                new(at + "/publish", "publish", "POST"),
                new(at + "/retract", "retract", "POST"),
                new(at, "delete", "DELETE"),
                new(at + "/import", "import", "PUT"),
                new(at + "/update-references", "update-references", "POST"),
            ]);
        }

        return links;
    }

    public static IReadOnlyList<Link> OfList(bool mayChange)
    {
        List<Link> links =
        [
            new("/workflow-definitions", "self", "GET"),
            new("/workflow-definitions/validation/is-name-unique", "is-name-unique", "GET"),
            new("/workflow-definitions/query/count", "count", "GET"),
            new("/workflow-definitions/many-by-id", "many-by-id", "GET"),
        ];
        if (mayChange)
        {
            links.AddRange(
            [
                new("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", "POST"),
                new("/bulk-actions/delete/workflow-definitions/by-id", "bulk-delete-by-id", "POST"),
                new("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
                new("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
                new("/workflow-definitions/import", "import", "POST"),
                new("/workflow-definitions/import-files", "import-files", "POST"),
                new("/workflow-definitions", "create", "POST"),
            ]);
        }

        return links;
    }
}
