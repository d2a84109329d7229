using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Tests.HumanTasks;

/// <summary>What is written about a task or put with it is struck by its author alone, once and for a reason, and history holds none of its words.</summary>
public sealed class TaskPapersTests
{
    private static readonly HumanTask Task = HumanTask.Open(
        new HumanTaskId(Guid.CreateVersion7()), new WorkflowInstanceId(Guid.CreateVersion7()), 1, new CaseId(Guid.CreateVersion7()),
        new TaskDescription("assess", "Vurder", null, "CaseManager", null, "assessment", [new TaskOutcome("Innvilges", "Innvilges")]), By("system"));

    [Fact]
    public void A_comment_is_struck_by_its_author_for_a_reason()
    {
        var writing = By("kari");
        var comment = TaskComment.Write(new TaskCommentId(Guid.CreateVersion7()), Task, "  Ringte skolen.  ", writing);

        Assert.Equal("Ringte skolen.", comment.Text);
        Assert.Equal(StrikeAnswer.NotTheAuthor, comment.Strike(By("anders", "Feil")));
        Assert.Throws<ArgumentException>(() => comment.Strike(By("kari", "")));
        Assert.Equal(StrikeAnswer.Struck, comment.Strike(By("kari", "Feil sak")));
        Assert.Equal(StrikeAnswer.Repeated, comment.Strike(By("kari", "Feil igjen")));
        Assert.Equal("Feil sak", comment.StrikeReason);
        var recorded = Assert.Single(writing.Events);
        Assert.Equal(("task-commented", Task.CaseId), (recorded.Event, recorded.CaseId));
        Assert.DoesNotContain("skolen", recorded.Details.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_recorded_by_its_fingerprint_and_without_its_name()
    {
        var adding = By("kari");
        var file = TaskAttachment.Add(new TaskAttachmentId(Guid.CreateVersion7()), Task, new FileFacts("Fullmakt Glad Fjellrev.pdf", "application/pdf", 12, new string('a', 64)), adding);

        Assert.Equal(StrikeAnswer.NotTheAuthor, file.Strike(By("anders", "Feil")));
        Assert.Equal(StrikeAnswer.Struck, file.Strike(By("kari", "Feil fil")));
        var recorded = Assert.Single(adding.Events);
        Assert.Equal("task-file-attached", recorded.Event);
        Assert.DoesNotContain("Fjellrev", recorded.Details.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(new string('a', 64), (string?)recorded.Details["sha256"]);
        Assert.Throws<ArgumentException>(() => TaskAttachment.Add(file.Id, Task, new FileFacts("a.pdf", "application/pdf", 1, "kort"), By("kari")));
    }

    private static Operation By(string user, string reason = "") => new(new Actor(user, ["CaseManager"], null), reason, new DateTimeOffset(2027, 1, 11, 8, 0, 0, TimeSpan.Zero));
}
