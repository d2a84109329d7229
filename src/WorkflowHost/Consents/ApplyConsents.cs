using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Consents;

/// <summary>Keeps a consent given or refused. A yes or no that stands already is not kept twice.</summary>
internal sealed class ApplyRecordConsent : CommandApplier<RecordConsent>
{
    /// <summary>The answer that both parents gave together.</summary>
    private const string BothParents = "BothParents";

    protected override async Task ApplyAsync(RecordConsent command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var ipCase = await scope.CaseAsync(cancellationToken);
        var result = command.Result;
        var service = command.Type == ConsentType.Plan ? null : await RecipientAsync(command, scope, cancellationToken);
        var consents = await work.Db.Set<ConsentRecord>().Where(c => c.CaseId == ipCase.Id).ToListAsync(cancellationToken);
        foreach (var consenter in Consenters(result))
        {
            await RecordAsync(command, ipCase.Id, service, consenter, consents, scope, cancellationToken);
        }
    }

    /// <summary>Who answered; two parents who answer together are two consenters (L-57).</summary>
    private static IEnumerable<Consenter> Consenters(TaskResult result) => result.Text("givenBy") == BothParents
        ? [new Consenter(ConsenterKind.Parent), new Consenter(ConsenterKind.Parent, Order: 2)]
        : [new Consenter(result.Choice("givenBy", ConsenterKind.Person), result.Text("consenterUserId"), result.Number("consenterOrder") ?? 1)];

    private static async Task RecordAsync(
        RecordConsent command, CaseId caseId, string? service, Consenter consenter, List<ConsentRecord> consents, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var result = command.Result;
        var same = consents.Where(c => c.Type == command.Type && c.RecipientService == service && c.Consenter.Kind == consenter.Kind && c.Consenter.Order == consenter.Order);

        if (command.IsGiven && same.FirstOrDefault(c => c.IsInForceAt(work.Operation.Now)) is { } standing)
        {
            // A yes that reaches further than the one that stands takes its place; any other says nothing new.
            var endsOn = result.Date("endsOn");
            if (standing.ToOn is null || endsOn <= standing.ToOn)
            {
                return;
            }

            await EndOfConsent.EnterAsync(work, standing, ConsentEnding.Replaced, cancellationToken);
        }

        var consent = same.FirstOrDefault(c => c.State == ConsentState.Asked);

        if (consent is null)
        {
            consent = ConsentRecord.Ask(work.Ids.NewConsentId(), caseId, command.Type, Scope(command, service), consenter, work.Operation);
            work.Db.Add(consent);
        }

        var channel = result.Choice("channel", ConsentChannel.Oral);

        if (command.IsGiven)
        {
            consent.Give(channel, result.Date("endsOn"), result.Text("evidence"), work.Operation);
        }
        else
        {
            consent.Refuse(channel, result.Text("evidence"), work.Operation);
        }
    }

    private static ConsentScope Scope(RecordConsent command, string? service)
    {
        var categories = command.Result.Texts("informationCategories");
        return command.Type == ConsentType.Plan
            ? new ConsentScope(command.Result.Text("purpose") ?? "", null, [])
            : new ConsentScope(command.Result.Text("purpose") ?? "", service, categories.Count > 0 ? categories : ["plan"], command.Result.Text("exceptions"));
    }

    private static async Task<string> RecipientAsync(RecordConsent command, ApplyScope scope, CancellationToken cancellationToken)
    {
        if (command.RecipientService is { Length: > 0 } service)
        {
            return service;
        }

        var id = ScopedCase.IdOf(command.ParticipantId) is { } value ? new ParticipantId(value) : throw new InvalidOperationException("A sharing consent names no recipient.");
        return (await scope.Work.Db.Set<PlanParticipant>().FirstOrDefaultAsync(p => p.Id == id, cancellationToken))?.Service
            ?? throw new InvalidOperationException("The participant of the sharing consent does not exist.");
    }
}

/// <summary>Ends a consent with its effects.</summary>
internal sealed class ApplyEndConsent : CommandApplier<EndConsent>
{
    protected override async Task ApplyAsync(EndConsent command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        var subject = ScopedCase.IdOf(command.SubjectId);
        var service = command.RecipientService;

        if (subject is { } id && service is null)
        {
            var participantId = new ParticipantId(id);
            service = (await scope.Work.Db.Set<PlanParticipant>().FirstOrDefaultAsync(p => p.Id == participantId, cancellationToken))?.Service;
        }

        var consents = await scope.Work.Db.Set<ConsentRecord>().Where(c => c.CaseId == caseId && c.Type == command.Type).ToListAsync(cancellationToken);
        var ending = consents.Where(c => c.State == ConsentState.Given && (command.Ending != ConsentEnding.Replaced || c.Consenter.Kind != ConsenterKind.Person) && (service is null ? subject is null || c.Id.Value == subject : c.RecipientService == service));

        foreach (var consent in ending.ToList())
        {
            await EndOfConsent.EnterAsync(scope.Work, consent, command.Ending, cancellationToken);
        }
    }
}
