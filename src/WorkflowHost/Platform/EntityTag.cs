using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>Versions of what can be changed, as ETag and If-Match.</summary>
internal static class EntityTag
{
    public static void Write(HttpResponse response, long version) =>
        response.Headers.ETag = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Whether the caller's If-Match (if any) names the version that is stored.</summary>
    public static bool Fits(HttpRequest request, long version)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return true;
        }

        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags))
        {
            return false;
        }

        var current = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag.Equals(current, StringComparison.Ordinal));
    }
}
