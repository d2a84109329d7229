using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Components;

/// <summary>What a person with a browser sees instead of problem details.</summary>
public sealed partial class ErrorPage : PageComponent
{
    /// <summary>HTTP status of the answer.</summary>
    [Parameter]
    public int Status { get; set; }

    /// <summary>What to do about it, in the page's language; a sentence by status when not given.</summary>
    [Parameter]
    public string? Sentence { get; set; }

    /// <summary>Names of the roles that may open the page, when the answer is that this person may not.</summary>
    [Parameter]
    public IReadOnlyList<string> WhoMay { get; set; } = [];

    private string Heading => T(ProblemKind.ForStatus(Status).Title);

    private string Detail => Sentence ?? Status switch
    {
        StatusCodes.Status400BadRequest => T(
            "Siden har ligget åpen for lenge, eller skjemaet kom et annet sted fra. Gå tilbake, last siden på nytt og prøv igjen.",
            "Sida har lege open for lenge, eller skjemaet kom ein annan stad frå. Gå tilbake, last sida på nytt og prøv igjen.",
            "The page has been open for too long, or the form came from somewhere else. Go back, reload the page and try again."),
        StatusCodes.Status404NotFound => T(
            "Adressen er feil, eller det som var her, er flyttet eller slettet.",
            "Adressa er feil, eller det som var her, er flytta eller sletta.",
            "The address is wrong, or what was here has been moved or deleted."),
        _ => T(
            "Prøv igjen om litt, eller gi beskjed til systemansvarlig.",
            "Prøv igjen om litt, eller gje beskjed til systemansvarleg.",
            "Try again in a while, or tell the system administrator."),
    };
}
