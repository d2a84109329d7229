using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Records why the person has no plan, or ends standing reasons (domain §5.3).</summary>
public sealed class RecordNoPlanReason : DomainActivity
{
    private const string Close = "Close";
    private static readonly ChoiceInfo[] Actions =
    [
        new("Record", new("Registrer grunner", "Registrer grunnar", "Record reasons")),
        new(Close, new("Avslutt grunner", "Avslutt grunnar", "End reasons")),
    ];


    internal RecordNoPlanReason(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Grunn til at plan mangler", "Grunn til at plan manglar", "Reason for no plan"),
        new("Registrerer hvorfor personen ikke har plan, eller avslutter grunner som ikke gjelder lenger.", "Registrerer kvifor personen ikkje har plan, eller avsluttar grunnar som ikkje gjeld lenger.", "Records why the person has no plan, or ends reasons that no longer hold."),
        [
            new("action", InputKind.Choice, Choices: Actions, Default: Actions[0].Value) { Label = new("Hva som skal gjøres", "Kva som skal gjerast", "What to do") },
            new("codes", InputKind.NoPlanReasons)
            {
                Label = new("Grunner", "Grunnar", "Reasons"),
                Help = new("La stå tomt når svaret på oppgaven sier det.", "Lat stå tomt når svaret på oppgåva seier det.", "Leave empty when the task's answer says it."),
            },
            ToolboxInputs.OptionalSource,
            new("note", InputKind.Text) { Label = new("Merknad", "Merknad", "Note") },
        ]);

    private protected override void Run(ActivityContext c)
    {
        var source = Source(c);
        var isClosing = c.GetText("action") == Close;
        var texts = c.GetStrings("codes") is { Count: > 0 } fixedCodes ? fixedCodes : [.. source.Texts("noPlanReason"), .. source.Texts("noPlanReasons")];
        var codes = texts.Select(Code).Distinct().ToList();
        if (codes.Count == 0 && !isClosing)
        {
            throw new ActivityFaultException("No reason is given, neither by the input codes nor by the field noPlanReason of the source.");
        }

        c.Issue(new ChangeNoPlanReasons(isClosing, codes, c.GetText("note") is { Length: > 0 } note ? note : source.Text("noPlanReasonNote")));
        c.Complete();
    }

    private static NoPlanReasonCode Code(string text) =>
        NoPlanReason.TryParseCode(text, out var code) ? code : throw new ActivityFaultException($"'{text}' is no reason of domain §5.3.");
}
