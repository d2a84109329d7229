namespace IndividualPlan.Testing.Journeys;

/// <summary>An invented person of domain.md §8. The number follows the Tenor pattern (month + 80) and belongs to nobody (P-28).</summary>
/// <param name="User">The demo user that signs in as this person.</param>
/// <param name="GivenName">Invented given name.</param>
/// <param name="FamilyName">Invented family name.</param>
/// <param name="BornOn">Invented day of birth.</param>
/// <param name="Number">Synthetic identity number.</param>
public sealed record SyntheticPerson(string User, string GivenName, string FamilyName, DateOnly BornOn, string Number)
{
    /// <summary>1, 11 and 17.</summary>
    public static readonly SyntheticPerson Fjellrev = new("person", "GLAD", "FJELLREV", new(1989, 3, 14), "14838949844");

    /// <summary>2 and 19.</summary>
    public static readonly SyntheticPerson Havgløtt = new("havglott", "SINDIG", "HAVGLØTT", new(1996, 9, 2), "02899649578");

    /// <summary>4 and 8.</summary>
    public static readonly SyntheticPerson Rype = new("rype", "MODIG", "RYPE", new(1993, 6, 23), "23869349879");

    /// <summary>5, 7 and 30.</summary>
    public static readonly SyntheticPerson Elgokse = new("elgokse", "TREIG", "ELGOKSE", new(1978, 11, 11), "11917849937");

    /// <summary>9, 10 and 24.</summary>
    public static readonly SyntheticPerson Torsk = new("torsk", "KVIKK", "TORSK", new(2000, 5, 5), "05850099903");

    /// <summary>6, 21 and 26.</summary>
    public static readonly SyntheticPerson Hestehov = new("hestehov", "BLID", "HESTEHOV", new(1985, 1, 30), "30818549896");

    /// <summary>18, 20 and 23.</summary>
    public static readonly SyntheticPerson Granskog = new("granskog", "STILLE", "GRANSKOG", new(1971, 8, 17), "17887149917");

    /// <summary>12, 13 and 22.</summary>
    public static readonly SyntheticPerson Måke = new("maake", "VÅKEN", "MÅKE", new(2002, 2, 28), "28820299843");

    /// <summary>14.</summary>
    public static readonly SyntheticPerson Bekkeaure = new("bekkeaure", "RASK", "BEKKEAURE", new(2011, 4, 9), "09841199909");

    /// <summary>15.</summary>
    public static readonly SyntheticPerson Multemyr = new("multemyr", "LUN", "MULTEMYR", new(2010, 12, 21), "21921099824");

    /// <summary>16 and 27.</summary>
    public static readonly SyntheticPerson Bergknaus = new("bergknaus", "STØDIG", "BERGKNAUS", new(1964, 10, 19), "19906449938");

    /// <summary>3, 25, 28 and 29.</summary>
    public static readonly SyntheticPerson Kvitveis = new("kvitveis", "ÆRLIG", "KVITVEIS", new(1990, 7, 7), "07879049800");

    /// <summary>The person as the API takes it.</summary>
    public object Body => new { nationalIdentityNumber = Number, givenName = GivenName, familyName = FamilyName, bornOn = BornOn.ToString("yyyy-MM-dd", null), language = "nb" };
}
