using IndividualPlan.WorkflowHost.Components;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Where one signs in; in demo mode by choosing an invented person.</summary>
public sealed partial class SignInPage : PageComponent
{
    /// <summary>Where to go afterwards; an address on this site.</summary>
    [Parameter]
    public string ReturnUrl { get; set; } = "/";

    /// <summary>Whether the choice that was sent is none of the people.</summary>
    [Parameter]
    public bool HasError { get; set; }

    private string Heading => T("Logg inn", "Logg inn", "Sign in");
}
