using System.ComponentModel.DataAnnotations;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>Where outgoing messages go; section <c>Outbox</c>.</summary>
internal sealed class OutboxOptions
{
    public const string Section = "Outbox";
    public const string NoTransport = "NoTransport";
    public const string Folder = "Folder";

    /// <value><c>NoTransport</c> (default): letters are marked as sent and can be printed from the case. <c>Folder</c>: each letter is also put into <see cref="LetterFolder"/>, as a PDF file and a manifest that says by which way it goes.</value>
    [Required, AllowedValues(NoTransport, Folder)]
    public string LetterTransport { get; set; } = NoTransport;

    /// <value>The folder that a printing or dispatch service empties; default <c>data/letters</c>.</value>
    [Required]
    public string LetterFolder { get; set; } = "data/letters";

    /// <value>Hosts that workflows may send HTTP requests to; none by default, so that a drawing cannot reach what only the server can reach.</value>
    public IReadOnlyList<string> HttpHosts { get; set; } = [];

    /// <value>How many attempts are made before a message is given up; 1–100, default 12, with growing pauses (about two days).</value>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 12;
}
