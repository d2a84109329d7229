using System.Text.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>
/// Refuses a body in which a name stands twice, or once in capitals and once not. Such an object is only found out when it is first looked into, which must not be in the middle of a change.
/// </summary>
internal sealed class WholeBody : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var body in context.Arguments.OfType<JsonNode>())
        {
            try
            {
                LookInto(body);
            }
            catch (ArgumentException)
            {
                return new Refusal(ProblemKind.Malformed, new(
                    "Innholdet er ikke gyldig JSON: et navn står to ganger i samme objekt.", "Innhaldet er ikkje gyldig JSON: eit namn står to gonger i same objekt.",
                    "The content is not valid JSON: a name stands twice in the same object.")).ToResult();
            }
        }

        return await next(context);
    }

    /// <summary>An object inside a body, ready to be looked into; null when it is no object, or a name stands twice in it.</summary>
    public static JsonObject? Inside(JsonElement? part)
    {
        try
        {
            var found = part is { ValueKind: JsonValueKind.Object } filled ? JsonObject.Create(filled) : null;
            LookInto(found);
            return found;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void LookInto(JsonNode? node)
    {
        foreach (var inner in node switch { JsonObject o => o.Select(static p => p.Value), JsonArray a => a, _ => [] })
        {
            LookInto(inner);
        }
    }
}
