using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>What someone may do here, from what the provider says.</summary>
/// <param name="Roles">Role codes, the foremost first; empty when nothing gives one.</param>
/// <param name="Services">Service codes.</param>
/// <param name="Withheld">Roles that would have been given at a higher level of assurance.</param>
internal sealed record RoleMapping(IReadOnlyList<string> Roles, IReadOnlyList<string> Services, IReadOnlyList<string> Withheld)
{
    /// <summary>Roles that a provider can give. The appeal body has no login, and background work is no person.</summary>
    public static readonly IReadOnlyList<string> Possible = [.. Workflows.Audit.Roles.All.Except([Workflows.Audit.Roles.AppealBody, Workflows.Audit.Roles.System])];

    private static readonly string[] Citizens = [Workflows.Audit.Roles.Person, Workflows.Audit.Roles.Guardian, Workflows.Audit.Roles.Representative, Workflows.Audit.Roles.Relative];

    /// <summary>Whether the identity number is needed: it finds the own case, and staff have none here.</summary>
    public bool HasCitizen => Roles.Any(Citizens.Contains);

    public static RoleMapping Of(ProviderOptions provider, JsonObject claims, string? level)
    {
        var fitting = provider.Roles.Where(r => r.Fits(claims)).ToList();
        var direct = string.IsNullOrEmpty(provider.RoleClaim) ? [] : ClaimReader.TextsAt(claims, provider.RoleClaim).Where(Possible.Contains);
        var given = fitting.Select(r => r.Role!).Concat(direct).Distinct(StringComparer.Ordinal).ToList();
        var withheld = given.Where(role => provider.LevelsByRole.TryGetValue(role, out var demanded) && !demanded.Contains(level, StringComparer.Ordinal)).ToList();
        var services = fitting.Where(r => !withheld.Contains(r.Role!)).Select(r => r.Service).OfType<string>()
            .Concat(string.IsNullOrEmpty(provider.ServiceClaim) ? [] : ClaimReader.TextsAt(claims, provider.ServiceClaim).Where(IsServiceCode));
        return new([.. given.Except(withheld)], [.. services.Distinct(StringComparer.Ordinal)], withheld);
    }

    /// <summary>Whether a text can be a service code: short, and without the comma that parts codes where they are stored.</summary>
    public static bool IsServiceCode(string text) => text.Length is > 0 and <= TextLimits.Code && !text.Contains(',', StringComparison.Ordinal);
}
