using System.Globalization;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Reads the editor's form as it was posted. Rows are numbered from 0; the first number that is missing ends a list.</summary>
internal static class PlanFormReader
{
    /// <summary>Most rows of one list that are read; the plan itself takes fewer.</summary>
    private const int MostRows = 250;

    public static PlanForm Read(IFormCollection form)
    {
        string Text(string name) => form[name].ToString();
        IReadOnlyList<T> Rows<T>(string name, string mark, Func<string, T> read) =>
            [.. Enumerable.Range(0, MostRows).Select(at => string.Create(CultureInfo.InvariantCulture, $"{name}.{at}")).TakeWhile(row => form.ContainsKey(row + mark)).Select(read)];
        IReadOnlyList<ItemRow> Items(string name) => Rows(name, ".key", row => new ItemRow(Text(row + ".key"), Text(row + ".text"), Text(row + ".lifeArea")));
        Dictionary<string, string> Named(string prefix) => form.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(key => key[prefix.Length..], Text, StringComparer.Ordinal);

        return new PlanForm
        {
            Revision = long.TryParse(Text("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0,
            Page = Text("page") is { Length: <= 36 } page ? page : "",
            Goals = Rows("goals", ".key", row => new GoalRow(Text(row + ".key"), Text(row + ".text"), Text(row + ".own") == "true", Text(row + ".lifeArea"))),
            Resources = Items("resources"),
            Needs = Items("needs"),
            CooperationNeeds = Items("cooperationNeeds"),
            Contributions = Rows("contributions", ".key", row => new ContributionRow(Text(row + ".key"), Text(row + ".contributor"), Text(row + ".text"))),
            Measures = Rows("measures", ".key", row => new MeasureRow(
                Text(row + ".key"), Text(row + ".title"), Text(row + ".service"), Text(row + ".extent"), Text(row + ".implementation"), Text(row + ".fromOn"), Text(row + ".toOn"),
                Text(row + ".goal"), Text(row + ".uncovered") == "true")),
            Offers = Named("offer."),
            PeriodFrom = Text("period.fromOn"),
            PeriodTo = Text("period.toOn"),
            RevisionMonths = Text("period.revisionMonths"),
            ExtraRevisions = Rows("extra", "", Text),
            Child = Text("childParticipation"),
            SubPlans = Rows("subPlans", ".kind", row => new SubPlanRow(Text(row + ".kind"), Text(row + ".reference"))),
            NotRelevant = Named("notRelevant."),
        };
    }
}
