using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.Extensions.Primitives;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>What the numbers and lists are narrowed to, as it stands in the address.</summary>
/// <param name="Service">Code of the service with the main responsibility for the case; of colleagues, the service they work for. Null for all.</param>
/// <param name="Track">Legal track of the case; null for all.</param>
internal sealed record OfficeFilter(string? Service, string? Track)
{
    public static readonly OfficeFilter None = new(null, null);

    public bool IsEmpty => this == None;

    /// <summary>Reads the filter; adds what is wrong to the errors and leaves that part out.</summary>
    public static OfficeFilter Read(HttpRequest request, FieldErrors errors) => Read(name => request.Query[name], errors);

    /// <summary>Reads the filter from wherever it stands, such as a form.</summary>
    public static OfficeFilter Read(Func<string, StringValues> value, FieldErrors errors)
    {
        var service = Given(value("service"));
        var track = Given(value("track"));
        if (service?.Length > TextLimits.Code)
        {
            errors.AtMost(service, TextLimits.Code, "service");
            service = null;
        }

        if (track is not null && !RuleBook.Embedded.Sets.Any(set => set.Tracks.ContainsKey(track)))
        {
            errors.Add("track", Messages.Format(Messages.OneOf, string.Join(", ", RuleBook.Embedded.Sets.SelectMany(set => set.Tracks.Keys).Distinct())));
            track = null;
        }

        return new OfficeFilter(service, track);
    }

    /// <summary>An address with this filter in it.</summary>
    public string To(string path) => path + QueryString.Create(
        new[] { KeyValuePair.Create("service", Service), KeyValuePair.Create("track", Track) }.Where(static q => q.Value is not null));

    private static string? Given(StringValues text) => string.IsNullOrWhiteSpace(text) ? null : text.ToString().Trim();
}
