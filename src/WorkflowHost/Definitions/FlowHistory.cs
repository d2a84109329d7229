using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Something that was done to a workflow.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">User id of whoever did it.</param>
/// <param name="What">What was done, in words.</param>
/// <param name="Reason">Why; empty when nobody said.</param>
internal sealed record FlowHistoryLine(DateTimeOffset At, string Actor, LocalizedText What, string Reason);

/// <summary>Who did what to a workflow, when and why, as the history of the house tells it.</summary>
internal sealed class FlowHistory(IpDbContext db)
{
    /// <summary>Most lines that are read; a workflow with more has been saved for years.</summary>
    public const int MaxLines = 200;

    /// <summary>The newest lines of one workflow, newest first. An index holds the lines about workflows apart from those about cases.</summary>
    public async Task<IReadOnlyList<FlowHistoryLine>> OfAsync(string definitionId, CancellationToken cancellationToken)
    {
        var mark = $"\"definitionId\":{JsonSerializer.Serialize(definitionId, JsonText.Options)}";
        var rows = await db.History.AsNoTracking()
            .Where(h => EF.Functions.Like(h.Event, "workflow-definition%") && h.Details.Contains(mark))
            .OrderByDescending(static h => h.Id).Take(MaxLines).ToListAsync(cancellationToken);
        return [.. rows.Select(static h => new FlowHistoryLine(h.At, h.Actor, Words(h.Event, JsonNode.Parse(h.Details)!.AsObject()), h.Reason))];
    }

    private static LocalizedText Words(string @event, JsonObject details)
    {
        var version = (int?)details["version"];
        return @event switch
        {
            "workflow-definition-delivered" => new($"Versjon {version} fulgte med programmet", $"Versjon {version} følgde med programmet", $"Version {version} came with the product"),
            "workflow-definition-saved" => new($"Tegnet på utkastet til versjon {version}", $"Teikna på utkastet til versjon {version}", $"Drew on the draft of version {version}"),
            "workflow-definition-published" => new($"Publiserte versjon {version}", $"Publiserte versjon {version}", $"Published version {version}"),
            "workflow-definition-publication-explained" => new($"La til begrunnelse for versjon {version}", $"La til grunngjeving for versjon {version}", $"Added the reason for version {version}"),
            "workflow-definition-retracted" => new($"Tok versjon {version} ut av bruk", $"Tok versjon {version} ut av bruk", $"Took version {version} out of use"),
            "workflow-definition-reverted" => new(
                $"Laget versjon {version} som en kopi av versjon {details["from"]}", $"Laga versjon {version} som ein kopi av versjon {details["from"]}", $"Made version {version} as a copy of version {details["from"]}"),
            "workflow-definition-cases-moved" => new(
                $"Flyttet saker fra versjon {details["from"]} til {version}", $"Flytta saker frå versjon {details["from"]} til {version}", $"Moved cases from version {details["from"]} to {version}"),
            "workflow-definition-move-undone" => new(
                $"Satte saker tilbake fra versjon {details["from"]} til {version}", $"Sette saker tilbake frå versjon {details["from"]} til {version}", $"Put cases back from version {details["from"]} to {version}"),
            "workflow-definition-duplicated" => new("Laget arbeidsflyten som en kopi av en annen", "Laga arbeidsflyten som ein kopi av ein annan", "Made the workflow as a copy of another"),
            "workflow-definition-version-deleted" => new($"Slettet versjon {version}", $"Sletta versjon {version}", $"Deleted version {version}"),
            "workflow-definition-deleted" => new("Slettet arbeidsflyten", "Sletta arbeidsflyten", "Deleted the workflow"),
            _ => new("Endret arbeidsflyten", "Endra arbeidsflyten", "Changed the workflow"),
        };
    }
}
