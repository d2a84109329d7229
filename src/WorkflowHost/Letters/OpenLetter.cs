using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>Notes that a letter's own reader has opened it (P-33): the person, or whoever acts for the person. When the office looks at it, nothing is noted here; the access log says so.</summary>
internal sealed class OpenLetter(WorkWriter writer, TimeProvider clock)
{
    public async Task RunAsync(CurrentUser user, Letter letter, CancellationToken cancellationToken)
    {
        if (letter.OpenedAt is null && letter.State == LetterState.Sent && IsReader(user, letter))
        {
            await writer.RunAsync(new Operation(user.Actor, "Åpnet brevet.", clock.GetUtcNow()), async (work, token) =>
                (await work.Db.Letters.AsTracking().FirstAsync(l => l.Id == letter.Id, token)).MarkOpened(work.Operation), cancellationToken);
        }
    }

    private static bool IsReader(CurrentUser user, Letter letter) =>
        !CaseBonds.WorksInOffice(user) && letter.RecipientKind is LetterRecipientKind.Person or LetterRecipientKind.Guardian && (user.Has(Roles.Person) || user.ActsFor is not null);
}
