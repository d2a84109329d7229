using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Reads the body of a case event field by field, and gathers what is wrong. What the product does not know of is passed on to the flows as it is.</summary>
internal sealed class CaseEventBody(JsonObject body)
{
    /// <summary>Largest body that is taken, in characters of JSON.</summary>
    private const int MaxLength = 200_000;

    public FieldErrors Errors { get; } = new();

    /// <summary>What the flows get.</summary>
    public JsonObject Payload { get; } = (JsonObject)body.DeepClone();

    public string? Reason => Text("reason");

    public bool IsTooLarge => Payload.ToJsonString().Length > MaxLength;

    public string? Text(string name, bool isRequired = false, int max = TextLimits.LongText)
    {
        var text = String(name);
        if (isRequired)
        {
            Errors.Require(text, name);
        }

        Errors.AtMost(text, max, name);
        return text;
    }

    public T? Choice<T>(string name, bool isRequired = false)
        where T : struct, Enum
    {
        var text = String(name);
        return !isRequired || Errors.Require(text, name) ? Errors.Choice<T>(string.IsNullOrWhiteSpace(text) ? null : text, name) : null;
    }

    public DateOnly? Date(string name, DateOnly? notAfter = null, bool isRequired = false)
    {
        var text = String(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            if (isRequired)
            {
                Errors.Add(name, Messages.Required);
            }

            return null;
        }

        // An instant is taken for its Norwegian date, so that callers may give either.
        if (Instants.TryRead(text, out var at))
        {
            var date = Workflows.Deadlines.NorwegianTime.DateOf(at);
            if (date > notAfter)
            {
                Errors.Add(name, Messages.InFuture);
            }

            return date;
        }

        Errors.Add(name, Messages.NotADate);
        return null;
    }

    public DateTimeOffset? Instant(string name, DateTimeOffset notAfter)
    {
        var text = String(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!Instants.TryRead(text, out var at))
        {
            Errors.Add(name, Messages.NotADate);
            return null;
        }

        // A bare date of today is noon, which may not have come yet; the letter is here all the same.
        if (at > notAfter && Workflows.Deadlines.NorwegianTime.DateOf(at) > Workflows.Deadlines.NorwegianTime.DateOf(notAfter))
        {
            Errors.Add(name, Messages.InFuture);
        }

        return at > notAfter ? notAfter : at;
    }

    public Guid? Id(string name, bool isRequired = false)
    {
        var text = String(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            if (isRequired)
            {
                Errors.Add(name, Messages.Required);
            }

            return null;
        }

        if (Guid.TryParse(text, out var id))
        {
            return id;
        }

        Errors.Add(name, Messages.WrongType);
        return null;
    }

    public bool? Flag(string name)
    {
        if (Payload[name] is not { } node)
        {
            return null;
        }

        if (node is JsonValue value && value.TryGetValue<bool>(out var flag))
        {
            return flag;
        }

        Errors.Add(name, Messages.WrongType);
        return null;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        if (Payload[name] is not { } node)
        {
            return [];
        }

        if (node is JsonArray list && list.All(item => item is JsonValue value && value.TryGetValue<string>(out _)))
        {
            return [.. list.Select(item => item!.GetValue<string>())];
        }

        Errors.Add(name, Messages.WrongType);
        return [];
    }

    /// <summary>Sets what the flows get for a field.</summary>
    public void Set(string name, JsonNode? value) => Payload[name] = value;

    public void Set(string name, DateOnly? value) => Payload[name] = value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string? String(string name)
    {
        if (Payload[name] is not { } node)
        {
            return null;
        }

        if (node is JsonValue value && value.TryGetValue<string>(out var text))
        {
            return text;
        }

        Errors.Add(name, Messages.WrongType);
        return null;
    }
}
