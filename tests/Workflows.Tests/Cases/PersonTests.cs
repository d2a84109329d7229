using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Cases;

public sealed class PersonTests
{
    [Theory]
    [InlineData("2011-04-09", "2027-04-08", 15)]
    [InlineData("2011-04-09", "2027-04-09", 16)]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    public void AgeOn_AroundTheBirthday_ChangesAtItsStart(string born, string on, int age)
    {
        Assert.Equal(age, Born(born).AgeOn(Given.Day(on)));
    }

    [Theory]
    [InlineData("2011-04-09", 16, "2027-04-09")]
    [InlineData("2008-02-29", 18, "2026-03-01")]
    [InlineData("2008-02-29", 16, "2024-02-29")]
    public void BirthdayOn_IsTheDayTheAgeIsReached(string born, int age, string on)
    {
        Assert.Equal(Given.Day(on), Born(born).BirthdayOn(age));
        Assert.Equal(age, Born(born).AgeOn(Given.Day(on)));
    }

    [Fact]
    public void History_tells_neither_name_nor_number()
    {
        var operation = Given.On("2027-01-11");
        var person = Person.Register(new PersonId(Guid.Empty), "GLAD", "FJELLREV", Given.Day("1989-03-14"), "nb", operation);
        Assert.True(NationalIdentityNumber.TryParse("14838949844", true, out var first, out _));
        Assert.True(NationalIdentityNumber.TryParse("02899649578", true, out var second, out _));

        var identifier = PersonIdentifier.First(person.Id, first, operation);
        var replaced = identifier.ReplaceBy(second, operation);
        person.Correct("GLADERE", "FJELLREV", person.BornOn, operation);

        Assert.Equal((2, Given.Day("2027-01-11")), (replaced.Sequence, identifier.ReplacedOn));
        Assert.Same(replaced, replaced.ReplaceBy(second, operation));
        Assert.All(operation.Events, e => Assert.DoesNotContain("FJELLREV", e.Details.ToJsonString()));
        Assert.All(operation.Events, e => Assert.DoesNotContain("49844", e.Details.ToJsonString()));
    }

    [Fact]
    public void Register_UnknownLanguage_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Person.Register(new PersonId(Guid.Empty), "A", "B", default, "sv", Given.On("2027-01-11")));
    }

    private static Person Born(string on) =>
        Person.Register(new PersonId(Guid.Empty), "VÅKEN", "MÅKE", Given.Day(on), "nn", Given.On("2027-01-11"));
}
