namespace IndividualPlan.WorkflowHost.Components;

/// <summary>Light or dark: what was chosen on our pages (cookie <c>appearance</c>), else what the browser says that the machine is set to.</summary>
internal static class Appearance
{
    public const string Cookie = "appearance";

    public const string Light = "light";

    public const string Dark = "dark";

    private const string Hint = "Sec-CH-Prefers-Color-Scheme";

    public static bool IsKnown(string? appearance) => appearance is Light or Dark;

    public static string Of(HttpRequest request) =>
        request.Cookies[Cookie] is { } chosen && IsKnown(chosen) ? chosen
        : request.Headers[Hint].ToString().Trim('"') == Dark ? Dark : Light;

    /// <summary>Asks browsers that can tell to do so from the next request on.</summary>
    public static void Ask(HttpResponse response)
    {
        response.Headers["Accept-CH"] = Hint;
        response.Headers.Vary = Hint;
    }
}
