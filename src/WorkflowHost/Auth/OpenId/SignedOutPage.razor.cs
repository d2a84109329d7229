using IndividualPlan.WorkflowHost.Components;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>Signed out here; on the way to the provider, or back from it.</summary>
public sealed partial class SignedOutPage : PageComponent
{
    /// <summary>The provider's address for signing out; null when there is no more to do.</summary>
    [Parameter]
    public string? Next { get; set; }

    private string Heading => T("Du er logget ut", "Du er logga ut", "You are signed out");
}
