using System.Globalization;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Deadlines;

/// <summary>Which rule sets are in force from when.</summary>
internal static class LawRegistration
{
    /// <summary>
    /// Settings of rule sets by key, such as <c>Law:InForceFrom:no-fvl2025=2027-07-01</c>: the day on which a set that the product knows comes into force.
    /// Cases under way keep, step by step, the set of the day that began the step; new steps take the new one.
    /// </summary>
    public const string Section = "Law:InForceFrom";

    /// <summary>The law as dated data, for whoever asks by the day.</summary>
    public static IServiceCollection AddLaw(this IServiceCollection services) =>
        services.AddSingleton(static provider => RuleBook.Embedded.InForceFrom(Read(provider.GetRequiredService<IConfiguration>().GetSection(Section))));

    private static Dictionary<string, DateOnly> Read(IConfigurationSection section) =>
        section.GetChildren().ToDictionary(static set => set.Key, static set => DayOf(set.Key, set.Value), StringComparer.Ordinal);

    private static DateOnly DayOf(string key, string? text)
    {
        if (RuleBook.Embedded.Sets.All(set => set.Key != key))
        {
            throw new InvalidOperationException($"{Section}:{key}: there is no such rule set. Known are {string.Join(", ", RuleBook.Embedded.Sets.Select(set => set.Key))}.");
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new InvalidOperationException($"{Section}:{key}: write the day as 2027-07-01.");
    }
}
