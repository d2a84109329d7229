using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.Cases;

/// <summary>One identity number of a person with the period it applied: a person may get a new one (P-25), and the old ones stay findable.</summary>
/// <remarks>The host stores these apart from <see cref="Person"/>; the number is never a key and never in history, logs or URLs.</remarks>
public sealed class PersonIdentifier
{
    private PersonIdentifier()
    {
    }

    /// <summary>The person.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>Order within the person, from 1; with <see cref="PersonId"/> the key of the row.</summary>
    public int Sequence { get; private set; }

    /// <summary>The eleven digits.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What kind of number it is.</summary>
    public NationalIdentityNumberKind Kind { get; private set; }

    /// <summary>First day it applied, as far as we know.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>Day it was replaced; null while it applies.</summary>
    public DateOnly? ReplacedOn { get; private set; }

    /// <summary>Records the first number of a person; records <c>identifier-recorded</c> with its kind only.</summary>
    public static PersonIdentifier First(PersonId personId, NationalIdentityNumber number, Operation operation) =>
        Create(personId, 1, number, operation);

    /// <summary>Replaces this number by a new one (P-25): this one ends today, and the new one is returned. The same number again returns this one.</summary>
    public PersonIdentifier ReplaceBy(NationalIdentityNumber number, Operation operation)
    {
        if (number.Value == Number)
        {
            return this;
        }

        ReplacedOn = operation.Today;
        return Create(PersonId, Sequence + 1, number, operation);
    }

    private static PersonIdentifier Create(PersonId personId, int sequence, NationalIdentityNumber number, Operation operation)
    {
        operation.Record(null, "identifier-recorded", ("personId", personId), ("sequence", sequence), ("kind", number.Kind));
        return new PersonIdentifier { PersonId = personId, Sequence = sequence, Number = number.Value, Kind = number.Kind, ValidFrom = operation.Today };
    }
}
