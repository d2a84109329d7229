using System.Diagnostics.CodeAnalysis;

namespace IndividualPlan.Workflows.Cases;

/// <summary>Kind of identity number (domain §4.9).</summary>
public enum NationalIdentityNumberKind
{
    /// <summary>Fødselsnummer.</summary>
    BirthNumber,

    /// <summary>D-nummer: first digit raised by 4.</summary>
    DNumber,

    /// <summary>Synthetic number of NAV's Dolly (month + 40); test environments only.</summary>
    SyntheticDolly,

    /// <summary>Synthetic number of the tax administration's Tenor (month + 80); test environments only.</summary>
    SyntheticTenor,

    /// <summary>Synthetic D-number of Tenor.</summary>
    SyntheticTenorDNumber,
}

/// <summary>Why a text is no usable identity number.</summary>
public enum NationalIdentityNumberProblem
{
    /// <summary>None.</summary>
    None,

    /// <summary>Not exactly eleven digits.</summary>
    NotElevenDigits,

    /// <summary>The first four digits are no day and month under any known pattern.</summary>
    NoDate,

    /// <summary>A check digit is wrong under both the old rule and the one from 2032.</summary>
    WrongCheckDigit,

    /// <summary>A synthetic number in an environment with real people (P-27).</summary>
    SyntheticInProduction,

    /// <summary>A real-looking number in a test environment (P-27).</summary>
    RealInTest,
}

/// <summary>A national identity number (fødselsnummer) or D-number. Neither sex, age nor birth date is read from it (P-26), because that ends in 2032.</summary>
/// <remarks>Both check digit rules are taken: until 2031 the first check digit must give remainder 0, from 2032 remainders 0–3 are valid.</remarks>
public sealed record NationalIdentityNumber
{
    private static readonly int[] FirstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly int[] SecondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    private NationalIdentityNumber(string value, NationalIdentityNumberKind kind)
    {
        Value = value;
        Kind = kind;
    }

    /// <summary>The eleven digits. Only for storage in the identifier table and for the services that need it.</summary>
    public string Value { get; }

    /// <summary>Kind of number.</summary>
    public NationalIdentityNumberKind Kind { get; }

    /// <summary>True for numbers that no real person can have.</summary>
    public bool IsSynthetic => Kind >= NationalIdentityNumberKind.SyntheticDolly;

    /// <summary>True when the number also passes the check digit rule that applies until 2031.</summary>
    public bool PassesRuleUntil2031 => Remainder(Value, FirstWeights) == 0;

    /// <summary>Reads a number as people write it; blanks are ignored.</summary>
    /// <param name="text">The text.</param>
    /// <param name="syntheticAllowed">True in test environments: only synthetic numbers are taken. False in production: only real ones (P-27).</param>
    /// <param name="number">The number, when it can be used.</param>
    /// <param name="problem">Why it cannot be used.</param>
    public static bool TryParse(
        string? text, bool syntheticAllowed, [NotNullWhen(true)] out NationalIdentityNumber? number, out NationalIdentityNumberProblem problem)
    {
        number = null;
        var digits = text is null ? "" : string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        if (digits.Length != 11 || !digits.All(char.IsAsciiDigit))
        {
            problem = NationalIdentityNumberProblem.NotElevenDigits;
            return false;
        }

        if (KindOf(digits) is not { } kind)
        {
            problem = NationalIdentityNumberProblem.NoDate;
            return false;
        }

        if (Remainder(digits, FirstWeights) > 3 || Remainder(digits, SecondWeights) != 0)
        {
            problem = NationalIdentityNumberProblem.WrongCheckDigit;
            return false;
        }

        var parsed = new NationalIdentityNumber(digits, kind);
        problem = (parsed.IsSynthetic, syntheticAllowed) switch
        {
            (true, false) => NationalIdentityNumberProblem.SyntheticInProduction,
            (false, true) => NationalIdentityNumberProblem.RealInTest,
            _ => NationalIdentityNumberProblem.None,
        };
        number = problem == NationalIdentityNumberProblem.None ? parsed : null;
        return number is not null;
    }

    /// <summary>Masked entirely, so that it cannot slip into logs or messages.</summary>
    public override string ToString() => "***********";

    private static NationalIdentityNumberKind? KindOf(string digits)
    {
        var day = Two(digits, 0);
        var month = Two(digits, 2);
        var isD = day > 40;
        day -= isD ? 40 : 0;
        var added = month switch
        {
            > 80 => 80,
            > 40 => 40,
            _ => 0,
        };
        month -= added;

        // The century cannot be told from the number from 2032, so 29 February is taken for every year.
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2000, month))
        {
            return null;
        }

        return (added, isD) switch
        {
            (80, true) => NationalIdentityNumberKind.SyntheticTenorDNumber,
            (80, false) => NationalIdentityNumberKind.SyntheticTenor,
            (40, _) => NationalIdentityNumberKind.SyntheticDolly,
            (_, true) => NationalIdentityNumberKind.DNumber,
            _ => NationalIdentityNumberKind.BirthNumber,
        };
    }

    private static int Two(string digits, int at) => (10 * (digits[at] - '0')) + digits[at + 1] - '0';

    private static int Remainder(string digits, int[] weights) => weights.Select((weight, at) => weight * (digits[at] - '0')).Sum() % 11;
}
