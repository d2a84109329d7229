using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>What the tables of the office pages share: how a case, a person and a holder are shown, and where links lead.</summary>
public abstract class OfficeComponent : PageComponent
{
    private protected OfficeList List => The<OfficeList>();

    private protected string Caption => T(OfficeWords.Heading(List.Block));

    private protected string CaptionId => List.Block.Slug() + "-table";

    private protected bool MayOpenCases => May(Policies.ReadCase);

    private protected bool MayOpenTasks => May(Policies.WorkOnTasks);

    /// <summary>The person's name, for those who may see it.</summary>
    private protected static string? Name(PersonName? person) => person is null ? null : $"{person.GivenName} {person.FamilyName}";

    private protected static string AddressOf(CaseId id) => $"/cases/{id}";

    private protected static string AddressOf(OfficeTask task) => $"/tasks/{task.TaskId}";

    /// <summary>The colleague who has it, or that nobody has, and whose it is to take.</summary>
    private protected string HeldBy(OfficeHolder holder) => holder switch
    {
        { Name: { } name } => name,
        { Role: { } role } => T($"Ingen ennå ({RoleNames.Role(role).Nb.ToLowerInvariant()})", $"Ingen enno ({RoleNames.Role(role).Nn.ToLowerInvariant()})", $"Nobody yet ({RoleNames.Role(role).En.ToLowerInvariant()})"),
        _ => T("Ingen ennå", "Ingen enno", "Nobody yet"),
    };

    /// <summary>A task as a link to it, for those who work on tasks.</summary>
    private protected RenderFragment TaskCell(OfficeTask? task) => builder =>
    {
        if (task is null)
        {
            builder.AddContent(0, T("Ingen åpen oppgave", "Inga open oppgåve", "No open task"));
        }
        else if (MayOpenTasks)
        {
            builder.OpenElement(1, "a");
            builder.AddAttribute(2, "class", "aksel-link");
            builder.AddAttribute(3, "href", AddressOf(task));
            builder.AddContent(4, Titled(task.Title));
            builder.CloseElement();
        }
        else
        {
            builder.AddContent(5, Titled(task.Title));
        }
    };

    /// <summary>A case by its reference, as a link for those who may read cases, with the name for those who may see it. The case asks leaders for a reason itself.</summary>
    private protected RenderFragment CaseCell(CaseId id, string reference, PersonName? person) => builder =>
    {
        if (MayOpenCases)
        {
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "class", "aksel-link");
            builder.AddAttribute(2, "href", AddressOf(id));
            builder.AddContent(3, reference);
            builder.CloseElement();
        }
        else
        {
            builder.AddContent(4, reference);
        }

        if (Name(person) is { } name)
        {
            builder.OpenElement(5, "span");
            builder.AddAttribute(6, "class", "ip-office__under");
            builder.AddContent(7, name);
            builder.CloseElement();
        }
    };
}
