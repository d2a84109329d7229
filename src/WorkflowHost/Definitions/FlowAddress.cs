using System.Globalization;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Where the pages about workflows are.</summary>
internal static class FlowAddress
{
    public const string List = "/workflows";
    public const string New = List + "/new";
    public const string Import = List + "/import";
    public const string DownloadAll = List + "/download";
    public const string Incidents = List + "/incidents";

    /// <summary>What goes on in all workflows, in Elsa Studio; its list cannot be told to show one workflow alone.</summary>
    public const string RunningCases = "/studio/instances?statuses=Running";

    /// <summary>The page of a workflow, with its versions.</summary>
    public static string Of(string definitionId) => FlowPageWords.Home(definitionId);

    /// <summary>An act on a workflow, such as <c>publish</c>.</summary>
    public static string Act(string definitionId, string act) => $"{Of(definitionId)}/{act}";

    /// <summary>An act on one version.</summary>
    public static string Act(string definitionId, string act, int version) => string.Create(CultureInfo.InvariantCulture, $"{Act(definitionId, act)}?version={version}");

    public static string Compare(string definitionId, int from, int to) => string.Create(CultureInfo.InvariantCulture, $"{Of(definitionId)}/compare?from={from}&to={to}");

    /// <summary>The workflow in Elsa Studio, newest version; Studio's page cannot be told to open another.</summary>
    public static string Drawing(string definitionId) => "/studio/definitions/" + Uri.EscapeDataString(definitionId);
}
