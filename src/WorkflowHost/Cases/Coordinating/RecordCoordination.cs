using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using RoleNames = IndividualPlan.WorkflowHost.Auth.RoleNames;


namespace IndividualPlan.WorkflowHost.Cases.Coordinating;

/// <summary>Something that coordinates services for the person.</summary>
/// <param name="Kind">Which, of <see cref="CoordinationKind"/>.</param>
/// <param name="Service">Code of the service that answers for it, or null.</param>
/// <param name="FromOn">First day.</param>
/// <param name="ToOn">Last day, or null while it goes on.</param>
/// <param name="Note">Free note; says what it is when the kind is <see cref="CoordinationKind.Other"/>.</param>
internal sealed record CoordinationBody(string? Kind, string? Service, string? FromOn, string? ToOn, string? Note);

/// <summary>Writes down what coordinates services for the person beside a plan, or instead of one (domain §5.5).</summary>
internal sealed class RecordCoordination(CoordinatingDoor door, ReadCoordinating read, WorkWriter writer, TimeProvider clock)
{
    public async Task<CoordinatingOutcome> RunAsync(CurrentUser user, CaseId caseId, CoordinationBody body, CancellationToken cancellationToken)
    {
        if (await door.RefuseAsync(user, caseId, cancellationToken) is { } refusal)
        {
            return new CoordinatingOutcome.Refused(refusal);
        }

        var errors = new FieldErrors();
        var kind = Kind(body.Kind, errors);
        var service = Service(body.Service, errors);
        var fromOn = CoordinationDays.Read(body.FromOn, "fromOn", isRequired: true, errors);
        var toOn = CoordinationDays.Read(body.ToOn, "toOn", isRequired: false, errors);
        var note = string.IsNullOrWhiteSpace(body.Note) ? null : body.Note.Trim();
        errors.AtMost(note, TextLimits.Text, "note");
        if (toOn < fromOn)
        {
            errors.Add("toOn", CoordinationDays.EndsBeforeItBegins);
        }

        if (kind == CoordinationKind.Other && note is null)
        {
            errors.Add("note", new("Skriv hva det er.", "Skriv kva det er.", "Write what it is."));
        }

        if (errors.Any || kind is not { } known || fromOn is not { } first)
        {
            return new CoordinatingOutcome.Refused(errors.ToRefusal());
        }

        await writer.RunAsync(
            new Operation(user.Actor, "Samordning rundt personen.", clock.GetUtcNow()),
            async (work, token) =>
            {
                var person = (await work.Db.Cases.FirstAsync(c => c.Id == caseId, token)).PersonId;
                work.Db.Add(Coordination.Record(work.Ids.NewCoordinationId(), person, caseId, known, service, first, toOn, note, work.Operation));
            },
            cancellationToken);
        return new CoordinatingOutcome.Done(await read.RunAsync(caseId, cancellationToken));
    }

    private static CoordinationKind? Kind(string? text, FieldErrors errors)
    {
        if (Enum.TryParse<CoordinationKind>(text?.Trim(), ignoreCase: true, out var kind) && Enum.IsDefined(kind))
        {
            return kind;
        }

        errors.Add("kind", new("Velg hva som samordner tjenestene.", "Vel kva som samordnar tenestene.", "Choose what coordinates the services."));
        return null;
    }

    private static string? Service(string? text, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!RoleNames.PlanServices.ContainsKey(text.Trim()))
        {
            errors.Add("service", new("Velg en tjeneste fra lista.", "Vel ei teneste frå lista.", "Choose a service from the list."));
        }

        return text.Trim();
    }
}

/// <summary>First and last days as they are typed.</summary>
internal static class CoordinationDays
{
    public static readonly LocalizedText EndsBeforeItBegins = new(
        "Siste dag må være samme dag som første dag, eller senere.", "Siste dag må vere same dag som første dag, eller seinare.", "The last day must be the first day or later.");

    public static DateOnly? Read(string? text, string field, bool isRequired, FieldErrors errors)
    {
        if (isRequired && string.IsNullOrWhiteSpace(text))
        {
            errors.Add(field, new("Skriv en dato, for eksempel 31.01.2027.", "Skriv ein dato, til dømes 31.01.2027.", "Write a date, such as 31.01.2027."));
        }

        return Dates.Read(text, field, errors, new("Skriv datoen slik: 31.01.2027.", "Skriv datoen slik: 31.01.2027.", "Write the date like this: 31.01.2027."));
    }
}
