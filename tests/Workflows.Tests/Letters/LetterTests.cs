using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Letters;

public sealed class LetterTests
{
    private static readonly DateOnly Today = Given.Day("2027-05-28");

    public static TheoryData<LetterState, LetterOperation> Cells => Walk.Of<LetterState, LetterOperation>();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_step_follows_the_table(LetterState from, LetterOperation step) =>
        Walk.Step(LetterTransitions.Table, Queue(LetterTemplateKey.Receipt), from, step, (letter, operation) =>
        {
            var by = Given.On("2027-05-28");
            if (operation == LetterOperation.Send)
            {
                letter.MarkSent(by.Now, by.Today, by);
            }
            else
            {
                letter.Stop(by);
            }
        });

    [Fact]
    public void The_table_is_as_written() => Walk.Matrix(LetterTransitions.Table, """
        Queued: Send>Sent Stop>Stopped
        Sent: Send=
        Stopped: Stop=
        """);

    [Fact]
    public void An_unknown_template_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Queue("no-such-letter"));
    }

    [Fact]
    public void The_first_opening_counts()
    {
        var letter = Queue(LetterTemplateKey.DecisionGranted);
        var first = Given.On("2027-06-01");

        letter.MarkOpened(first);
        letter.MarkOpened(Given.On("2027-06-02"));

        Assert.Equal(first.Now, letter.OpenedAt);
    }

    [Theory]
    [InlineData(false, "2027-01-01", AddressProtection.None, LetterChannel.Digital)]
    [InlineData(false, "2025-11-28", AddressProtection.None, LetterChannel.Digital)]
    [InlineData(false, "2025-11-27", AddressProtection.None, LetterChannel.Paper)]
    [InlineData(false, null, AddressProtection.None, LetterChannel.Paper)]
    [InlineData(true, "2027-01-01", AddressProtection.None, LetterChannel.Paper)]
    [InlineData(false, "2027-01-01", AddressProtection.Confidential, LetterChannel.Digital)]
    [InlineData(false, "2027-01-01", AddressProtection.StrictlyConfidential, LetterChannel.Paper)]
    public void A_letter_goes_on_paper_to_the_reserved_and_where_contact_data_are_old(
        bool isReserved, string? confirmedOn, AddressProtection protection, LetterChannel expected)
    {
        var person = Somebody();
        person.SetContactPreferences(isReserved, confirmedOn is null ? null : Given.Day(confirmedOn), Given.On("2027-05-28"));
        person.Protect(protection, Given.On("2027-05-28"));

        Assert.Equal(expected, LetterRecipients.ChannelFor(person, Given.Law.Arrival, Today));
    }

    /// <summary>L-57 and FVL §§ 12, 16 and 27: those who act for the person get what the person gets, as long as they do.</summary>
    [Theory]
    [InlineData("SOC-28", 30, false, "Person")]
    [InlineData("SOC-28", 30, true, "Person Representative")]
    [InlineData("SOC-28", 17, false, "Person Guardian")]
    [InlineData("HEALTH-MUN", 17, false, "Person")]
    [InlineData("HEALTH-MUN", 15, true, "Person Guardian Representative")]
    [InlineData("CHILD-WELFARE", 4, false, "Guardian")]
    public void Those_who_act_for_the_person_get_a_copy(string track, int age, bool isRepresented, string expected)
    {
        var own = new LetterAddress(LetterRecipientKind.Person, LetterChannel.Digital);

        var copies = LetterRecipients.Copies(own, ConsentAgeRules.Find(Given.Law, track, age, new ConsentSituation()), isRepresented ? "request" : null);

        Assert.Equal(expected, string.Join(' ', copies.Select(copy => copy.Kind)));
        Assert.All(copies.Where(copy => copy.Kind != LetterRecipientKind.Person), copy => Assert.Equal(LetterChannel.Paper, copy.Channel));
    }

    private static Person Somebody() =>
        Person.Register(new PersonId(Guid.Empty), "ÆRLIG", "KVITVEIS", Given.Day("1990-07-07"), "nb", Given.On("2027-05-01"));

    private static Letter Queue(string template) => Letter.Queue(
        new LetterId(Guid.Empty),
        Given.Case,
        template,
        "nb",
        new LetterAddress(LetterRecipientKind.Person, LetterChannel.Digital),
        "Svar i saken din",
        "Hei",
        new JournalMetadata("IP-2027-00001/1", "IP-2027-00001", "Svar", "Personen", Today, Given.On("2027-05-28").Now),
        Given.On("2027-05-28"));
}
