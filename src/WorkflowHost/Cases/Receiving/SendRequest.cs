using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using RoleNames = IndividualPlan.WorkflowHost.Auth.RoleNames;

namespace IndividualPlan.WorkflowHost.Cases.Receiving;

/// <summary>The page of a new request, step by step: whom it is about, then the rest; and what comes of sending it.</summary>
internal sealed class SendRequest(FindPerson find, RegisterRequest register, Ids ids, RuleBook law, IHostEnvironment environment, TimeProvider clock)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Registered(RequestId Id, bool JoinedExistingCase) : Outcome;

        /// <param name="View">The page to show.</param>
        /// <param name="IsWrong">Whether something must be corrected.</param>
        public sealed record Shown(NewRequestView View, bool IsWrong) : Outcome;
    }

    /// <summary>The page as it is first met. Whoever asks for a plan for themselves, or for the one they act for, need not say for whom.</summary>
    public async Task<Outcome> BeginAsync(CurrentUser user, string language, CancellationToken cancellationToken)
    {
        var form = RequestForm.Empty(ids, Today);
        return OwnNumber(user) is { } own
            ? await ShowAsync(user, form.With((RequestForm.NumberField, own), (RequestForm.RoleField, OwnRole(user)?.ToString())), false, new FieldErrors(), language, cancellationToken)
            : new Outcome.Shown(View(user, form.With((RequestForm.RoleField, OwnRole(user)?.ToString())), null, null, language, null), IsWrong: false);
    }

    /// <summary>Whom is the request about? Shows the rest of the form when the number is right.</summary>
    public Task<Outcome> FindAsync(CurrentUser user, RequestForm typed, string language, CancellationToken cancellationToken) =>
        ShowAsync(user, Own(user, RequestForm.Empty(ids, Today).With([.. typed.Values])), true, new FieldErrors(), language, cancellationToken);

    /// <summary>Registers the request. The same form sent again is the same request.</summary>
    public async Task<Outcome> RunAsync(CurrentUser user, RequestForm typed, string language, CancellationToken cancellationToken)
    {
        var form = Own(user, typed);
        var errors = new FieldErrors();
        if (Number(form) is not { } number)
        {
            return await ShowAsync(user, form, false, errors, language, cancellationToken);
        }

        if (!Guid.TryParse(form[RequestForm.OperationIdField], out var operationId))
        {
            operationId = ids.NewRequestId().Value;
        }

        var known = await find.RunAsync(user, number, isAsked: false, cancellationToken);
        var body = form.ToBody(known, clock.GetUtcNow(), IsCitizen(user), errors);
        if (await register.IsRegisteredAsync(new RequestId(operationId), cancellationToken))
        {
            return new Outcome.Registered(new RequestId(operationId), JoinedExistingCase: false);
        }

        if (known?.Open is { } open && form[RequestForm.JoinsField] is null)
        {
            errors.Add(RequestForm.JoinsField, RequestFormWords.MustJoin(open.Reference));
        }

        foreach (var (field, messages) in register.Check(body)?.Errors ?? new Dictionary<string, IReadOnlyList<LocalizedText>>())
        {
            // A date that could not be read has a message of its own already.
            if (messages[0] != Messages.Required || form[field] is null)
            {
                errors.Add(field, messages[0]);
            }
        }

        if (errors.Any)
        {
            return await ShowAsync(user, form, false, errors, language, cancellationToken);
        }

        return await register.RunAsync(body, new RequestId(operationId), user, new CallReason(null), cancellationToken) switch
        {
            RegisterRequest.Outcome.Registered registered => new Outcome.Registered(registered.Receipt.RequestId, registered.Receipt.JoinedExistingCase),
            RegisterRequest.Outcome.Refused { Refusal: var refusal } => new Outcome.Shown(
                View(user, form, known, refusal.FieldMessages(language, RequestForm.NumberField), language, number), IsWrong: true),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }

    private DateOnly Today => NorwegianTime.DateOf(clock.GetUtcNow());

    private async Task<Outcome> ShowAsync(CurrentUser user, RequestForm form, bool isAsked, FieldErrors errors, string language, CancellationToken cancellationToken)
    {
        var isNumber = NationalIdentityNumber.TryParse(form[RequestForm.NumberField], !environment.IsProduction(), out var number, out var problem);
        if (!isNumber)
        {
            errors.Add(RequestForm.NumberField, form[RequestForm.NumberField] is null ? Messages.Required : PersonBody.Explain(problem));
        }

        var known = isNumber ? await find.RunAsync(user, number!, isAsked, cancellationToken) : null;
        var messages = errors.Any
            ? errors.ToRefusal().Errors!.OrderBy(static e => RequestFormWords.Order.ToList().IndexOf(e.Key)).ToDictionary(static e => e.Key, e => RequestFormWords.Correct(e.Key, e.Value[0]).In(language), StringComparer.Ordinal)
            : null;
        return new Outcome.Shown(View(user, form, known, messages, language, number), errors.Any);
    }

    private NewRequestView View(CurrentUser user, RequestForm form, KnownPerson? known, IReadOnlyDictionary<string, string>? errors, string language, NationalIdentityNumber? number) => new()
    {
        Form = form,
        IsPersonGiven = number is not null,
        Known = known,
        IsLookedUp = Policies.Granted[Policies.SearchByNumber].Any(user.Has),
        IsCitizen = IsCitizen(user),
        IsForSelf = OwnNumber(user) is not null,
        FixedRole = user.Has(Roles.Guardian) ? null : OwnRole(user),
        IsSyntheticOnly = !environment.IsProduction(),
        Today = Today,
        Tracks = [.. law.For(Today).Tracks.Values.Where(static t => t.GivesPlan).Select(t => new Choice(t.Key, t.Name.In(language)))],
        Services = [.. RoleNames.PlanServices.Select(s => new Choice(s.Key, s.Value.In(language)))],
        Errors = errors,
    };

    private NationalIdentityNumber? Number(RequestForm form) =>
        NationalIdentityNumber.TryParse(form[RequestForm.NumberField], !environment.IsProduction(), out var number, out _) ? number : null;

    /// <summary>Citizens ask for themselves or for the one they act for, whatever the form says.</summary>
    private static RequestForm Own(CurrentUser user, RequestForm form)
    {
        var own = OwnNumber(user) is { } number ? form.With((RequestForm.NumberField, number)) : form;
        return OwnRole(user) is { } role && !user.Has(Roles.Guardian) ? own.With((RequestForm.RoleField, role.ToString())) : own;
    }

    private static string? OwnNumber(CurrentUser user) => user.Has(Roles.Person) ? user.PersonNumber : user.Has(Roles.Guardian) ? user.ActsFor : null;

    private static RequesterRole? OwnRole(CurrentUser user) => user switch
    {
        _ when user.Has(Roles.Person) => RequesterRole.Person,
        _ when user.Has(Roles.Guardian) => RequesterRole.Guardian,
        _ when user.Has(Roles.Representative) => RequesterRole.Representative,
        _ when user.Has(Roles.Relative) => RequesterRole.Relative,
        _ => null,
    };

    private static bool IsCitizen(CurrentUser user) => OwnRole(user) is not null;
}
