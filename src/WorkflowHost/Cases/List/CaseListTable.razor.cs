using IndividualPlan.WorkflowHost.Components;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>The rows of the list of cases.</summary>
public sealed partial class CaseListTable : PageComponent
{
    private CaseListView View => The<CaseListView>();

    private IEnumerable<(CaseOrder? Order, string Text)> Columns
    {
        get
        {
            yield return (View.ShowsWhole ? CaseOrder.Newest : null, T("Sak", "Sak", "Case"));
            if (View.ShowsNames)
            {
                yield return (null, T("Person", "Person", "Person"));
            }

            yield return (null, T("Tilstand", "Tilstand", "State"));
            if (View.ShowsWhole)
            {
                yield return (null, T("Saksbehandler", "Saksbehandlar", "Case manager"));
            }

            yield return (null, T("Koordinator", "Koordinator", "Coordinator"));
            if (View.ShowsWhole)
            {
                yield return (CaseOrder.Deadline, T("Neste frist", "Neste frist", "Next deadline"));
            }
        }
    }

    private string Counted => (View.Total == 1 ? T("1 sak", "1 sak", "1 case") : T($"{View.Total} saker", $"{View.Total} saker", $"{View.Total} cases")) + View.Filter.Order switch
    {
        _ when View.Total < 2 => "",
        CaseOrder.Deadline => T(", nærmeste frist først", ", næraste frist først", ", nearest deadline first"),
        _ => T(", de nyeste først", ", dei nyaste først", ", the newest first"),
    };

    /// <summary>A name, or a dash that screen readers say as "none".</summary>
    private RenderFragment Name(string? name) => builder =>
    {
        if (name is not null)
        {
            builder.AddContent(0, name);
            return;
        }

        builder.OpenElement(1, "span");
        builder.AddAttribute(2, "class", "ip-none ip-subtle");
        builder.AddMarkupContent(3, "<span aria-hidden=\"true\">–</span>");
        builder.OpenElement(4, "span");
        builder.AddAttribute(5, "class", "aksel-sr-only");
        builder.AddContent(6, T("ingen", "ingen", "none"));
        builder.CloseElement();
        builder.CloseElement();
    };
}
