using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Components;

/// <summary>What every page and building block knows: the request, its language, and who is signed in.</summary>
public abstract class PageComponent : ComponentBase
{
    [CascadingParameter]
    private protected HttpContext Http { get; set; } = null!;

    [Inject]
    private protected TaskTitles TaskTitles { get; set; } = null!;

    /// <summary>What the page shows, as a use case answered it; read it with <see cref="The{T}"/>.</summary>
    /// <remarks>The types of use cases are internal and components are public, so it has no type of its own here.</remarks>
    [Parameter]
    public object? Model { get; set; }

    /// <summary>Language of the page: <c>nb</c>, <c>nn</c> or <c>en</c>.</summary>
    private protected string Language => RequestLanguage.Of(Http.Request);

    /// <summary>Who is signed in, or null.</summary>
    private protected CurrentUser? Who => Http.User.Identity?.IsAuthenticated is true ? CurrentUser.From(Http.User) : null;

    /// <summary>A text in the page's language.</summary>
    private protected string T(LocalizedText text) => text.In(Language);

    /// <summary>A text in the page's language.</summary>
    private protected string T(string nb, string nn, string en) => new LocalizedText(nb, nn, en).In(Language);

    /// <summary>What a task is called, in the page's language where the drawing says it.</summary>
    private protected string Titled(string title) => TaskTitles.Of(title).In(Language);

    /// <summary>Whether the signed-in person has one of the roles of a policy.</summary>
    private protected bool May(string policy) => Who is { } who && Policies.Granted[policy].Any(who.Has);

    /// <summary>What the page was given to show.</summary>
    /// <exception cref="InvalidCastException">It was given something else.</exception>
    private protected T The<T>() => (T)Model!;

    /// <summary>A date as people read it.</summary>
    private protected string Show(DateOnly date) => Dates.Show(date, Language);

    /// <summary>The date of an instant, in Norway.</summary>
    private protected string Show(DateTimeOffset at) => Dates.Show(at, Language);

    /// <summary>An instant with its time of day, in Norway.</summary>
    private protected string ShowWithTime(DateTimeOffset at) => Dates.ShowWithTime(at, Language);
}
