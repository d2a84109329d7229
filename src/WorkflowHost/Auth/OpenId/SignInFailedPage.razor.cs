using IndividualPlan.WorkflowHost.Components;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>Why signing in came to nothing, and what to do about it.</summary>
public sealed partial class SignInFailedPage : PageComponent
{
    /// <summary>Which of the reasons it is.</summary>
    [Parameter]
    public string Why { get; set; } = nameof(SignInFailure.AnswerNotGood);

    /// <summary>The address that tries again.</summary>
    [Parameter]
    public string Again { get; set; } = SignInPages.SignInPath;

    /// <summary>Whether there are other providers to choose from.</summary>
    [Parameter]
    public bool HasOtherWays { get; set; }

    private string Heading => Why switch
    {
        nameof(SignInFailure.Cancelled) => T("Innloggingen ble avbrutt", "Innlogginga vart avbroten", "Signing in was cancelled"),
        nameof(SignInFailure.LevelTooLow) => T("Du må logge inn på en sikrere måte", "Du må logge inn på ein tryggare måte", "You must sign in more securely"),
        nameof(SignInFailure.NoRole) => T("Du har ikke tilgang", "Du har ikkje tilgang", "You do not have access"),
        nameof(SignInFailure.ProviderUnreachable) => T("Innloggingstjenesten svarer ikke", "Innloggingstenesta svarar ikkje", "The sign-in service does not answer"),
        _ => T("Innloggingen kunne ikke fullføres", "Innlogginga kunne ikkje fullførast", "Signing in could not be completed"),
    };

    private string What => Why switch
    {
        nameof(SignInFailure.Cancelled) => T(
            "Du avbrøt innloggingen, eller den ble avvist hos innloggingstjenesten.",
            "Du avbraut innlogginga, eller ho vart avvist hos innloggingstenesta.",
            "You cancelled, or the sign-in service turned the sign-in down."),
        nameof(SignInFailure.LevelTooLow) => T(
            "Her ligger opplysninger om helse og livssituasjon. Derfor må du logge inn på et høyere sikkerhetsnivå enn du gjorde nå.",
            "Her ligg opplysningar om helse og livssituasjon. Derfor må du logge inn på eit høgare tryggleiksnivå enn du gjorde no.",
            "There is information here about health and people's lives. You must therefore sign in at a higher level of security than you just did."),
        nameof(SignInFailure.NoRole) => T(
            "Vi vet hvem du er, men du har ingen rolle i denne løsningen.",
            "Vi veit kven du er, men du har inga rolle i denne løysinga.",
            "We know who you are, but you have no role in this service."),
        nameof(SignInFailure.ProviderUnreachable) => T(
            "Vi får ikke kontakt med innloggingstjenesten, eller den svarer ikke som den skal. Feilen er registrert.",
            "Vi får ikkje kontakt med innloggingstenesta, eller ho svarar ikkje som ho skal. Feilen er registrert.",
            "We cannot reach the sign-in service, or it does not answer as it should. The fault is recorded."),
        _ => T(
            "Svaret fra innloggingstjenesten er for gammelt, er brukt før, eller hører ikke til denne nettleseren.",
            "Svaret frå innloggingstenesta er for gammalt, er brukt før, eller høyrer ikkje til denne nettlesaren.",
            "The answer from the sign-in service is too old, has been used before, or does not belong to this browser."),
    };

    private string Advice => Why switch
    {
        nameof(SignInFailure.Cancelled) => T(
            "Prøv igjen når du er klar.", "Prøv igjen når du er klar.", "Try again when you are ready."),
        nameof(SignInFailure.LevelTooLow) => T(
            "Prøv igjen og velg for eksempel BankID, Buypass eller Commfides. Har du bare MinID, kan du ta kontakt med kontoret ditt.",
            "Prøv igjen og vel til dømes BankID, Buypass eller Commfides. Har du berre MinID, kan du ta kontakt med kontoret ditt.",
            "Try again and choose for example BankID, Buypass or Commfides. If you only have MinID, please contact your office."),
        nameof(SignInFailure.NoRole) => T(
            "Trenger du tilgang i arbeidet ditt, kan lederen din eller systemansvarlig gi deg en rolle. Har du flere brukere, kan du logge inn med en annen.",
            "Treng du tilgang i arbeidet ditt, kan leiaren din eller systemansvarleg gje deg ei rolle. Har du fleire brukarar, kan du logge inn med ein annan.",
            "If you need access in your work, your leader or the system administrator can give you a role. If you have several accounts, you can sign in with another."),
        nameof(SignInFailure.ProviderUnreachable) => T(
            "Vent litt og prøv igjen. Går det ikke da heller, gi beskjed til systemansvarlig.",
            "Vent litt og prøv igjen. Går det ikkje då heller, gje beskjed til systemansvarleg.",
            "Wait a little and try again. If it still does not work, tell the system administrator."),
        _ => T(
            "Det kan skje når siden har ligget åpen lenge, eller når du går tilbake i nettleseren. Prøv igjen, så starter innloggingen på nytt.",
            "Det kan skje når sida har lege open lenge, eller når du går tilbake i nettlesaren. Prøv igjen, så startar innlogginga på nytt.",
            "This can happen when the page has been open for long, or when you go back in the browser. Try again, and signing in starts anew."),
    };

    private string AgainText => Why == nameof(SignInFailure.NoRole)
        ? T("Logg inn som en annen", "Logg inn som ein annan", "Sign in as someone else")
        : T("Prøv igjen", "Prøv igjen", "Try again");
}
