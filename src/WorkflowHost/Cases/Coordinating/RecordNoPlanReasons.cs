using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases.Coordinating;

/// <summary>Why the person has no plan.</summary>
/// <param name="Codes">Reasons: <c>N03</c> or the full name; at least one.</param>
/// <param name="Primary">The main one. May be left out when there is only one.</param>
/// <param name="Note">Free note, or null.</param>
internal sealed record NoPlanReasonsBody(IReadOnlyList<string>? Codes, string? Primary, string? Note);

/// <summary>What came of writing down or ending what stands in for a plan.</summary>
internal abstract record CoordinatingOutcome
{
    private CoordinatingOutcome()
    {
    }

    public sealed record Done(CoordinatingView View) : CoordinatingOutcome;

    public sealed record Refused(Refusal Refusal) : CoordinatingOutcome;
}

/// <summary>Writes down why the person has no plan (domain §5.3). Several may hold, one of them is the main one; what holds already is left as it is.</summary>
internal sealed class RecordNoPlanReasons(CoordinatingDoor door, ReadCoordinating read, WorkWriter writer, TimeProvider clock)
{
    public async Task<CoordinatingOutcome> RunAsync(CurrentUser user, CaseId caseId, NoPlanReasonsBody body, CancellationToken cancellationToken)
    {
        if (await door.RefuseAsync(user, caseId, cancellationToken) is { } refusal)
        {
            return new CoordinatingOutcome.Refused(refusal);
        }

        var errors = new FieldErrors();
        var codes = Read(body.Codes, errors);
        var primary = ReadPrimary(body.Primary, codes, errors);
        errors.AtMost(body.Note, TextLimits.Text, "note");
        if (errors.Any || primary is not { } main)
        {
            return new CoordinatingOutcome.Refused(errors.ToRefusal());
        }

        await writer.RunAsync(
            new Operation(user.Actor, "Grunnen til at det ikke er noen plan.", clock.GetUtcNow()),
            async (work, token) =>
            {
                var standing = await work.Db.NoPlanReasons.Where(r => r.CaseId == caseId && r.EndedOn == null).ToListAsync(token);
                work.Db.AddRange(StandingReasons.Record(standing, caseId, codes, main, Text(body.Note), work.Ids.NewNoPlanReasonId, work.Operation));
            },
            cancellationToken);
        return new CoordinatingOutcome.Done(await read.RunAsync(caseId, cancellationToken));
    }

    private static string? Text(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();

    private static IReadOnlyList<NoPlanReasonCode> Read(IReadOnlyList<string>? texts, FieldErrors errors)
    {
        var codes = new List<NoPlanReasonCode>();
        foreach (var text in (texts ?? []).Where(static t => !string.IsNullOrWhiteSpace(t)))
        {
            if (NoPlanReason.TryParseCode(text.Trim(), out var code))
            {
                codes.Add(code);
            }
            else
            {
                errors.Add("codes", new("Velg grunner fra lista.", "Vel grunnar frå lista.", "Choose reasons from the list."));
            }
        }

        if (codes.Count == 0 && !errors.Any)
        {
            errors.Add("codes", new("Velg minst én grunn.", "Vel minst éin grunn.", "Choose at least one reason."));
        }

        return [.. codes.Distinct()];
    }

    private static NoPlanReasonCode? ReadPrimary(string? text, IReadOnlyList<NoPlanReasonCode> codes, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text) && codes.Count == 1)
        {
            return codes[0];
        }

        if (NoPlanReason.TryParseCode(text?.Trim(), out var primary) && codes.Contains(primary))
        {
            return primary;
        }

        if (codes.Count > 0)
        {
            errors.Add("primary", new("Velg hvilken av grunnene som er hovedgrunnen.", "Vel kva for ein av grunnane som er hovudgrunnen.", "Choose which of the reasons is the main one."));
        }

        return null;
    }
}
