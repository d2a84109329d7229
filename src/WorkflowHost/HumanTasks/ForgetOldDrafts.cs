using System.ComponentModel.DataAnnotations;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>Settings of tasks; section <c>HumanTasks</c>.</summary>
internal sealed class HumanTaskOptions
{
    public const string Section = "HumanTasks";

    /// <value>How long a draft that nobody goes on with is kept; 1 day to 5 years, default 90 days.</value>
    [Range(typeof(TimeSpan), "1.00:00:00", "1826.00:00:00")]
    public TimeSpan DraftsKeptFor { get; set; } = TimeSpan.FromDays(90);

    /// <value>The largest file that can lie with a task, in bytes; 1,000 to 25,000,000, default 10,000,000. A server in front must let as much through.</value>
    [Range(1_000, 25_000_000)]
    public int MaxAttachmentBytes { get; set; } = 10_000_000;

    /// <value>Most files with one task; 1 to 200, default 30.</value>
    [Range(1, 200)]
    public int MaxAttachments { get; set; } = 30;
}

/// <summary>Removes drafts that nobody has gone on with for long (casa#5846: unwanted drafts pile up).</summary>
internal sealed class ForgetOldDrafts(WorkWriter writer, IOptions<HumanTaskOptions> options, TimeProvider clock) : RecurringJob
{
    public override string Key => "drafts";

    public override LocalizedText Name => new("Gamle kladder", "Gamle kladdar", "Old drafts");

    public override LocalizedText Purpose => new(
        "Sletter kladder som ingen har arbeidet videre med på lenge.", "Slettar kladdar som ingen har arbeidd vidare med på lenge.", "Removes drafts that nobody has gone on with for long.");

    public override TimeSpan Interval => TimeSpan.FromHours(12);

    /// <returns>How many were removed.</returns>
    public override Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - options.Value.DraftsKeptFor;
        return writer.RunAsync(
            new Operation(Actor.System, "", clock.GetUtcNow()), (work, token) => work.Db.TaskDrafts.Where(d => d.SavedAt < before).ExecuteDeleteAsync(token), cancellationToken);
    }
}
