using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>A case that is open on a page: what was let in, and what stands at the top.</summary>
internal sealed record OpenedCase(CaseOpening.Opened Opening, CaseHeader Header, CurrentUser User)
{
    public CaseId Id => Opening.Case.Id;

    /// <summary>Whether everything is shown; a participant sees own parts.</summary>
    public bool IsWhole => Opening.Sight == CaseSight.Whole;
}

/// <summary>The door to every page of a case: asks <see cref="CaseAccess"/> with the reason given for this case, leads leaders who gave none to the page that asks, and refuses others with a page.</summary>
internal sealed class OpenCasePage(CaseAccess access, CaseBonds bonds, ReadCaseHeader headers, RememberedReasons reasons)
{
    private static readonly LocalizedText NotForParticipants = new(
        "Denne delen av saken er for dem som arbeider med hele saken. Som deltaker ser du planen og din egen del.",
        "Denne delen av saka er for dei som arbeider med heile saka. Som deltakar ser du planen og din eigen del.",
        "This part of the case is for those who work with the whole of it. As a participant you see the plan and your own part.");

    /// <summary>Opens the case and shows a page that participants do not see.</summary>
    public Task<IResult> ShowWholeAsync(HttpContext context, Guid id, string what, Func<OpenedCase, CancellationToken, Task<IResult>> showAsync) =>
        ShowAsync(context, id, what, (opened, token) => opened.IsWhole
            ? showAsync(opened, token)
            : Task.FromResult<IResult>(new Refusal(ProblemKind.Forbidden, NotForParticipants).ToResult()));

    /// <summary>Opens the case and shows the page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="id">The case.</param>
    /// <param name="what">What is looked at, as the access log calls it: <c>case</c>, <c>plan</c>, <c>history</c> ….</param>
    /// <param name="showAsync">Makes the page of what was opened.</param>
    public async Task<IResult> ShowAsync(HttpContext context, Guid id, string what, Func<OpenedCase, CancellationToken, Task<IResult>> showAsync)
    {
        var cancellationToken = context.RequestAborted;
        var user = CurrentUser.From(context.User);
        var caseId = new CaseId(id);
        var reason = reasons.Of(context, user, caseId);

        if (reason.Text is null && CaseAccess.MustSayWhy(user) && await bonds.VisibleTo(user).AnyAsync(c => c.Id == caseId, cancellationToken))
        {
            var from = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : CaseAddress.Of(caseId);
            return Results.LocalRedirect(CaseAddress.Reason(caseId) + QueryString.Create("returnUrl", from));
        }

        return await access.OpenAsync(user, caseId, what, reason, cancellationToken) switch
        {
            CaseOpening.Opened opened => await showAsync(
                new OpenedCase(opened, await headers.RunAsync(user, opened, CaseAccess.MustSayWhy(user) ? reason.Text : null, cancellationToken), user), cancellationToken),
            CaseOpening.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }
}
