using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Gives a plan as a file. Where the person's whereabouts are strictly confidential, only the person takes files out (P-20).</summary>
internal sealed class DownloadPlan(ReadPlanDocument documents, CaseBonds bonds, PlanPdf pdf, TimeProvider clock)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record File(byte[] Bytes, string Name) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    /// <param name="user">Who asks.</param>
    /// <param name="opened">The case, as it was opened to the user.</param>
    /// <param name="version">A version's number, <c>draft</c>, or nothing for the plan in use.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome> RunAsync(CurrentUser user, CaseOpening.Opened opened, string? version, CancellationToken cancellationToken)
    {
        var document = version switch
        {
            null or "" => await documents.CurrentAsync(user, opened, cancellationToken),
            ReadPlanVersions.Draft when opened.Sight == CaseSight.Whole => await documents.DraftAsync(user, opened, cancellationToken),
            _ => int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await documents.VersionAsync(user, opened, number, cancellationToken) : null,
        };

        if (document is null)
        {
            return new Outcome.Refused(PlanEndpoints.NoPlan);
        }

        var isOwn = user.HasAny(Roles.Person, Roles.Guardian) && await bonds.IsOwnAsync(user, opened.Case, cancellationToken);
        if (document.Protection >= AddressProtection.StrictlyConfidential && !isOwn)
        {
            return new Outcome.Refused(new Refusal(ProblemKind.Forbidden, new(
                "Personen har strengt fortrolig adresse, så planen kan ikke lastes ned. Les den på skjermen.",
                "Personen har strengt fortruleg adresse, så planen kan ikkje lastast ned. Les han på skjermen.",
                "The person's address is strictly confidential, so the plan cannot be downloaded. Read it on the screen.")));
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"individuell-plan-{document.Reference}-{(document.Number is { } fixedAs ? $"v{fixedAs}" : "utkast")}.pdf");
        return new Outcome.File(pdf.Write(document, clock.GetUtcNow()), name);
    }
}
