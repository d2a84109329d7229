namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>One version of a drawing, as stored. What has been published once is never changed again.</summary>
internal sealed class WorkflowDefinitionRow
{
    /// <summary>The version's own id (Elsa's <c>id</c>).</summary>
    public string VersionId { get; set; } = "";

    public string DefinitionId { get; set; } = "";

    public int Version { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Elsa 3 JSON; the columns beside it are right where they differ.</summary>
    public string Json { get; set; } = "";

    /// <summary>Whether this is the version that new instances start on.</summary>
    public bool IsPublished { get; set; }

    public bool IsLatest { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>User id of whoever saved it; <c>system</c> for what came with the product.</summary>
    public string CreatedBy { get; set; } = "";

    /// <summary>When it was published first; null for a draft. From then on the drawing cannot be changed.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Concurrency token.</summary>
    public long Revision { get; set; }
}
