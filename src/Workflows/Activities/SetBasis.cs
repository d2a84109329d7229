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

    private static readonly ChoiceInfo[] BasisChoices =
    [
        new("LongTermCoordinated", new("Behov for langvarige og koordinerte tjenester", "Behov for langvarige og koordinerte tenester", "Need for long-term and coordinated services")),
        new("Kvp", new("Deltar i kvalifiseringsprogrammet", "Deltek i kvalifiseringsprogrammet", "Takes part in the qualification programme")),
        new("AppealBody", new("Klageinstansen har bestemt det", "Klageinstansen har bestemt det", "The appeal body said so")),
    ];

    internal SetBasis(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Sett grunnlag", "Set grunnlag", "Set basis"),
        new("Registrerer hvorfor personen har rett til plan, og eventuelt nytt lovspor.", "Registrerer kvifor personen har rett til plan, og eventuelt nytt lovspor.", "Records why the person is entitled to a plan, and a new legal track where that changes."),
        [
            new("basis", InputKind.Choice, Choices: BasisChoices) { Label = new("Hvorfor personen har rett til plan", "Kvifor personen har rett til plan", "Why the person is entitled") },
            new("track", InputKind.Choice, Choices: Tracks())
            {
                Label = new("Lovspor", "Lovspor", "Legal track"),
                Help = new("La stå tomt når sporet ikke endres.", "Lat stå tomt når sporet ikkje blir endra.", "Leave empty when the track does not change."),
            },
        ]);

    /// <summary>The tracks of the newest rules.</summary>
    private IReadOnlyList<ChoiceInfo> Tracks() => [.. Vocabulary.Rules.Sets.SelectMany(set => set.Tracks.Values).Reverse().DistinctBy(track => track.Key)
        .OrderBy(track => track.Key, StringComparer.Ordinal).Select(track => Vocabulary.WithKey(track.Key, track.Name))];

    private protected override void Run(ActivityContext c)
    {
        EntitlementBasis? basis = c.GetText("basis") is not { Length: > 0 } text ? null
            : Bases.TryGetValue(text, out var known) ? known
            : throw new ActivityFaultException($"The input basis takes {string.Join(", ", Bases.Keys)}, not '{text}'.");
        c.Issue(new ChangeBasis(basis, c.GetText("track") is { Length: > 0 } track ? track : null));
        c.Complete();
    }
}
