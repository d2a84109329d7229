using IndividualPlan.Workflows.Coordinators;

namespace IndividualPlan.WorkflowHost.Coordinators;

/// <summary>What people call kinds of coordinators, and how their time stands.</summary>
internal static class CoordinatorWords
{
    public static LocalizedText Type(CoordinatorType type) => type switch
    {
        CoordinatorType.Municipal => new("Kommunens koordinator", "Koordinatoren til kommunen", "The municipality's coordinator"),
        CoordinatorType.Child => new("Barnekoordinator", "Barnekoordinator", "Child coordinator"),
        CoordinatorType.SpecialistHealth => new("Koordinator i spesialisthelsetjenesten", "Koordinator i spesialisthelsetenesta", "Coordinator in specialist health care"),
        _ => new("Hovedansvarlig i NAV", "Hovudansvarleg i NAV", "Main responsible in NAV"),
    };

    /// <summary>Where the period stands on a day; one that has a last day ahead is still in place.</summary>
    public static LocalizedText State(CoordinatorPeriod period, DateOnly today) => period.State switch
    {
        CoordinatorState.Proposed => new("Foreslått", "Foreslått", "Proposed"),
        CoordinatorState.Declined => new("Takket nei", "Takka nei", "Declined"),
        _ when period.FromOn > today => new("Begynner senere", "Tek til seinare", "Begins later"),
        _ when period.ToOn is null || period.ToOn >= today => new("Koordinator nå", "Koordinator no", "Coordinator now"),
        _ => new("Ferdig", "Ferdig", "Ended"),
    };

    public static string Color(CoordinatorPeriod period, DateOnly today) => period.State switch
    {
        CoordinatorState.Proposed => "info",
        CoordinatorState.Declined => "warning",
        _ when period.FromOn <= today && (period.ToOn is null || period.ToOn >= today) => "success",
        _ => "neutral",
    };

    public static LocalizedText Ended(CoordinatorEndReason reason) => reason switch
    {
        CoordinatorEndReason.LeftJob => new("Sluttet i jobben", "Slutta i jobben", "Left the job"),
        CoordinatorEndReason.LongAbsence => new("Langt fravær", "Langt fråvær", "Long absence"),
        CoordinatorEndReason.PersonsWish => new("Personen ønsket en annen", "Personen ønskte ein annan", "The person wished for another"),
        CoordinatorEndReason.ServiceEnded => new("Tjenesten ble avsluttet", "Tenesta vart avslutta", "The service ended"),
        CoordinatorEndReason.Conflict => new("Konflikt", "Konflikt", "Conflict"),
        CoordinatorEndReason.Age18 => new("Personen fylte 18 år", "Personen fylte 18 år", "The person turned 18"),
        CoordinatorEndReason.Moved => new("Personen flyttet", "Personen flytta", "The person moved"),
        CoordinatorEndReason.CaseClosed => new("Saken ble avsluttet", "Saka vart avslutta", "The case was closed"),
        _ => new("Annen grunn", "Annan grunn", "Another reason"),
    };
}
