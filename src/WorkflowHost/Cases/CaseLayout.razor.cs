using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases.Events;
using IndividualPlan.WorkflowHost.Cases.List;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>The frame of every page of a case. Its model is the <see cref="CaseHeader"/> that <see cref="OpenCasePage"/> gave.</summary>
public sealed partial class CaseLayout : PageComponent
{
    private static readonly (Func<CaseId, string> Address, LocalizedText Text, string Policy, bool IsForParticipants)[] Parts =
    [
        (CaseAddress.Of, new("Oversikt", "Oversikt", "Overview"), Policies.ReadCase, true),
        (CaseAddress.Plan, new("Plan", "Plan", "Plan"), Policies.ReadCase, true),
        (CaseAddress.Participants, new("Deltakere og samtykker", "Deltakarar og samtykke", "Participants and consents"), Policies.ReadCase, true),
        (CaseAddress.Coordinators, new("Koordinatorer", "Koordinatorar", "Coordinators"), Policies.ReadCase, false),
        (CaseAddress.Coordination, new("Annen samordning", "Anna samordning", "Other coordination"), Policies.ReadCase, false),
        (CaseAddress.Decisions, new("Vedtak og klager", "Vedtak og klager", "Decisions and appeals"), Policies.ReadCase, false),
        (CaseAddress.Letters, new("Brev og dokumenter", "Brev og dokument", "Letters and documents"), Policies.ReadLetters, false),
        (CaseAddress.Deadlines, new("Frister", "Fristar", "Deadlines"), Policies.ReadCase, false),
        (CaseAddress.Flows, new("Arbeidsflyt", "Arbeidsflyt", "Workflow"), Policies.ReadCase, false),
        (CaseAddress.History, new("Historikk", "Historikk", "History"), Policies.ReadHistory, false),
        (CaseAddress.AccessLog, new("Innsyn", "Innsyn", "Access log"), Policies.ReadAccessLog, false),
    ];

    /// <summary>What the page is about; its h1, and first in the window's title.</summary>
    [Parameter, EditorRequired]
    public required string Heading { get; set; }

    /// <summary>Whether what was sent must be corrected.</summary>
    [Parameter]
    public bool HasError { get; set; }

    /// <summary>Buttons beside the heading.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private CaseHeader Header => The<CaseHeader>();

    private bool IsWhole => Header.Sight == CaseSight.Whole && May(Policies.ReadCase);

    private bool MayAssign => Header.State != CaseState.Closed && May(Policies.AssignCase);

    private bool MayMove => Header.State != CaseState.Closed && May(Policies.MoveCase);

    private string Name => Header.Person is { } person ? $"{person.GivenName} {person.FamilyName}" : T("Individuell plan", "Individuell plan", "Individual plan");

    private LocalizedText Protection => Header.Person?.AddressProtection == AddressProtection.Confidential
        ? new("Adressen er fortrolig", "Adressa er fortruleg", "The address is confidential")
        : new("Adressen er strengt fortrolig", "Adressa er strengt fortruleg", "The address is strictly confidential");

    private IReadOnlyList<PageLink> Sections =>
        [.. Parts.Where(p => May(p.Policy) && (IsWhole || p.IsForParticipants || !May(Policies.ReadCase))).Select(p => new PageLink(p.Address(Header.CaseId), T(p.Text)))];

    /// <summary>The list that the case was opened from, as it was; null when it was reached another way.</summary>
    private string? ReachedFrom => Http.Request.Query.ContainsKey(CaseListAddress.Kept) ? CaseListAddress.OfKept(Http.Request.Query[CaseListAddress.Kept]).ToString() : null;

    /// <summary>Where one reports what has happened; null for those who may not, in a closed case, and on those pages themselves.</summary>
    private string? ReportAddress => May(Policies.RaiseCaseEvent) && Header.State != CaseState.Closed && !Http.Request.Path.StartsWithSegments(EventPages.Of(Header.CaseId), StringComparison.OrdinalIgnoreCase)
        ? EventPages.Of(Header.CaseId)
        : null;

    /// <summary>The section that the page lies in: the one whose address its own begins with, most of it.</summary>
    private string Here => Sections.Select(s => s.Address).Where(a => Http.Request.Path.StartsWithSegments(a, StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(a => a.Length).FirstOrDefault(a => a != Header.Address || Http.Request.Path == Header.Address) ?? "";

    private static string Look(CaseStage stage) => stage.Progress switch
    {
        CaseStageProgress.Done => "done",
        CaseStageProgress.Now => "now",
        CaseStageProgress.Ahead => "ahead",
        _ => "skipped",
    };
}
