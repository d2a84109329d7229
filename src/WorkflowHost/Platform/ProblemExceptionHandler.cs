using System.Text.Json;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>Turns exceptions that reach the edge into problem details. What the caller is told and what is logged are different texts.</summary>
internal sealed class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Response.HasStarted || (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested))
        {
            return false;
        }

        var refusal = Explain(exception);
        var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName;
        if (refusal.Kind.Status >= 500)
        {
            Log.Faulted(logger, endpoint, exception);
        }
        else
        {
            Log.Refused(logger, endpoint, refusal.Kind.Slug, refusal.Kind.Status);
        }

        if (exception is BadHttpRequestException)
        {
            // A body that was read halfway is given up, so that the server does not go on reading it.
            await httpContext.Request.BodyReader.CompleteAsync();
        }

        await ProblemWriter.WriteAsync(httpContext, refusal);
        return true;
    }

    private static Refusal Explain(Exception exception) => exception switch
    {
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
        BadHttpRequestException bad => new(ProblemKind.ForStatus(bad.StatusCode), new(
            "Forespørselen mangler noe eller kan ikke leses.", "Førespurnaden manglar noko eller kan ikkje lesast.", "The request lacks something or cannot be read.")),
        TransitionException transition => new(ProblemKind.Conflict, Messages.Format(new(
            "Dette går ikke når saken står slik den gjør ({0}: {1}).",
            "Dette går ikkje når saka står slik ho gjer ({0}: {1}).",
            "This cannot be done as things stand ({0}: {1})."), transition.Subject, transition.From)),
        SeparationOfDutiesException => new(ProblemKind.SeparationOfDuties, new(
            "Den som har laget utkastet eller avgjort saken, kan ikke også godkjenne.",
            "Den som har laga utkastet eller avgjort saka, kan ikkje også godkjenne.",
            "Whoever drafted or decided cannot also approve.")),
        DbUpdateConcurrencyException => new(ProblemKind.Conflict, new(
            "Noen andre endret dette samtidig. Prøv igjen.", "Nokon andre endra dette samtidig. Prøv igjen.", "Someone else changed this at the same time. Try again.")),
        _ => new(ProblemKind.Fault, new(
            "Feilen er registrert. Prøv igjen, eller gi beskjed til systemansvarlig.",
            "Feilen er registrert. Prøv igjen, eller gje beskjed til systemansvarleg.",
            "The fault is recorded. Try again, or tell the system administrator.")),
    };

    /// <summary>Text that is not JSON is malformed (400, with where); JSON whose values do not fit is refused by field (422).</summary>
    private static Refusal OfJson(JsonException json)
    {
        var field = Field(json.Path);
        if (json.InnerException is JsonException || json.InnerException?.GetType().Name == "JsonReaderException")
        {
            return new(ProblemKind.Malformed, Messages.Format(new(
                "Innholdet er ikke gyldig JSON (linje {0}, posisjon {1}, {2}).",
                "Innhaldet er ikkje gyldig JSON (linje {0}, posisjon {1}, {2}).",
                "The content is not valid JSON (line {0}, position {1}, {2})."),
                (json.LineNumber ?? 0) + 1, (json.BytePositionInLine ?? 0) + 1, json.Path ?? "$"));
        }

        return Refusal.OfField(field, Messages.WrongType);
    }

    private static string Field(string? path) => path is null or "$" ? "body" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;
}
