using IndividualPlan.WorkflowHost.Tests.Cases;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;
using Drawing = IndividualPlan.Workflows.Tests.Activities.Drawing;

namespace IndividualPlan.WorkflowHost.Tests.Letters;

/// <summary>What becomes of a letter after it was written: sent once, with the day it counts as arrived; held back when it was stopped in time.</summary>
public sealed class LetterDeliveryTests
{
    [Fact]
    public async Task DeliveredLetter_IsSentOnceAndCountsAsArrived()
    {
        await using var host = await CaseOnHost.OpenAsync("2027-01-15 09:00");
        await host.StartAsync(Write(LetterTemplateKey.Receipt));

        var files = await host.DeliverAsync();
        await host.DeliverAsync();

        var letter = await LetterOf(host);
        Assert.Single(files);
        Assert.Equal(LetterState.Sent, letter.State);
        Assert.Equal(LetterChannel.Paper, letter.Channel);
        Assert.NotNull(letter.SentAt);
        Assert.Equal(new DateOnly(2027, 1, 22), letter.ArrivedOn); // D-22: five working days by post, over a weekend.
        Assert.Single(await host.EventsAsync(), static e => e == "letter-sent");
    }

    [Fact]
    public async Task Letter_CarriesWhatAnArchiveAsksFor()
    {
        // P-17b: id, which documents belong together, title, recipient, date, registration.
        await using var host = await CaseOnHost.OpenAsync("2027-01-15 09:00");
        await host.StartAsync(Write(LetterTemplateKey.Receipt));

        var letter = await LetterOf(host);
        var reference = (await host.CaseAsync()).Reference;
        Assert.Equal(new JournalMetadata($"{reference}/1", reference, letter.Subject, "Glad Fjellrev", new DateOnly(2027, 1, 15), letter.QueuedAt), letter.Journal);
    }

    [Theory]
    [InlineData(AddressProtection.None, true)]
    [InlineData(AddressProtection.Confidential, false)]
    [InlineData(AddressProtection.StrictlyConfidential, false)]
    public async Task LetterToOthers_NamesNoOfficeWhenTheAddressIsProtected(AddressProtection grade, bool isNamed)
    {
        // P-20: the office tells which municipality the person lives in.
        await using var host = await CaseOnHost.OpenAsync();
        await host.DoAsync(CaseOnHost.Kari, async (work, token) =>
        {
            (await work.Db.Persons.AsTracking().SingleAsync(token)).Protect(grade, work.Operation);
            (await work.Db.Cases.AsTracking().SingleAsync(token)).MoveToUnit("nav", work.Operation);
        });
        await host.StartAsync(Write(LetterTemplateKey.ParticipantInvitation, "Participant"));

        Assert.Equal(isNamed, (await LetterOf(host)).Body.Contains("NAV-kontoret", StringComparison.Ordinal));

        // L-110: to another municipality nothing goes by itself when nobody may know where the person is.
        await host.StartAsync(Write(LetterTemplateKey.TransferHandover, "ReceivingMunicipality"));
        Assert.Equal(grade == AddressProtection.StrictlyConfidential ? "letter-not-sent" : "letter-queued", (await host.EventsAsync())[^1]);
    }

    [Fact]
    public async Task StoppedLetter_IsNotDelivered()
    {
        // W-11, domain §1.15: the death notice comes after the letter was written, before it left.
        await using var host = await CaseOnHost.OpenAsync();
        await host.StartAsync(Write(LetterTemplateKey.Receipt));
        await host.DoAsync(CaseOnHost.Kari, static async (work, token) => (await work.Db.Letters.AsTracking().SingleAsync(token)).Stop(work.Operation));

        var files = await host.DeliverAsync();

        var letter = await LetterOf(host);
        Assert.Empty(files);
        Assert.Equal(LetterState.Stopped, letter.State);
        Assert.Null(letter.SentAt);
        Assert.DoesNotContain("letter-sent", await host.EventsAsync());
    }

    private static Drawing Write(string template, string recipient = "Person") => new Drawing().Step("letter", "SendLetter", ("template", template), ("recipient", recipient));

    private static async Task<Letter> LetterOf(CaseOnHost host)
    {
        await using var db = host.Read();
        return await db.Letters.SingleAsync();
    }
}
