using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.Cases;

/// <summary>How the main responsible service was settled (L-34).</summary>
public enum ResponsibilityBasis
{
    /// <summary>The services agreed.</summary>
    Agreed,

    /// <summary>The municipality decided, because it was unclear or disputed.</summary>
    DecidedByMunicipality,
}

/// <summary>Which service has the main responsibility, since when and on what ground (L-39). A change is a new record.</summary>
public sealed class ResponsibilityAgreement
{
    private ResponsibilityAgreement()
    {
    }

    /// <summary>Id.</summary>
    public ResponsibilityAgreementId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>Code of the main responsible service.</summary>
    public string MainResponsibleService { get; private set; } = "";

    /// <summary>Codes of the services that are party to it.</summary>
    public IReadOnlyList<string> Parties { get; private set; } = [];

    /// <summary>Agreed or decided.</summary>
    public ResponsibilityBasis Basis { get; private set; }

    /// <summary>Reason.</summary>
    public string? Reason { get; private set; }

    /// <summary>User id of the one who recorded or decided it.</summary>
    public string SettledBy { get; private set; } = "";

    /// <summary>Day it was settled.</summary>
    public DateOnly SettledOn { get; private set; }

    /// <summary>Records who is responsible; records <c>responsibility-settled</c>.</summary>
    public static ResponsibilityAgreement Settle(
        ResponsibilityAgreementId id, CaseId caseId, string mainResponsibleService, IReadOnlyList<string> parties, ResponsibilityBasis basis, string? reason, Operation operation)
    {
        var agreement = new ResponsibilityAgreement
        {
            Id = id,
            CaseId = caseId,
            MainResponsibleService = TextLimits.Require(mainResponsibleService, TextLimits.Code, nameof(mainResponsibleService)),
            Parties = [.. parties.Select(party => TextLimits.Require(party, TextLimits.Code, nameof(parties)))],
            Basis = basis,
            Reason = TextLimits.Bound(reason, TextLimits.Text, nameof(reason)),
            SettledBy = operation.Actor.UserId,
            SettledOn = operation.Today,
        };
        operation.Record(
            caseId, "responsibility-settled", ("responsibilityAgreementId", id), ("service", mainResponsibleService), ("basis", basis), ("parties", agreement.Parties));
        return agreement;
    }
}
