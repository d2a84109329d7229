using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>How a service stands in the plan.</summary>
internal static class ParticipantWords
{
    public static LocalizedText State(ParticipantState state) => state switch
    {
        ParticipantState.Invited => new("Invitert", "Invitert", "Invited"),
        ParticipantState.Confirmed => new("Deltar", "Deltek", "Takes part"),
        ParticipantState.Declined => new("Takket nei", "Takka nei", "Declined"),
        _ => new("Deltar ikke lenger", "Deltek ikkje lenger", "No longer takes part"),
    };

    /// <summary>Colour of the state's tag; the words say it.</summary>
    public static string Color(ParticipantState state) => state switch
    {
        ParticipantState.Confirmed => "success",
        ParticipantState.Invited => "info",
        ParticipantState.Declined => "warning",
        _ => "neutral",
    };
}
