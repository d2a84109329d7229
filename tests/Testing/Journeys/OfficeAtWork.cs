using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Archive;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases.Events;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.Workflows.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Testing.Journeys;

/// <summary>An office with something of everything in it, and every page that the product has, each with an address in that office.</summary>
public sealed partial class OfficeAtWork : IAsyncDisposable
{
    private readonly Dictionary<string, string> _places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The office and its clock.</summary>
    public Journey Journey { get; } = new("2027-01-11 09:00");

    /// <summary>Fills the office: a plan in use with an appeal on it, a case that waits for consent, a new request, a draft of a flow.</summary>
    public async Task OpenAsync()
    {
        var when = new When(Journey);
        var given = new Given(Journey, when);
        await given.AnActivePlan(Hestehov, "2027-01-11 09:00", "2027-01-25 09:00");
        var active = Journey.CaseId;
        await when.Person.Tells("appeal-received", new { type = "Content", points = new[] { "e" }, grounds = "Planen sier for lite.", wantedChange = "Mer hjelp", isSigned = true, knowledgeOn = "2027-01-25" });
        await given.APlanToApprove(Havgløtt, "2027-01-25 09:30", "2027-01-25 09:40");
        _places["toApprove"] = Journey.CaseId;
        await given.APlanToWrite(Torsk, "2027-01-25 09:50");
        _places["toWrite"] = Journey.CaseId;
        await given.AGrantedCase(Rype, "2027-01-25 10:00", "2027-01-26 09:00");
        _places["requestId"] = (string)(await given.ARequest(Fjellrev, "2027-01-26 10:00"))["requestId"]!;
        await ForwardAnAppealAsync(when, given);
        await HandOverACaseAsync(when, given);
        await when.TimeIs("2027-03-08 09:00");
        Journey.CaseId = active;

        var task = (await Journey.GetAsync("casemanager", $"/api/tasks?caseId={active}&state=open"))["items"]![0]!;
        var instance = (await Journey.GetAsync("casemanager", $"/api/cases/{active}"))["workflows"]![0]!;
        var letter = (await Journey.GetAsync("casemanager", $"/api/letters?caseId={active}"))["items"]![0]!;
        _places["caseId"] = active;
        _places["taskId"] = (string)task["taskId"]!;
        _places["instanceId"] = (string)instance["instanceId"]!;
        _places["letterId"] = (string)letter["letterId"]!;
        await Journey.PostAsync("coordinator", $"/api/tasks/{task["taskId"]}/comments", new { text = "Har snakket med skolen.\nDe kommer på møtet." });
        var papers = await Journey.PostAsync("coordinator", $"/api/tasks/{task["taskId"]}/attachments", new { fileName = "referat.txt", content = Convert.ToBase64String("Vi ble enige."u8) });
        _places["attachmentId"] = (string)papers["attachments"]![0]!["attachmentId"]!;
        _places["absenceId"] = (string)(await Journey.PostAsync("coordinator", "/api/absences", new { fromOn = "2027-03-08", toOn = "2027-03-12", substitute = "coordinator2", reason = "Kurs" }))["absenceId"]!;
        _places["definitionId"] = "request-handling";
        _places["activityId"] = "clock";
        await TellWhatStandsInForAPlanAsync();
        _places["report"] = "no-plan";
        _places["block"] = "overdue-tasks";
        _places["number"] = "1";
        _places["event"] = "appeal-received";
        _places["key"] = "t1";
        _places["template"] = "decision-refused";
        _places["language"] = "nb";
        await RewriteLetterAsync("decision-refused");
        await DrawAsync("request-handling", "look");
        var moved = await Journey.PostAsync("leader", "/api/workflow-definitions/request-handling/migrations", new { from = 2, to = 3, reason = "Ny tekst på tegningen." });
        await KeepLooksForThreeYearsAsync();
        _places["moveId"] = (string)moved["migration"]!["migrationId"]!;
    }

