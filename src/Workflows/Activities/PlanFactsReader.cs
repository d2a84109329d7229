using System.Text.Json;
using System.Text.Json.Serialization;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Reads what the case facts tell about the plan. <see cref="Json"/> is how the host writes the draft into them.</summary>
public static class PlanFactsReader
{
    /// <summary>How a plan's content stands in the case facts as <c>plan.draft</c>.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal static PlanContent Draft(CaseFactsReader facts) =>
        facts.Object("plan")?["draft"] is { } draft ? draft.Deserialize<PlanContent>(Json) ?? PlanContent.Empty : PlanContent.Empty;

    internal static int Age(CaseFactsReader facts) => int.TryParse(facts.Text("age"), out var age) ? age : int.MaxValue;

    internal static PlanFacts Read(CaseFactsReader facts) => new(
        [
            .. facts.Participants.Where(fact => TaskResult.TextOf(fact["status"]) is nameof(ParticipantState.Invited) or nameof(ParticipantState.Confirmed))
                .Select(fact => new ParticipantFact(new ParticipantId(Id(TaskResult.TextOf(fact["participantId"]))), TaskResult.TextOf(fact["service"]) ?? "", TaskResult.TextOf(fact["role"]))),
        ],
        facts.Text("mainResponsibleService"),
        facts.Object("coordinator") is { } coordinator ? new CoordinatorPeriodId(Id(TaskResult.TextOf(coordinator["periodId"]))) : null,
        facts.Text("planConsent") == nameof(ConsentState.Given) ? [new ConsentFact(default, ConsentType.Plan, null)] : []);

    private static Guid Id(string? text) => Guid.TryParse(text, out var id) ? id : default;
}
