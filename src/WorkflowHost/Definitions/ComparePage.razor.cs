using System.Globalization;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Activities;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Two versions beside each other, in words: <see cref="ComparedVersions"/>.</summary>
public sealed partial class ComparePage : PageComponent
{
    private ComparedVersions Compared => The<ComparedVersions>();

    private FlowDifferences Differences => Compared.Differences;

    private string Id => Compared.To.DefinitionId;

    private string Heading => T(
        $"Fra versjon {Compared.From.Version} til versjon {Compared.To.Version}", $"Frå versjon {Compared.From.Version} til versjon {Compared.To.Version}",
        $"From version {Compared.From.Version} to version {Compared.To.Version}");

    private IReadOnlyList<Choice> Choices =>
        [.. Compared.Versions.Select(v => new Choice(v.Version.ToString(CultureInfo.InvariantCulture), T(FlowPageWords.Option(v, Language))))];

    private string Summary
    {
        get
        {
            if (Differences.IsSame)
            {
                return Differences.IsRedrawn
                    ? T("Bare plasseringen på tegningen er endret. Det betyr ingenting for sakene.", "Berre plasseringa på teikninga er endra. Det betyr ingenting for sakene.", "Only where things stand on the drawing has changed. That means nothing for the cases.")
                    : T("De to versjonene er like.", "Dei to versjonane er like.", "The two versions are the same.");
            }

            string[] parts =
            [
                .. Count(Differences.Added.Count, new("steg lagt til", "steg lagt til", "steps added")),
                .. Count(Differences.Removed.Count, new("steg tatt bort", "steg teke bort", "steps taken away")),
                .. Count(Differences.Changed.Count, new("steg endret", "steg endra", "steps changed")),
                .. Count(Differences.Ways.Count, Differences.Ways.Count == 1 ? new("vei videre endret", "veg vidare endra", "way on changed") : new("veier videre endret", "vegar vidare endra", "ways on changed")),
                .. Count(Differences.Whole.Count, new("endret i arbeidsflyten som helhet", "endra i arbeidsflyten som heilskap", "changed in the workflow as a whole")),
            ];
            return string.Join(", ", parts) + ".";
        }
    }

    private IEnumerable<string> Count(int count, LocalizedText what) => count == 0 ? [] : [$"{count} {(count == 1 && Language == "en" ? T(what).Replace("steps ", "step ", StringComparison.Ordinal) : T(what))}"];
}
