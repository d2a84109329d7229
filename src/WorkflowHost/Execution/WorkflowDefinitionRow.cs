namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>One version of a drawing, as stored. What has been published once is never changed again.</summary>
internal sealed class WorkflowDefinitionRow
{
    /// <summary>The version's own id (Elsa's <c>id</c>).</summary>
    public string VersionId { get; set; } = "";

    public string DefinitionId { get; set; } = "";

    public int Version { get; set; }

    public string Name { get; set; } = "";

    /// <summary>What it is for, for lists; the drawing holds the same text.</summary>
    public string? Description { get; set; }

    /// <summary>Elsa 3 JSON; the columns beside it are right where they differ.</summary>
    public string Json { get; set; } = "";

    /// <summary>Whether this is the version that new instances start on.</summary>
    public bool IsPublished { get; set; }

    public bool IsLatest { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>User id of whoever began this version; <c>system</c> for what came with the product.</summary>
    public string CreatedBy { get; set; } = "";

    /// <summary>When the drawing was saved last.</summary>
    public DateTimeOffset SavedAt { get; set; }

    /// <summary>User id of whoever saved the drawing last.</summary>
    public string SavedBy { get; set; } = "";

    /// <summary>When it was published last; null for a version that never was. From the first time on the drawing cannot be changed.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>User id of whoever published it last.</summary>
    public string? PublishedBy { get; set; }

    /// <summary>Why it was published, in the leader's words.</summary>
    public string? PublishReason { get; set; }

    /// <summary>When a leader took it out of the lists; instances that run on it keep it. Null for all others.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Counts what is done to the workflow across its versions (save, publish, retract, revert, remove), as it stood after the last act on this one.</summary>
    public long ChangeNumber { get; set; }

    /// <summary>The <see cref="ChangeNumber"/> at which the unbroken row of acts of one editing session began that the last act belongs to.</summary>
    public long SessionStart { get; set; }

    /// <summary>The page load of the designer that the last act came from; null for an act from elsewhere.</summary>
    public string? EditingSession { get; set; }

    /// <summary>User id of whoever did the last act.</summary>
    public string ChangedBy { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Concurrency token.</summary>
    public long Revision { get; set; }
}
