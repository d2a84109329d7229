using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.Papers;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using RoleNames = IndividualPlan.Workflows.Audit.RoleNames;

namespace IndividualPlan.WorkflowHost.HumanTasks.WorkList;

/// <summary>The rows of the work list.</summary>
public sealed partial class WorkListTable : PageComponent
{
    /// <summary>Id of the form that the buttons of the rows send.</summary>
    private const string TakeForm = "take";

    /// <summary>Id of the form that the ticks belong to.</summary>
    private const string PickForm = "pick";

    /// <summary>What the table is called; how many tasks there are unless said.</summary>
    [Parameter]
    public string? Caption { get; set; }

    /// <summary>Whether tasks can be ticked and moved, for those who may.</summary>
    [Parameter]
    public bool HasPicks { get; set; }

    private WorkListView View => The<WorkListView>();

    private bool Picks => HasPicks && !IsDone && May(Policies.AssignTask);

    private bool AreAllPicked => Http.Request.Query[WorkListAddress.Picked] == "all";

    /// <summary>The same page with all ticked, or with none: without script a link does it.</summary>
    private string AllOrNone => View.Address.With(WorkListAddress.Page, View.Address[WorkListAddress.Page]) is var here && AreAllPicked
        ? here.ToString()
        : QueryHelpers.AddQueryString(here.ToString(), WorkListAddress.Picked, "all");

    /// <summary>The colleague whose tasks are listed, when the list is narrowed to one.</summary>
    private (string UserId, string Name)? OfColleague => View.Address[WorkListAddress.Assignee] is { } one && one is not (TaskFilter.Me or TaskFilter.Nobody)
        ? (one, View.Tasks.FirstOrDefault(t => t.Assignee == one)?.AssigneeName ?? one)
        : null;

    private bool IsDone => View.Address[WorkListAddress.State] == "done";

    private string Order => View.Address[WorkListAddress.Sort] ?? "urgency";

    private IReadOnlyList<(string? Order, string Text)> Columns => IsDone
        ?
        [
            (null, T("Oppgave", "Oppgåve", "Task")),
            (null, T("Ferdig", "Ferdig", "Done")),
            (null, T("Av", "Av", "By")),
            (null, T("Tilstand", "Tilstand", "State")),
        ]
        :
        [
            ("reference", T("Oppgave", "Oppgåve", "Task")),
            ("urgency", T("Lovfrist", "Lovfrist", "Legal deadline")),
            ("due", T("Frist", "Frist", "Due")),
            ("followUp", T("Følg opp", "Følg opp", "Follow up")),
            (null, T("Hvem", "Kven", "Who")),
            (null, T("Tilstand", "Tilstand", "State")),
        ];

    private string Counted => View.Total == 1
        ? T("1 oppgave", "1 oppgåve", "1 task")
        : T($"{View.Total} oppgaver", $"{View.Total} oppgåver", $"{View.Total} tasks")
            + (Order == "urgency" && !IsDone ? T(", nærmeste lovfrist først", ", næraste lovfrist først", ", nearest legal deadline first") : "");

    /// <summary>The case's reference, and the person's name for those who may see it.</summary>
    private string Case(ListedTask task) => task switch
    {
        { CaseReference: null } => T("Ikke knyttet til en sak", "Ikkje knytt til ei sak", "Belongs to no case"),
        { Person: { } person } => $"{task.CaseReference} · {person.GivenName} {person.FamilyName}",
        _ => task.CaseReference,
    };

    /// <summary>How much colleagues have written and put with it; null when there is nothing.</summary>
    private string? Papers(ListedTask task) => PaperWords.Count(task.Comments, task.Attachments) is { } count ? T(count) : null;

    private string Holder(ListedTask task) => task switch
    {
        { Assignee: null, Role: { } role } => T(RoleNames.Of(role)),
        { Assignee: null } => "",
        _ when task.Assignee == Who!.UserId => T("Du", "Du", "You"),
        _ => task.AssigneeName ?? "",
    };

    /// <summary>Whose task it is, when it is in the list because the user stands in for a colleague.</summary>
    private string? OnBehalfOf(ListedTask task) =>
        View.Scope == TaskScope.Mine && task.Assignee is { } holder && holder != Who!.UserId && task.EndedAt is null ? task.AssigneeName : null;

    private bool MayTake(ListedTask task) => task is { Assignee: null, EndedAt: null } && (task.Role is null || Who!.Has(task.Role));

    private string Pick(ListedTask task) => T($"Merk {Titled(task.Title)}, {task.CaseReference}", $"Merk {Titled(task.Title)}, {task.CaseReference}", $"Tick {Titled(task.Title)}, {task.CaseReference}");

    private string Take(ListedTask task) => T($"Ta oppgaven {Titled(task.Title)}, {task.CaseReference}", $"Ta oppgåva {Titled(task.Title)}, {task.CaseReference}", $"Take the task {Titled(task.Title)}, {task.CaseReference}");
}
