using System.Globalization;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.Faults.Tests.Simulation;

/// <summary>A person who does not exist, with a number that nobody can have (month + 80, P-28).</summary>
internal static class InventedPerson
{
    private static readonly string[] Given = ["GLAD", "MODIG", "STILLE", "KVIKK", "BLID", "RASK", "VÅKEN", "LUN"];
    private static readonly string[] Family = ["RYPE", "TORSK", "GRANSKOG", "MÅKE", "ELGOKSE", "HESTEHOV", "FJELLREV", "BERGKNAUS"];

    /// <summary>The person as the API takes it; each index is another person.</summary>
    public static object Of(int index)
    {
        var bornOn = new DateOnly(1960, 1, 1).AddDays(index * 5 % 14_000);
        return new
        {
            nationalIdentityNumber = Number(bornOn, index), givenName = Given[index % Given.Length], familyName = Family[index / Given.Length % Family.Length],
            bornOn = bornOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), language = index % 7 == 0 ? "nn" : "nb",
        };
    }

    private static string Number(DateOnly bornOn, int index)
    {
        // Those born on the same day lie 14,000 / 5 apart and take each a range of its own; in each some numbers have right check digits.
        var day = string.Create(CultureInfo.InvariantCulture, $"{bornOn.Day:00}{bornOn.Month + 80:00}{bornOn.Year % 100:00}");
        var from = index / 2_800 * 200_00;
        return Enumerable.Range(from, 200_00).Select(n => day + (n % 100_000).ToString("00000", CultureInfo.InvariantCulture))
            .First(static n => NationalIdentityNumber.TryParse(n, syntheticAllowed: true, out var number, out _) && number.PassesRuleUntil2031);
    }
}
