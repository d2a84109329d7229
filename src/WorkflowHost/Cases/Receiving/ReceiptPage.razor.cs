using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases.Receiving;

/// <summary>The receipt of a request: <see cref="RequestReceipt"/>. It can be printed and handed over.</summary>
public sealed partial class ReceiptPage : PageComponent
{
    private RequestReceipt View => The<RequestReceipt>();

    private RequestView Request => View.Request;

    private string Heading => Request.JoinedExistingCase && View.Reference is not null
        ? T("Henvendelsen er lagt til i saken", "Førespurnaden er lagd til i saka", "The request is added to the case")
        : T("Henvendelsen er registrert", "Førespurnaden er registrert", "The request is registered");

    private bool IsCitizen => Who!.HasAny(Roles.Person, Roles.Guardian, Roles.Representative, Roles.Relative);

    private IEnumerable<string> Steps
    {
        get
        {
            yield return T("Den som henvendte seg, får en kvittering.", "Den som vende seg til oss, får ei kvittering.", "Whoever asked gets a receipt.");
            if (Request.Authorization == AuthorizationState.Missing)
            {
                yield return T("Fullmakt mangler. Vi ber om den, eller spør personen direkte.", "Fullmakt manglar. Vi bed om ho, eller spør personen direkte.", "The authorization is missing. We ask for it, or ask the person directly.");
            }
            else if (Request.Authorization == AuthorizationState.Rejected)
            {
                yield return T("Den som henvendte seg, kan ikke være fullmektig. Vi tar kontakt med personen selv.", "Den som vende seg til oss, kan ikkje vere fullmektig. Vi tek kontakt med personen sjølv.", "Whoever asked cannot represent the person. We get in touch with the person.");
            }

            if (View.Reference is null)
            {
                yield return T("Vi tar kontakt med personen. Du får ikke vite mer om saken uten fullmakt.", "Vi tek kontakt med personen. Du får ikkje vite meir om saka utan fullmakt.", "We get in touch with the person. You are told no more about the case without an authorization.");
            }
            else if (Request.JoinedExistingCase)
            {
                yield return T("De som arbeider med saken, får en oppgave med å se på den nye henvendelsen.", "Dei som arbeider med saka, får ei oppgåve med å sjå på den nye førespurnaden.", "Those who work with the case get a task to look at the new request.");
            }
            else
            {
                yield return T("Retten til plan blir vurdert. Den første oppgaven ligger i oppgavelista.", "Retten til plan blir vurdert. Den første oppgåva ligg i oppgåvelista.", "The right to a plan is assessed. The first task is in the work list.");
                yield return T("Svaret er et vedtak eller et skriftlig svar. Er det ikke klart innen en måned, kommer et foreløpig svar med grunnen og en ny dato.", "Svaret er eit vedtak eller eit skriftleg svar. Er det ikkje klart innan ein månad, kjem eit førebels svar med grunnen og ein ny dato.", "The answer is a decision or a written reply. If it is not ready within a month, a preliminary reply comes with the reason and a new date.");
            }
        }
    }
}
