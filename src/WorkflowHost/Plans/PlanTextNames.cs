using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>What those who contribute or are responsible are called where the plan is written as text, and who is meant by a name.</summary>
internal static class PlanTextNames
{
    public static Func<string, string> In(string language) => code => PlanWords.Who(code).In(language);

    /// <summary>The code of a name in any of the languages, or of a code that the plan uses already.</summary>
    public static Func<string, string?> Reader(PlanContent content)
    {
        string[] codes =
        [
            PlanWords.Person, PlanWords.Relatives, .. RoleNames.PlanServices.Keys, .. content.Contributions.Select(static part => part.Contributor), .. content.Measures.Select(static measure => measure.ResponsibleService),
        ];
        return name => codes.FirstOrDefault(code => code == name || Called(PlanWords.Who(code), name));
    }

    private static bool Called(LocalizedText who, string name) =>
        new[] { who.Nb, who.Nn, who.En }.Any(known => string.Equals(known, name, StringComparison.CurrentCultureIgnoreCase));
}
