using System.Net;
using System.Net.Mail;
using System.Text;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>
/// E-mails to staff: that something waits, with a link, and nothing about whom or what (P-20). The address is looked up when the e-mail leaves, so that the outbox holds none.
/// </summary>
/// <remarks>The base library's client stands in for MailKit, which its documentation recommends. It can STARTTLS and authenticate, which is what a mail server in an office asks for.</remarks>
internal sealed class MailTransport(IDbContextFactory<IpDbContext> contexts, UserDirectory users, MailOptions options, SiteOptions site) : OutboxTransport
{
    /// <summary>What <see cref="DeliverAsync"/> answers when the mail server took the e-mail.</summary>
    private const string Taken = "taken";

    public override string Kind => OutboxKinds.Mail;

    /// <summary>The key of the e-mail to a user about a notification. It is made of ids and is the same however often it is made.</summary>
    public static string KeyOf(Guid notificationId, string userId) => $"mail:{notificationId:N}:{Digest(userId)}";

    public override async Task<string?> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (notificationId, userId) = Read(message);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var told = await db.Notifications.FirstOrDefaultAsync(n => n.Id == notificationId, cancellationToken);
        var choice = await db.NotificationChoices.FirstOrDefaultAsync(c => c.UserId == userId, cancellationToken) ?? new NotificationChoice();

        if (!options.IsOn || told is null || !choice.WantsMail || await IsMootAsync(db, told, cancellationToken)
            || (await users.FindAsync(userId, cancellationToken))?.Email is not { } address)
        {
            return null;
        }

        using var mail = Write(message, told, choice.Language, address);
        using var client = new SmtpClient(options.Server, options.Port) { EnableSsl = options.UseTls };
        client.Credentials = options.UserName is { } name ? new NetworkCredential(name, options.Password) : null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        await client.SendMailAsync(mail, limit.Token);
        return Taken;
    }

    public override async Task RecordAsync(Work work, OutboxMessage message, string? answer, CancellationToken cancellationToken)
    {
        var (notificationId, userId) = Read(message);
        if (answer == Taken && await work.Db.NotificationRecipients.FindAsync([notificationId, userId], cancellationToken) is { } recipient)
        {
            recipient.MailedAt = work.Operation.Now;
        }
    }

    /// <summary>Whether what it reminds of is done meanwhile. A death ends tasks and deadlines too (W-11); the work that it leaves behind is reminded of as any other.</summary>
    private static async Task<bool> IsMootAsync(IpDbContext db, NotificationRow told, CancellationToken cancellationToken)
    {
        if (!NotificationKinds.OfLadders.Contains(told.Kind))
        {
            return false;
        }

        var subjectId = told.SubjectId;
        return told.Kind == NotificationKinds.DeadlineWarning
            ? await db.Deadlines.AnyAsync(d => d.Id == new DeadlineId(subjectId) && (d.MetOn != null || d.State == DeadlineState.Stopped), cancellationToken)
            : await db.HumanTasks.AnyAsync(t => t.Id == new HumanTaskId(subjectId) && t.EndedAt != null, cancellationToken);
    }

    private MailMessage Write(OutboxMessage message, NotificationRow row, string language, string address)
    {
        var from = new MailAddress(options.From!, NotificationWords.Product.In(language));
        var mail = new MailMessage(from, new MailAddress(address))
        {
            Subject = NotificationWords.MailSubject(row.Kind).In(language),
            SubjectEncoding = Encoding.UTF8,
            Body = NotificationWords.MailBody(row.Kind, site.PublicAddress!.TrimEnd('/') + NotificationWords.AddressOf(row), row.IsLate).In(language),
            BodyEncoding = Encoding.UTF8,
        };

        // The same e-mail has the same id, so that one that is sent again after a crash is known for what it is.
        mail.Headers.Add("Message-ID", $"<{Digest(message.Key)}@{from.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("Content-Language", language);
        return mail;
    }

    private static (Guid NotificationId, string UserId) Read(OutboxMessage message)
    {
        var asked = JsonNode.Parse(message.Payload)!;
        return ((Guid)asked["notificationId"]!, (string)asked["userId"]!);
    }
}
