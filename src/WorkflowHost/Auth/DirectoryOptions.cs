using System.ComponentModel.DataAnnotations;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>The directory of colleagues. Section <c>Auth:Directory</c>.</summary>
internal sealed class DirectoryOptions
{
    public const string Section = $"{SignInOptions.Section}:Directory";

    /// <value>How long after the last sign-in a colleague is offered in lists; 1 to 3,650 days, default 365 days. The name is known after that too.</value>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan ListedFor { get; set; } = TimeSpan.FromDays(365);
}
