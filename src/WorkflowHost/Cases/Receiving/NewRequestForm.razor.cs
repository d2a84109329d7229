using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases.Receiving;

/// <summary>The fields of a new request.</summary>
public sealed partial class NewRequestForm : PageComponent
{
    private NewRequestView View => The<NewRequestView>();

    private IReadOnlyList<Choice> Languages => [new("nb", "Bokmål"), new("nn", "Nynorsk"), new("en", "English")];

    private IReadOnlyList<Choice> Channels => [.. Enum.GetValues<RequestChannel>().Select(c => new Choice(c.ToString(), Capital(T(RequestWords.Channel(c)))))];

    private IReadOnlyList<Choice> Authorizations =>
    [
        new(RequestForm.Shown, T("Er vist", "Er vist", "Is shown")),
        new("missing", T("Er ikke vist ennå", "Er ikkje vist enno", "Is not shown yet")),
    ];

    private IReadOnlyList<Choice> RequesterRoles =>
        [.. (Who!.Has(Roles.Guardian) ? [RequesterRole.Parent, RequesterRole.Guardian] : Enum.GetValues<RequesterRole>()).Select(r => new Choice(r.ToString(), Capital(T(RequestWords.Requester(r))), Demands(r)))];

    private string TrackHint => T(
        "Hvilken lov henvendelsen behandles etter. Det avgjør hvordan svaret gis og hvilken klagefrist som gjelder.",
        "Kva lov førespurnaden blir behandla etter. Det avgjer korleis svaret blir gjeve og kva klagefrist som gjeld.",
        "Which law the request is handled under. It decides the form of the answer and the time limit for appeals.");

    /// <summary>What each who asks must show, and what they get to know (L-23 – L-25).</summary>
    private string? Demands(RequesterRole role) => role switch
    {
        RequesterRole.Parent => T("For barn som foreldrene har ansvaret for. Ingen fullmakt trengs.", "For barn som foreldra har ansvaret for. Inga fullmakt trengst.", "For children in the parents' care. No authorization is needed."),
        RequesterRole.Guardian => T("Sjekk at vergemålet gjelder personlige forhold, ikke bare økonomi.", "Sjekk at verjemålet gjeld personlege forhold, ikkje berre økonomi.", "Check that the guardianship covers personal matters, not only money."),
        RequesterRole.Representative => T("Søker på personens vegne og må vise skriftlig fullmakt.", "Søkjer på vegner av personen og må vise skriftleg fullmakt.", "Applies on the person's behalf and must show a written authorization."),
        RequesterRole.Relative => T("Foreslår en plan og trenger ingen fullmakt, men får ikke vite noe om saken.", "Føreslår ein plan og treng inga fullmakt, men får ikkje vite noko om saka.", "Suggests a plan and needs no authorization, but is told nothing about the case."),
        RequesterRole.Service => T("På tjenestens eget initiativ.", "På eige initiativ frå tenesta.", "On the service's own initiative."),
        _ => null,
    };

    private string Label(string field) => T(RequestFormWords.Label(field));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
