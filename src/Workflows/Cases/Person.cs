using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.Cases;

/// <summary>Grade of address protection in the national register (P-19).</summary>
public enum AddressProtection
{
    /// <summary>None.</summary>
    None,

    /// <summary>Confidential (fortrolig, formerly code 7).</summary>
    Confidential,

    /// <summary>Strictly confidential (strengt fortrolig, formerly code 6): hidden from everyone but a named group (P-20).</summary>
    StrictlyConfidential,

    /// <summary>Strictly confidential, abroad.</summary>
    StrictlyConfidentialAbroad,
}

/// <summary>The service recipient (tjenestemottaker) as register data. Birth date is stored, never read out of the identity number (P-26).</summary>
public sealed class Person
{
    private Person()
    {
    }

    /// <summary>Id inside the product; survives a change of identity number (P-25).</summary>
    public PersonId Id { get; private set; }

    /// <summary>Given name.</summary>
    public string GivenName { get; private set; } = "";

    /// <summary>Family name.</summary>
    public string FamilyName { get; private set; } = "";

    /// <summary>Date of birth.</summary>
    public DateOnly BornOn { get; private set; }

    /// <summary>Language of letters: <c>nb</c>, <c>nn</c> or <c>en</c> (P-24).</summary>
    public string Language { get; private set; } = "nb";

    /// <summary>Language for which an interpreter is needed, a code such as <c>so</c>; null when none is (L-20).</summary>
    public string? InterpreterLanguage { get; private set; }

    /// <summary>Grade of address protection; re-read before each mailing (P-20).</summary>
    public AddressProtection AddressProtection { get; private set; }

    /// <summary>Whether the person is reserved against digital communication (P-33); then letters go on paper.</summary>
    public bool IsReservedAgainstDigital { get; private set; }

    /// <summary>When digital contact data were last confirmed; null when there are none, then letters go on paper (P-33).</summary>
    public DateOnly? ContactDataConfirmedOn { get; private set; }

    /// <summary>Date of death; once set, no letter or reminder goes out (domain §1.15).</summary>
    public DateOnly? DeceasedOn { get; private set; }

    /// <summary>User id of the person's own login, or null.</summary>
    public string? UserId { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>Registers a person; records <c>person-registered</c> without name or number.</summary>
    public static Person Register(PersonId id, string givenName, string familyName, DateOnly bornOn, string language, Operation operation)
    {
        var person = new Person
        {
            Id = id,
            GivenName = TextLimits.Require(givenName, TextLimits.Name, nameof(givenName)),
            FamilyName = TextLimits.Require(familyName, TextLimits.Name, nameof(familyName)),
            BornOn = bornOn,
            Language = KnownLanguage(language),
        };
        operation.Record(null, "person-registered", ("personId", id), ("language", person.Language));
        return person;
    }

    /// <summary>Age in whole years on the date; the age changes at the start of the birthday, for 29 February on 1 March in other years.</summary>
    public int AgeOn(DateOnly date) =>
        date.Year - BornOn.Year - ((date.Month, date.Day).CompareTo((BornOn.Month, BornOn.Day)) < 0 ? 1 : 0);

    /// <summary>The date on which the person reaches the age.</summary>
    public DateOnly BirthdayOn(int age) =>
        BornOn is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(BornOn.Year + age)
            ? new DateOnly(BornOn.Year + age, 3, 1)
            : BornOn.AddYears(age);

    /// <summary>Corrects name or birth date after the register; records <c>person-corrected</c> with which fields changed.</summary>
    public void Correct(string givenName, string familyName, DateOnly bornOn, Operation operation)
    {
        var changed = new List<string>();
        if (GivenName != givenName || FamilyName != familyName)
        {
            changed.Add("name");
        }

        if (BornOn != bornOn)
        {
            changed.Add("bornOn");
        }

        if (changed.Count == 0)
        {
            return;
        }

        GivenName = TextLimits.Require(givenName, TextLimits.Name, nameof(givenName));
        FamilyName = TextLimits.Require(familyName, TextLimits.Name, nameof(familyName));
        BornOn = bornOn;
        operation.Record(null, "person-corrected", ("personId", Id), ("fields", changed));
    }

    /// <summary>Sets language of letters and interpreter need; records <c>language-set</c>.</summary>
    public void SetLanguage(string language, string? interpreterLanguage, Operation operation)
    {
        Language = KnownLanguage(language);
        InterpreterLanguage = TextLimits.Bound(interpreterLanguage, TextLimits.Code, nameof(interpreterLanguage));
        operation.Record(null, "language-set", ("personId", Id), ("language", Language), ("interpreter", InterpreterLanguage is not null));
    }

    /// <summary>Takes over contact preferences from the contact and reservation register (P-33); records <c>contact-preferences-read</c>.</summary>
    public void SetContactPreferences(bool isReserved, DateOnly? contactDataConfirmedOn, Operation operation)
    {
        IsReservedAgainstDigital = isReserved;
        ContactDataConfirmedOn = contactDataConfirmedOn;
        operation.Record(null, "contact-preferences-read", ("personId", Id), ("reserved", isReserved), ("confirmedOn", contactDataConfirmedOn));
    }

    /// <summary>Sets the grade of address protection; records <c>address-protection-changed</c>. Takes effect at once (P-20).</summary>
    /// <param name="grade">The grade that the register has.</param>
    /// <param name="operation">Who sets it and why.</param>
    /// <param name="caseId">The case that it was set from, whose history tells it; null when it came from the register.</param>
    public void Protect(AddressProtection grade, Operation operation, CaseId? caseId = null)
    {
        if (grade != AddressProtection)
        {
            var before = AddressProtection;
            AddressProtection = grade;
            operation.Record(caseId, "address-protection-changed", ("personId", Id), ("grade", grade), ("before", before));
        }
    }

    /// <summary>Records death; records <c>death-registered</c>. Doing it again keeps the first date.</summary>
    public void Die(DateOnly deceasedOn, Operation operation)
    {
        if (DeceasedOn is null)
        {
            DeceasedOn = deceasedOn;
            operation.Record(null, "death-registered", ("personId", Id), ("deceasedOn", deceasedOn));
        }
    }

    /// <summary>Ties the person's own login; records <c>login-linked</c>.</summary>
    public void LinkLogin(string userId, Operation operation)
    {
        if (UserId != userId)
        {
            UserId = TextLimits.Require(userId, TextLimits.UserId, nameof(userId));
            operation.Record(null, "login-linked", ("personId", Id), ("userId", UserId));
        }
    }

    private static string KnownLanguage(string language) =>
        language is "nb" or "nn" or "en" ? language : throw new ArgumentException("The language must be nb, nn or en.", nameof(language));
}
