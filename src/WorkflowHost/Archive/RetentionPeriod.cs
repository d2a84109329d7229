using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>What is kept for a while and then may be disposed of. Drafts have a setting of their own, for they are no documentation.</summary>
internal enum RetentionKind
{
    /// <summary>The whole file of a closed case, counted from the day it was closed.</summary>
    CaseFile,

    /// <summary>The content of attachments that were struck, counted from that day. That there was one, and why it was struck, stays.</summary>
    StruckFiles,

    /// <summary>Who looked in cases that are no longer there, counted from the day of the look (P-12).</summary>
    AccessLog,
}

/// <summary>
/// How long the office keeps something, from a day on. Where nothing is set, everything is preserved: what may be disposed of is set by the body, under the rules of the national
/// archive (ARKF § 3, ARK § 12). Kept for ever, so that it can be seen what counted when.
/// </summary>
internal sealed class RetentionPeriod
{
    public Guid Id { get; set; }

    public RetentionKind Kind { get; set; }

    /// <summary>Key of the track whose cases it is about; null for all tracks.</summary>
    public string? Track { get; set; }

    /// <summary>How many years; null when it is to be preserved.</summary>
    public int? Years { get; set; }

    /// <summary>The decision or rule that allows it; empty when it is to be preserved.</summary>
    public string Basis { get; set; } = "";

    /// <summary>The first Norwegian day on which it counts.</summary>
    public DateOnly FromOn { get; set; }

    public string Reason { get; set; } = "";

    public string MadeBy { get; set; } = "";

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>What counts for a kind and a track on a day; null when nothing was set, so that it is preserved.</summary>
    /// <param name="all">Everything that was ever set.</param>
    /// <param name="kind">What.</param>
    /// <param name="track">Key of a track; null for what belongs to none. What is set for a track goes before what is set for all.</param>
    /// <param name="on">The day.</param>
    public static RetentionPeriod? On(IEnumerable<RetentionPeriod> all, RetentionKind kind, string? track, DateOnly on) => all
        .Where(p => p.Kind == kind && p.FromOn <= on && (p.Track is null || p.Track == track))
        .OrderByDescending(static p => p.Track is not null).ThenByDescending(static p => p.FromOn).ThenByDescending(static p => p.MadeAt).ThenByDescending(static p => p.Id)
        .FirstOrDefault();
}

/// <summary>Where a <see cref="Disposal"/> stands.</summary>
internal enum DisposalState
{
    /// <summary>Its time is over; nothing is decided.</summary>
    Due,

    /// <summary>Someone holds it back, for a reason.</summary>
    Held,

    /// <summary>An archivist wants it disposed of; someone else must agree.</summary>
    Proposed,

    /// <summary>Only inside the transaction that removes it: what the database asks for before it lets go of what is never removed otherwise.</summary>
    UnderWay,

    /// <summary>It is gone. This row is what is left.</summary>
    Disposed,
}

/// <summary>Something whose time is over, from the day it was found until it is gone; then the record of the disposal. It holds no name and no identity number.</summary>
internal sealed class Disposal
{
    public Guid Id { get; set; }

    public RetentionKind Kind { get; set; }

    /// <summary>The case whose file it is; null for what goes by age.</summary>
    public CaseId? CaseId { get; set; }

    /// <summary>The reference of the case.</summary>
    public string? Reference { get; set; }

    public string? Track { get; set; }

    /// <summary>When the case was closed; null for what goes by age.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>What goes by age: everything from before this instant; null for a case.</summary>
    public DateTimeOffset? BeforeAt { get; set; }

    /// <summary>The first day on which it might go.</summary>
    public DateOnly DueOn { get; set; }

    public int Years { get; set; }

    /// <summary>The decision or rule that allows it, as it was set.</summary>
    public string Basis { get; set; } = "";

    public DisposalState State { get; set; }

    public string? HeldBy { get; set; }

    public string? HoldReason { get; set; }

    public DateTimeOffset? HeldAt { get; set; }

    public string? ProposedBy { get; set; }

    public string? ProposeReason { get; set; }

    public DateTimeOffset? ProposedAt { get; set; }

    public string? ConfirmedBy { get; set; }

    public DateTimeOffset? DisposedAt { get; set; }

    /// <summary>What was removed: how many rows of each table. Null until then.</summary>
    public IReadOnlyDictionary<string, int>? Removed { get; set; }

    public long Version { get; set; }
}
