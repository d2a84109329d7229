using Microsoft.Net.Http.Headers;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>
/// The language of an answer: what was chosen on our pages (cookie <c>language</c>), else what the caller asks for with Accept-Language:
/// <c>nb</c> (also for <c>no</c>, and when nothing fits), <c>nn</c> or <c>en</c>.
/// </summary>
internal static class RequestLanguage
{
    public const string Default = "nb";

    /// <summary>Name of the cookie that holds the choice.</summary>
    public const string Cookie = "language";

    public static string Of(HttpRequest request)
    {
        if (request.Cookies[Cookie] is { } chosen && IsKnown(chosen))
        {
            return chosen;
        }

        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted))
        {
            return Default;
        }

        return wanted
            .OrderByDescending(w => w.Quality ?? 1)
            .Where(w => w.Quality is not 0)
            .Select(w => Known(w.Value.Value))
            .FirstOrDefault(known => known is not null) ?? Default;
    }

    /// <summary>Whether the code is one that persons and letters may have.</summary>
    public static bool IsKnown(string? code) => code is "nb" or "nn" or "en";

    private static string? Known(string? tag) => tag?.Split('-')[0].ToLowerInvariant() switch
    {
        "nb" or "no" => "nb",
        "nn" => "nn",
        "en" => "en",
        _ => null,
    };
}
