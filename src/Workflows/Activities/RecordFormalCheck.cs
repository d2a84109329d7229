using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Records the answers to the four formal questions of an appeal, each of them, with the exception that lets a late one be heard (L-93 to L-95).</summary>
public sealed class RecordFormalCheck : DomainActivity
{
    private const string Admissible = "Admissible";
    private const string NeedsCorrection = "NeedsCorrection";
    private const string Inadmissible = "Inadmissible";
    private static readonly ChoiceInfo[] Ports =
    [
        new(Admissible, new("Kan behandles", "Kan handsamast", "Can be heard")),
        new(NeedsCorrection, new("Må rettes", "Må rettast", "Must be put right")),
        new(Inadmissible, new("Må avvises", "Må avvisast", "Must be dismissed")),
    ];

    internal RecordFormalCheck(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Formkrav", "Formkrav", "Formal check"),
        new("Registrerer om klagen oppfyller formkravene, og om en sen klage likevel kan behandles.", "Registrerer om klaga oppfyller formkrava, og om ei sein klage likevel kan handsamast.", "Records whether the appeal meets the formal conditions, and whether a late one may be heard all the same."),
        [
            ToolboxInputs.Source,
            new("correctionExpired", InputKind.Flag, Default: "false")
            {
                Label = new("Fristen for å rette klagen er ute", "Fristen for å rette klaga er ute", "The time to put the appeal right is over"),
            },
            ToolboxInputs.Subject,
        ])
    {
        Outcomes = Ports,
        Result = new("Utfallet av kontrollen", "Utfallet av kontrollen", "The outcome of the check"),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [.. Ports.Select(port => port.Value)];

    private protected override void Run(ActivityContext c)
    {
        var result = RequiredSource(c);
        var check = FormalCheckReader.Read(result);
        var isCorrectionOver = c.GetBool("correctionExpired") || result.Flag("correctionExpired") || WasCorrectionTried(c);
        var verdict = FormalCheckRules.Combine(check, IsPastAbsoluteLimit(c), isCorrectionOver);
        var port = verdict switch
        {
            FormalVerdict.Hear => Admissible,
            FormalVerdict.AskForCorrection => NeedsCorrection,
            FormalVerdict.Incomplete => throw new ActivityFaultException("A formal question is not answered, or a late appeal has no choice of exception; each must be answered, one way or the other."),
            _ => Inadmissible,
        };
        c.Issue(new KeepFormalCheck(Subject(c), check, port == NeedsCorrection));
        c.SetOutput("Result", new JsonObject { ["result"] = port, ["verdict"] = verdict.ToString() });
        c.Complete(port);
    }

    private static bool WasCorrectionTried(ActivityContext c) => TaskResult.TextOf(CaseFactsReader.Of(c).Object("appeal")?["correctionTried"]) == "true";

    /// <summary>Never heard as an appeal after a year from the decision (L-95).</summary>
    private bool IsPastAbsoluteLimit(ActivityContext c) =>
        CaseFactsReader.Of(c).Object("appeal") is { } appeal
        && TaskResult.DateOf(appeal["decisionMadeOn"]) is { } madeOn
        && TaskResult.InstantOf(appeal["receivedAt"]) is { } receivedAt
        && AppealRules.IsPastAbsoluteLimit(Vocabulary.Rules.For(madeOn), madeOn, receivedAt, TaskResult.DateOf(appeal["postmarkOn"]));
}
