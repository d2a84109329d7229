using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Tests.Audit;
using static IndividualPlan.Workflows.Cases.CaseState;

namespace IndividualPlan.Workflows.Tests.Cases;

public sealed class CaseTransitionsTests
{
    public static TheoryData<CaseState, CaseOperation> Cells => Walk.Of<CaseState, CaseOperation>();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_step_follows_the_table(CaseState from, CaseOperation step) =>
        Walk.Step(CaseTransitions.Table, Open(), from, step, (opened, operation) => opened.Take(operation, Given.On("2027-01-11")));

    [Fact]
    public void The_table_is_as_written() => Walk.Matrix(CaseTransitions.Table, """
        Identified: GiveInformation>InformationGiven ReceiveRequest>Requested Grant>Granted DoNotPursue>NotPursued AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        InformationGiven: GiveInformation= ReceiveRequest>Requested Grant>Granted DoNotPursue>NotPursued AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        Requested: ReceiveRequest= BeginAssessment>UnderAssessment Grant>Granted Refuse>Refused Dismiss>Dismissed DoNotPursue>NotPursued AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        UnderAssessment: BeginAssessment= Grant>Granted Refuse>Refused Dismiss>Dismissed DoNotPursue>NotPursued AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        Granted: BeginAssessment>UnderAssessment Grant= DoNotPursue>NotPursued AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        Refused: GiveInformation>InformationGiven ReceiveRequest>Requested BeginAssessment>UnderAssessment Grant>Granted Refuse= AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        Dismissed: GiveInformation>InformationGiven ReceiveRequest>Requested BeginAssessment>UnderAssessment Grant>Granted Dismiss= AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        NotPursued: GiveInformation>InformationGiven ReceiveRequest>Requested BeginAssessment>UnderAssessment Grant>Granted DoNotPursue= AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        AwaitingConsent: BeginAssessment>UnderAssessment DoNotPursue>NotPursued AwaitConsent= AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly BeginMapping>Mapping Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        CoordinatorPending: BeginAssessment>UnderAssessment DoNotPursue>NotPursued AwaitConsent>AwaitingConsent AwaitCoordinator= ContinueWithCoordinatorOnly>CoordinatorOnly BeginMapping>Mapping BeginDrafting>Drafting ActivatePlan>Active Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        CoordinatorOnly: GiveInformation>InformationGiven ReceiveRequest>Requested BeginAssessment>UnderAssessment AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly= Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        Mapping: BeginAssessment>UnderAssessment DoNotPursue>NotPursued AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly BeginMapping= BeginDrafting>Drafting SubmitForApproval>AwaitingApproval Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        Drafting: BeginAssessment>UnderAssessment DoNotPursue>NotPursued AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly BeginMapping>Mapping BeginDrafting= SubmitForApproval>AwaitingApproval Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        AwaitingApproval: BeginAssessment>UnderAssessment DoNotPursue>NotPursued AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly BeginMapping>Mapping BeginDrafting>Drafting SubmitForApproval= ActivatePlan>Active BeginRevision>UnderRevision Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        Active: BeginAssessment>UnderAssessment AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly BeginMapping>Mapping BeginDrafting>Drafting SubmitForApproval>AwaitingApproval ActivatePlan= BeginRevision>UnderRevision Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        UnderRevision: BeginAssessment>UnderAssessment AwaitConsent>AwaitingConsent AwaitCoordinator>CoordinatorPending ContinueWithCoordinatorOnly>CoordinatorOnly BeginMapping>Mapping BeginDrafting>Drafting SubmitForApproval>AwaitingApproval ActivatePlan>Active BeginRevision= Suspend>Suspended BeginTransfer>TransferPending Close>Closed
        Suspended: Suspend= Close>Closed
        TransferPending: BeginTransfer= Close>Closed
        Closed: GiveInformation>InformationGiven ReceiveRequest>Requested AwaitConsent>AwaitingConsent Close=
        """);

    /// <summary>The ways through the case that the scenarios take; each must be walkable by naming the states.</summary>
    [Theory]
    [InlineData("1 straight through", "Requested UnderAssessment Granted AwaitingConsent CoordinatorPending Mapping Drafting AwaitingApproval Active UnderRevision Active")]
    [InlineData("2 programme without need test", "InformationGiven Requested Granted AwaitingConsent CoordinatorPending Mapping Drafting AwaitingApproval Active")]
    [InlineData("3 says no to information", "InformationGiven NotPursued InformationGiven Requested")]
    [InlineData("4 delay", "Requested UnderAssessment Granted AwaitingConsent")]
    [InlineData("5 changed by the appeal body", "Requested UnderAssessment Refused AwaitingConsent CoordinatorPending Mapping")]
    [InlineData("6 first instance reverses itself", "Requested UnderAssessment Refused CoordinatorPending CoordinatorOnly")]
    [InlineData("7 refused and upheld", "Requested UnderAssessment Refused Closed")]
    [InlineData("11 withdrawal, coordinator only", "Requested UnderAssessment Granted AwaitingConsent CoordinatorPending Mapping Drafting AwaitingApproval Active CoordinatorOnly")]
    [InlineData("11 withdrawal, closing and coming back", "Requested UnderAssessment Granted AwaitingConsent CoordinatorPending Mapping Drafting AwaitingApproval Active Closed Requested")]
    [InlineData("12 coordinator leaves", "Requested UnderAssessment Granted AwaitingConsent CoordinatorPending Mapping CoordinatorPending Mapping")]
    [InlineData("16 moving", "Requested UnderAssessment Granted AwaitingConsent CoordinatorPending Mapping Drafting AwaitingApproval Active TransferPending Closed")]
    [InlineData("21 plan without points", "Requested UnderAssessment Granted AwaitingConsent CoordinatorPending Mapping Drafting AwaitingApproval Active UnderRevision AwaitingApproval Active")]
    [InlineData("26 coordinator and no plan", "Requested UnderAssessment Granted AwaitingConsent NotPursued CoordinatorPending CoordinatorOnly Requested")]
    [InlineData("30 annulled and remitted", "Requested UnderAssessment Refused UnderAssessment Granted")]
    public void A_scenario_can_be_walked(string scenario, string states)
    {
        var opened = Open();

        Assert.All(states.Split(' ').Select(Enum.Parse<CaseState>), state => Assert.True(opened.MoveTo(state, Given.On("2027-01-11")), $"{scenario}: {state}"));
    }