    /// <summary>A refusal that was appealed and stands, so that its file has gone to the appeal body.</summary>
    private async Task ForwardAnAppealAsync(When when, Given given)
    {
        await given.AnAppeal(Elgokse, "2027-01-26 10:30", "Jeg har flere tjenester.");
        await when.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);
        await when.OtherCaseManager.Completes("assess", "Opprettholdes", Values.Upheld);
        await when.CaseManager.Completes("send", "Sendt", new { sentOn = "2027-01-26" });
        _places["appealCase"] = Journey.CaseId;
        _places["appealId"] = (string)(await Journey.GetAsync("casemanager", $"/api/cases/{Journey.CaseId}"))["appeals"]![0]!["appealId"]!;
    }

    /// <summary>Why the case of the pages had no plan for a while, and what coordinates beside it.</summary>
    private async Task TellWhatStandsInForAPlanAsync()
    {
        await Journey.PostAsync("casemanager", $"/api/cases/{Journey.CaseId}/no-plan-reasons", new { codes = new[] { "N04", "N18" }, primary = "N04", note = "Vil snakke med familien først." });
        await Journey.PostAsync("casemanager", $"/api/cases/{Journey.CaseId}/coordination", new { kind = "CareTeam", service = "municipal-health", fromOn = "2027-01-12" });
        await Journey.PostAsync("casemanager", $"/api/cases/{Journey.CaseId}/coordination", new { kind = "Other", fromOn = "2026-01-12", toOn = "2026-12-01", note = "Faste møter." });
    }

    /// <summary>A case that is being handed over, and that has come here by its own file, so that both sides of a hand-over are there to be seen.</summary>
    private async Task HandOverACaseAsync(When when, Given given)
    {
        await given.ACoordinator(Bergknaus, "2027-01-26 11:00");
        _places["transferCase"] = Journey.CaseId;
        await when.CaseManager.Tells("moved", new { movesOn = "2027-03-01", receivingMunicipality = "Havnes" });
        await when.Coordinator.Completes("ask-transfer-consent", "Given", Values.Consent);
        var file = await Journey.BytesAsync("coordinatingunit", $"/api/cases/{Journey.CaseId}/transfer/file");
        await Journey.UploadAsync("coordinatingunit", "/api/transfers", file, "application/zip");
    }

    /// <summary>A period that the office has set, and something that may be disposed of and waits for a second pair of eyes.</summary>
    private async Task KeepLooksForThreeYearsAsync()
    {
        using var leader = await Journey.VisitorAsync("leader");
        await leader.SendsAsync("/archive/retention", "/archive/retention", ("kind", "AccessLog"), ("years", "3"), ("basis", "Kommunens kassasjonsplan"), ("fromOn", "2027-03-08"), ("reason", "Vedtatt."));
        var operation = new Operation(new Actor("archivist", Roles.Archivist), "Tiden er ute.", Journey.Now);
        var id = await Journey.Services.GetRequiredService<WorkWriter>().RunAsync(operation, (work, _) =>
        {
            var disposal = new Disposal
            {
                Id = work.Ids.New(), Kind = RetentionKind.AccessLog, BeforeAt = Journey.Now.AddYears(-3), DueOn = work.Operation.Today, Years = 3, Basis = "Kommunens kassasjonsplan",
                State = DisposalState.Proposed, ProposedBy = "archivist", ProposeReason = "Tiden er ute.", ProposedAt = work.Operation.Now,
            };
            work.Db.Add(disposal);
            return Task.FromResult(disposal.Id);
        }, CancellationToken.None);
        _places["disposalId"] = id.ToString();
    }

    /// <summary>A letter that the office has its own text of.</summary>
    private async Task RewriteLetterAsync(string template)
    {
        using var leader = await Journey.VisitorAsync("leader");
        var address = $"/letters/{template}/nb";
        var text = LetterRenderer.Shipped(template, "nb").Replace("nå.", "nå, slik saken er opplyst.", StringComparison.Ordinal);
        var saved = await leader.SendsAsync(address, address, ("text", text), ("reason", "Tydeligere innledning."), ("seen", "0"));
        if ((int)saved.Status is not (302 or 303))
        {
            throw new ExpectationException($"The letter was not saved: {(int)saved.Status}.");
        }
    }

    /// <summary>A flow that was published without a word, and a draft that changes a step, adds one and leads an answer elsewhere.</summary>
    private async Task DrawAsync(string definitionId, string changedId)
    {
        var flow = (await Journey.GetAsync("leader", "/api/workflow-definitions/" + definitionId)).AsObject();
        flow["description"] += " Endret av kontoret.";
        await Journey.PostAsync("leader", "/api/workflow-definitions/publish", flow);

        var steps = flow["root"]!["activities"]!.AsArray();
        var changed = steps.First(s => (string)s!["id"]! == changedId)!.AsObject();
        var added = changed.DeepClone().AsObject();
        added["id"] = "callDoctor";
        added["name"] = "callDoctor";
        added["metadata"]!["displayText"] = "Ring fastlegen";
        steps.Add((JsonNode)added);
        changed["dueIn"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "P3D" } };
        flow["root"]!["connections"]!.AsArray().First(c => (string)c!["target"]!["activity"]! == changedId)!["target"]!["activity"] = "callDoctor";
        flow["isPublished"] = false;
        await Journey.PostAsync("leader", "/api/workflow-definitions?reason=Kortere%20frist", flow);
    }

    /// <summary>Every page that is read, with an address where there is something to see.</summary>
    /// <exception cref="ExpectationException">A page has a place in its address that is not known here; it belongs into <see cref="OpenAsync"/> or <see cref="Address"/>.</exception>
    public IReadOnlyList<VisitedPage> Pages() =>
    [
        .. Journey.Services.GetServices<EndpointDataSource>().SelectMany(static s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(static e => e.Metadata.GetMetadata<PageMetadata>() is not null && e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"))
            .SelectMany(e => Pages(e.RoutePattern.RawText!, e.Metadata.GetMetadata<IAuthorizeData>()!.Policy!))
            .OrderBy(static p => p.Pattern, StringComparer.Ordinal),
    ];

    /// <summary>One invented person for each role.</summary>
    public static IReadOnlyList<(string User, string Role)> OneOfEachRole { get; } = [.. DemoUsers.All.DistinctBy(static u => u.Role).Select(static u => (u.User, u.Role))];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Journey.DisposeAsync();

    private IEnumerable<VisitedPage> Pages(string pattern, string policy)
    {
        var roles = policy == Policies.Anonymous ? null : Policies.Granted[policy];
        var address = Address(pattern);
        var shown = pattern == EventPattern ? AllEvents.Select(name => address[..(address.LastIndexOf('/') + 1)] + name)
            : pattern == ReportPattern ? ReportsOfEachKind.Select(name => address[..(address.LastIndexOf('/') + 1)] + name)
            : Further(pattern).Select(query => address + query).Prepend(address);
        return shown.Select(a => new VisitedPage(pattern, a, policy, roles, Refusing.Contains(pattern)));
    }

    private const string EventPattern = "/cases/{id:guid}/events/{event}";

    private const string ReportPattern = "/statistics/{report}";

    /// <summary>Reports that differ in what their tables show: parts of a whole, steps, rows that stand alone, days, and the file for the national count.</summary>
    private static readonly string[] ReportsOfEachKind = ["no-plan", "funnel", "participation", "process", "kostra"];

    /// <summary>Everything that can be reported in a case.</summary>
    private static IEnumerable<string> AllEvents => AppealForms.All.Concat(PlanForms.All).Concat(PeopleForms.All).Select(static f => f.Name);

    /// <summary>Pages whose form does nothing when it is sent empty, and says so.</summary>
    private static IReadOnlyCollection<string> Refusing { get; } =
        [EventPattern, "/requests/new", "/absence", "/workflows/new", "/cases/{id:guid}/case-manager", "/cases/{id:guid}/unit", "/cases/{id:guid}/address-protection", "/cases/{id:guid}/reason", "/tasks/{id:guid}"];

    /// <summary>Other states of a page that stand in its address.</summary>
    private static IReadOnlyList<string> Further(string pattern) => pattern switch
    {
        "/tasks" => ["?scope=all&picked=all"],
        "/absence" => ["?of=coordinator", "?of=casemanager"],
        "/tasks/reassign" => ["?from=coordinator", "?block=unassigned-tasks", "?from=coordinator&assignee=coordinator2"],
        _ => [],
    };

    private string Address(string pattern)
    {
        // These pages have something to see only while a plan is written, and while it waits for approval.
        var shown = pattern switch
        {
            "/cases/{caseId:guid}/plan/edit" => "/cases/{toWrite}/plan/edit",
            "/cases/{id:guid}/appeals/{appealId:guid}/file" => "/cases/{appealCase}/appeals/{appealId}/file",
            "/cases/{id:guid}/appeals/{appealId:guid}/file/index" => "/cases/{appealCase}/appeals/{appealId}/file/index",
            "/cases/{id:guid}/transfer" or "/cases/{id:guid}/transfer/file" or "/cases/{id:guid}/transfer/receipt" => pattern.Replace("{id:guid}", "{transferCase}", StringComparison.Ordinal),
            "/cases/{caseId:guid}/plan/approval" => "/cases/{toApprove}/plan/approval",
            _ => pattern,
        };
        var address = Place().Replace(shown, m => _places.TryGetValue(NameIn(pattern, m.Groups[1].Value), out var value)
            ? Uri.EscapeDataString(value)
            : throw new ExpectationException($"What is {m.Value} in the page {pattern}?"));
        return pattern switch
        {
            "/cases/{caseId:guid}/plan/compare" => address + "?from=1&to=1",
            "/workflows/{definitionId}/compare" => address + "?from=1&to=3",
            "/workflows/{definitionId}/roll-back" => address + "?version=1",
            _ => address,
        };
    }

    /// <summary>Some routes call a place only "id"; what comes before says which.</summary>
    private static string NameIn(string pattern, string name) => (name, pattern) switch
    {
        ("id", _) when pattern.StartsWith("/studio/workflows/instances", StringComparison.Ordinal) => "instanceId",
        ("id", _) when pattern.Contains("/workflows/", StringComparison.Ordinal) => "definitionId",
        ("id", _) when pattern.StartsWith("/archive/", StringComparison.Ordinal) => "disposalId",
        ("id", _) when pattern.StartsWith("/cases/", StringComparison.Ordinal) => "caseId",
        ("id", _) when pattern.StartsWith("/tasks/", StringComparison.Ordinal) => "taskId",
        _ => name,
    };

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\??\}")]
    private static partial Regex Place();
}

/// <summary>A page of the product as it can be visited in <see cref="OfficeAtWork"/>.</summary>
/// <param name="Pattern">Its route.</param>
/// <param name="Address">An address where there is something to see.</param>
/// <param name="Policy">The policy that it names.</param>
/// <param name="Roles">The roles that the policy lets in; null when everybody may come, signed in or not.</param>
/// <param name="Refuses">Whether the page has a form that does nothing when it is sent empty, and says so.</param>
public sealed record VisitedPage(string Pattern, string Address, string Policy, IReadOnlyList<string>? Roles, bool Refuses = false)
{
    /// <summary>Whether the policy lets in a role.</summary>
    public bool Admits(string role) => Roles?.Contains(role) ?? true;
}
