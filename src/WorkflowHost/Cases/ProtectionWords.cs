using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>What the grades of address protection are called (P-19).</summary>
internal static class ProtectionWords
{
    public static LocalizedText Of(AddressProtection grade) => grade switch
    {
        AddressProtection.None => new("Ingen beskyttelse", "Inga vern", "No protection"),
        AddressProtection.Confidential => new("Fortrolig", "Fortruleg", "Confidential"),
        AddressProtection.StrictlyConfidential => new("Strengt fortrolig", "Strengt fortruleg", "Strictly confidential"),
        _ => new("Strengt fortrolig, i utlandet", "Strengt fortruleg, i utlandet", "Strictly confidential, abroad"),
    };
}
