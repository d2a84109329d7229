namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>Addresses that come from outside and must stay on this site, so that nobody is led elsewhere by a link to our sign-in page.</summary>
internal static class LocalAddress
{
    /// <summary>The address when it is a path on this site, else another one.</summary>
    public static string Or(string? address, string otherwise) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : otherwise;
}