    [Theory]
    [InlineData(Identified, Active)]
    [InlineData(Requested, Active)]
    [InlineData(Refused, Active)]
    [InlineData(Granted, Mapping)]
    [InlineData(Identified, UnderAssessment)]
    [InlineData(Granted, Refused)]
    [InlineData(Closed, Active)]
    public void What_would_break_the_law_or_the_record_is_forbidden(CaseState from, CaseState to)
    {
        Assert.Null(CaseTransitions.Find(from, to));
    }

    [Fact]
    public void MoveTo_WhereItStands_IsSuccessAndRecordsNothing()
    {
        var opened = Open();
        var operation = Given.On("2027-01-11");

        Assert.False(opened.MoveTo(Identified, operation));
        Assert.Empty(operation.Events);
    }

    [Fact]
    public void Suspend_And_Resume_ReturnsToWhereItStood()
    {
        var opened = Open();
        opened.MoveTo(Requested, Given.On("2027-01-11"));
        var operation = Given.On("2027-01-12");

        opened.Suspend(SuspensionReason.HospitalStay, operation);
        Assert.Equal((Suspended, SuspensionReason.HospitalStay), (opened.State, opened.SuspensionReason));

        opened.Resume(operation);
        Assert.Equal((Requested, null, null), (opened.State, opened.SuspensionReason, opened.StateBeforePause));
        Assert.Equal(["case-state-changed", "case-suspended", "case-state-changed"], operation.Names());
    }

    [Fact]
    public void MoveTo_FromSuspended_GoesOnFromWhereItStood()
    {
        var opened = Open();
        opened.MoveTo(Requested, Given.On("2027-01-11"));
        opened.Suspend(SuspensionReason.Unreachable, Given.On("2027-01-12"));

        Assert.True(opened.MoveTo(UnderAssessment, Given.On("2027-01-13")));
        opened.Suspend(SuspensionReason.Unreachable, Given.On("2027-01-14"));
        Assert.Throws<CaseTransitionException>(() => opened.MoveTo(Active, Given.On("2027-01-15")));
    }

    [Fact]
    public void Close_Twice_KeepsTheFirstReason()
    {
        var opened = Open();
        opened.Close(CloseReason.Moved, Given.On("2027-06-10"));
        var again = Given.On("2027-06-11");

        opened.Close(CloseReason.NeedEnded, again);

        Assert.Equal((Closed, CloseReason.Moved, false), (opened.State, opened.CloseReason, opened.IsOpen));
        Assert.Empty(again.Events);
    }

    [Fact]
    public void Coming_back_after_closing_clears_the_closing_and_history_keeps_it()
    {
        var opened = Open();
        opened.Close(CloseReason.ConsentWithdrawn, Given.On("2027-11-15"));

        opened.Take(CaseOperation.ReceiveRequest, Given.On("2028-01-03"));

        Assert.Equal((Requested, null, null), (opened.State, opened.CloseReason, opened.ClosedAt));
    }

    [Fact]
    public void A_merged_case_names_the_surviving_one()
    {
        Assert.Throws<ArgumentException>(() => Open().Close(CloseReason.Merged, Given.On("2027-04-08")));
    }

    [Fact]
    public void What_is_set_twice_is_recorded_once()
    {
        var opened = Open();
        var operation = Given.On("2027-01-11");

        for (var i = 0; i < 2; i++)
        {
            opened.AssignCaseManager("cm-1", operation);
            opened.SetMainResponsibleService("nav", operation);
            opened.SetEntitlementBasis(EntitlementBasis.QualificationProgramme, operation);
            opened.ChangeTrack("SOC-33", "no-2022", operation);
        }

        Assert.Equal(["case-manager-assigned", "main-responsible-service-set", "entitlement-basis-set", "track-changed"], operation.Names());
    }

    private static IpCase Open() =>
        IpCase.Open(Given.Case, "IP-2027-00001", new PersonId(Guid.Empty), "SOC-28", "no-2022", Given.On("2027-01-11"));
}
