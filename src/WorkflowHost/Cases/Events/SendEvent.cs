using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Cases.Events;

/// <summary>The page of one report: the form, what is filled in, and what must be corrected.</summary>
internal sealed record EventFormView(
    CaseHeader Header, EventForm Form, EventSubjects Subjects, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, string OperationId, IReadOnlyDictionary<string, string>? Errors)
{
    public string? ValueOf(string field) => Values.GetValueOrDefault(field) is [var one, ..] ? one : null;
}

/// <summary>Puts the page of a report together, and reports what was filled in as the API takes it.</summary>
internal sealed class SendEvent(ReportCaseEvent report, ReadEventSubjects subjects, Ids ids)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Reported : Outcome;

        public sealed record Wrong(EventFormView View) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    /// <summary>The form as it is first met; what the address names, such as a decision, is chosen.</summary>
    public async Task<EventFormView> OpenAsync(OpenedCase opened, EventForm form, IQueryCollection query, string language, CancellationToken cancellationToken)
    {
        var found = await subjects.RunAsync(opened, cancellationToken);
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in form.Fields)
        {
            var choices = field.Kind == EventFieldKind.Choice ? field.Choices?.Invoke(found, language) ?? [] : [];
            var named = choices.FirstOrDefault(c => query[field.Name] == c.Value) ?? (choices is [var only] ? only : null);
            if ((named?.Value ?? field.Preset ?? (field.Kind == EventFieldKind.PastDate ? Dates.ForField(opened.Header.Today) : null)) is { Length: > 0 } value)
            {
                values[field.Name] = [value];
            }
        }

        return new EventFormView(opened.Header, form, found, values, ids.New().ToString(), null);
    }

    public async Task<Outcome> RunAsync(OpenedCase opened, EventForm form, IFormCollection posted, string language, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var body = Body(form, posted, language, errors);
        var operationId = Guid.TryParse(posted[EventForm.OperationIdField], out var given) ? given : ids.New();
        body[EventForm.OperationIdField] = operationId.ToString();
        if (errors.Count == 0)
        {
            switch (await report.RunAsync(opened.Id, form.Name, body, static _ => true, opened.User, new CallReason(null), cancellationToken))
            {
                case ReportCaseEvent.Outcome.Reported:
                    return new Outcome.Reported();
                case ReportCaseEvent.Outcome.Refused { Refusal.Errors: { } wrong }:
                    foreach (var (field, messages) in wrong)
                    {
                        var known = form.Fields.FirstOrDefault(f => f.Name == field);
                        errors[known is null && field != EventForm.ReasonField ? form.Fields[0].Name : field] = known is null
                            ? messages[0].In(language)
                            : $"{known.Label.In(language).TrimEnd('?')}: {messages[0].WithinSentence().In(language)}";
                    }

                    break;
                case ReportCaseEvent.Outcome.Refused refused:
                    return new Outcome.Refused(refused.Refusal);
            }
        }

        var values = posted.ToDictionary(static p => p.Key, static p => (IReadOnlyList<string>)[.. p.Value.OfType<string>()], StringComparer.Ordinal);
        return new Outcome.Wrong(new EventFormView(opened.Header, form, await subjects.RunAsync(opened, cancellationToken), values, operationId.ToString(), errors));
    }

    /// <summary>What was filled in as the API takes it; what is missing or cannot be read is told by the name of its field.</summary>
    private static JsonObject Body(EventForm form, IFormCollection posted, string language, Dictionary<string, string> errors)
    {
        var body = new JsonObject();
        foreach (var field in form.Fields)
        {
            var value = posted[field.Name].ToString().Trim();
            switch (field.Kind)
            {
                case EventFieldKind.Flag:
                    body[field.Name] = value.Length > 0;
                    break;
                case EventFieldKind.Choices:
                    body[field.Name] = new JsonArray([.. posted[field.Name].OfType<string>().Select(v => JsonValue.Create(v))]);
                    break;
                case var _ when value.Length == 0:
                    if (!field.IsOptional)
                    {
                        errors[field.Name] = Missing(field).In(language);
                    }

                    break;
                case EventFieldKind.PastDate or EventFieldKind.Date when Dates.TryRead(value, out var date):
                    body[field.Name] = Dates.ForField(date);
                    break;
                case EventFieldKind.PastDate or EventFieldKind.Date:
                    errors[field.Name] = $"{field.Label.In(language)}: {new LocalizedText("skriv datoen slik: 31.01.2027.", "skriv datoen slik: 31.01.2027.", "write the date like this: 31.01.2027.").In(language)}";
                    break;
                case EventFieldKind.Choice when value.StartsWith(EventForm.TypePrefix, StringComparison.Ordinal):
                    body["type"] = value[EventForm.TypePrefix.Length..];
                    break;
                default:
                    body[field.Name] = value;
                    break;
            }
        }

        if (posted[EventForm.ReasonField].ToString().Trim() is { Length: > 0 } reason)
        {
            body[EventForm.ReasonField] = reason;
            if (reason.Length > TextLimits.Text)
            {
                errors[EventForm.ReasonField] = Messages.Format(Messages.TooLong, TextLimits.Text).In(language);
            }
        }

        if (form.Confirm is not null && posted[EventForm.ConfirmedField].ToString().Length == 0)
        {
            errors[EventForm.ConfirmedField] = new LocalizedText(
                "Bekreft før du melder fra. Kryss av nederst.", "Stadfest før du melder frå. Kryss av nedst.", "Confirm before you report. Tick the box at the bottom.").In(language);
        }

        return body;
    }

    private static LocalizedText Missing(EventField field)
    {
        var label = field.Label.WithinSentence();
        var (nb, nn, en) = (label.Nb.TrimEnd('?'), label.Nn.TrimEnd('?'), label.En.TrimEnd('?'));
        return field.Kind == EventFieldKind.Choice ? new($"Velg: {nb}.", $"Vel: {nn}.", $"Choose: {en}.") : new($"Fyll inn: {nb}.", $"Fyll inn: {nn}.", $"Fill in: {en}.");
    }
}
