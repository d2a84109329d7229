using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Records on which ground the person is entitled, and moves the case to another legal track where that changes (L-2, scenario 19).</summary>
public sealed class SetBasis : DomainActivity
{
    private static readonly Dictionary<string, EntitlementBasis> Bases = new(StringComparer.Ordinal)
    {
        ["LongTermCoordinated"] = EntitlementBasis.NeedAssessed,
        ["Kvp"] = EntitlementBasis.QualificationProgramme,
        ["AppealBody"] = EntitlementBasis.AppealBody,
    };

    internal SetBasis(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Sett grunnlag", "Set grunnlag", "Set basis"),
        new("Registrerer hvorfor personen har rett til plan, og eventuelt nytt lovspor.", "Registrerer kvifor personen har rett til plan, og eventuelt nytt lovspor.", "Records why the person is entitled to a plan, and a new legal track where that changes."),
        [
            new("basis", InputKind.Choice, Choices: [.. Bases.Keys]),
            new("track", InputKind.Text),
        ]);

    private protected override void Run(ActivityContext c)
    {
        EntitlementBasis? basis = c.GetText("basis") is not { Length: > 0 } text ? null
            : Bases.TryGetValue(text, out var known) ? known
            : throw new ActivityFaultException($"The input basis takes {string.Join(", ", Bases.Keys)}, not '{text}'.");
        c.Issue(new ChangeBasis(basis, c.GetText("track") is { Length: > 0 } track ? track : null));
        c.Complete();
    }
}
