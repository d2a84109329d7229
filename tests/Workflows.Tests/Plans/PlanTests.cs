using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Plans;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Plans;

public sealed class PlanTests
{
    private static readonly PlanVersionId VersionId = new(Guid.Parse("01900000-0000-7000-8000-00000000000f"));

    internal static PlanContent Full { get; } = new()
    {
        Goals = [new("m1", "Bo selv", true)],
        Resources = [new("r1", "Godt nettverk")],
        Needs = [new("b1", "Støtte i hverdagen")],
        Contributions = [new("d1", "person", "Møter opp")],
        Measures = [new("t1", "Boveiledning", "housing", "2 timer i uka", "Hjemme", GoalKey: "m1"), new("t2", "Samtaler", "health", "Hver uke", "På kontoret")],
        CoordinatorOffers = [new("coordinator", CoordinatorOfferStatus.Appointed)],
        Period = new(Given.Day("2027-03-05"), null, null, []),
        CooperationNeeds = [new("j1", "Arbeidsgiver")],
    };

    internal static PlanFacts Facts { get; } = new(
        [new ParticipantFact(new ParticipantId(Guid.Empty), "housing", null)],
        "nav",
        new CoordinatorPeriodId(Guid.Empty),
        [new ConsentFact(new ConsentId(Guid.Empty), ConsentType.Plan, null)]);

    public static TheoryData<PlanState, PlanOperation> Cells => Walk.Of<PlanState, PlanOperation>();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_step_follows_the_table(PlanState from, PlanOperation step) =>
        Walk.Step(PlanTransitions.Table, Written(), from, step, (plan, operation) =>
        {
            var by = Given.On("2027-03-05");
            switch (operation)
            {
                case PlanOperation.Submit: plan.Submit(by); break;
                case PlanOperation.Return: plan.Return(by); break;
                case PlanOperation.Approve: plan.Approve(VersionId, new PlanApproval(ApprovalForm.Digital, by.Today), Facts, Given.Law, 37, by); break;
                case PlanOperation.BeginRevision: plan.BeginRevision(by); break;
                case PlanOperation.EndRevision: plan.EndRevision(by); break;
                default: plan.Close(by); break;
            }
        });

    [Fact]
    public void The_table_is_as_written() => Walk.Matrix(PlanTransitions.Table, """
        Draft: Submit>AwaitingApproval Return= Approve>Active Close>Closed
        AwaitingApproval: Submit= Return>Draft Approve>Active Close>Closed
        Active: Approve= BeginRevision>UnderRevision EndRevision= Close>Closed
        UnderRevision: Submit>AwaitingApproval Approve>Active BeginRevision= EndRevision>Active Close>Closed
        Closed: Close=
        """);

    [Fact]
    public void Approval_fixes_a_version_that_later_writing_does_not_touch()
    {
        var plan = Written();
        var operation = Given.On("2027-03-05");

        var first = plan.Approve(VersionId, new PlanApproval(ApprovalForm.Digital, operation.Today), Facts, Given.Law, 37, operation)!;
        plan.Write(Full with { Goals = [new("m2", "Noe annet")] }, Given.On("2027-09-06"));
        var second = plan.Approve(VersionId, new PlanApproval(ApprovalForm.SignedPaper, Given.Day("2027-09-07")), Facts, Given.Law, 37, Given.On("2027-09-07"))!;

        Assert.Equal(["plan-approved"], operation.Names());
        Assert.Equal((1, "m1", 2, "m2"), (first.Number, first.Content.Goals[0].Key, second.Number, second.Content.Goals[0].Key));
        Assert.Equal((PlanState.Active, 2, Given.Day("2027-09-07")), (plan.State, plan.VersionNumber, plan.ApprovedOn));
        Assert.Equal("[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\"]", operation.Details("plan-approved")["points"]!.ToJsonString());
    }

    [Theory]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("h")]
    [InlineData("i")]
    public void Approve_WithoutAHardPoint_IsRefusedAndChangesNothing(string point)
    {
        var plan = Written(point == "h" ? Full with { Period = null } : Full);
        var facts = point switch
        {
            "b" => Facts with { Participants = [] },
            "c" => Facts with { CoordinatorPeriodId = null },
            "i" => Facts with { Consents = [] },
            _ => Facts,
        };
        var operation = Given.On("2027-03-05");

        var e = Assert.Throws<PlanIncompleteException>(
            () => plan.Approve(VersionId, new PlanApproval(ApprovalForm.Digital, operation.Today), facts, Given.Law, 37, operation));

        Assert.Equal([new ContentGap(point, true)], e.Gaps);
        Assert.Equal((PlanState.Draft, 0, 0), (plan.State, plan.VersionNumber, operation.Events.Count));
    }

    [Fact]
    public void Soft_points_are_warned_of_unless_a_reason_says_that_they_are_not_relevant()
    {
        var content = Full with { Measures = [], CooperationNeeds = [], NotRelevant = new Dictionary<string, string> { ["j"] = "Ingen flere", ["e"] = " " } };

        Assert.Equal(["e", "f"], PlanCompleteness.Check(content, Facts, Given.Law, 37).Select(gap => gap.Point));
        Assert.All(PlanCompleteness.Check(content, Facts, Given.Law, 37), gap => Assert.False(gap.IsHard));
    }

    [Fact]
    public void A_hard_point_cannot_be_excused()
    {
        var content = Full with { Period = null, NotRelevant = new Dictionary<string, string> { ["h"] = "Vet ikke" } };

        Assert.Contains(new ContentGap("h", true), PlanCompleteness.Check(content, Facts, Given.Law, 37));
    }

    [Theory]
    [InlineData(17, true)]
    [InlineData(18, false)]
    public void A_childs_plan_says_how_the_child_took_part(int age, bool isMissing)
    {
        Assert.Equal(isMissing, PlanCompleteness.Check(Full, Facts, Given.Law, age).Contains(new ContentGap(PlanCompleteness.ChildPoint, true)));
    }

    [Theory]
    [InlineData("abcdefghi", "abcdefhij")]
    public void Old_nine_point_plans_map_onto_todays_letters(string old, string current)
    {
        Assert.Equal(current, string.Concat(old.Select(letter => OldContentPoints.ToCurrent(letter))));
        Assert.Null(OldContentPoints.ToCurrent('j'));
    }

    [Fact]
    public void A_minor_adjustment_makes_a_version_without_renewed_approval()
    {
        var plan = Written();
        plan.Approve(VersionId, new PlanApproval(ApprovalForm.Digital, Given.Day("2027-03-05")), Facts, Given.Law, 37, Given.On("2027-03-05"));
        plan.BeginRevision(Given.On("2027-09-06"));

        var version = plan.Adjust(VersionId, Facts, Given.Law, 37, Given.On("2027-09-06"));

        Assert.Equal((2, ApprovalForm.NotNeeded, PlanState.Active), (version.Number, version.Approval.Form, plan.State));
    }

    [Fact]
    public void A_closed_plan_cannot_be_written_and_a_new_one_begins_from_its_content()
    {
        var plan = Written();
        plan.Close(Given.On("2027-11-15"));

        Assert.Throws<PlanTransitionException>(() => plan.Write(Full, Given.On("2027-11-16")));
        Assert.Equal(Full, Plan.Open(new PlanId(Guid.Empty), Given.Case, new PersonId(Guid.Empty), Given.On("2028-01-03"), plan.Draft).Draft);
    }

    [Fact]
    public void A_plan_has_bounds()
    {
        Assert.Throws<ArgumentException>(() => Written(Full with { Goals = [new("m1", new string('x', 4001))] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(Full with { Needs = [.. Enumerable.Range(0, 201).Select(i => new PlanItem($"b{i}", "x"))] }));
    }

    private static Plan Written(PlanContent? content = null)
    {
        var plan = Plan.Open(new PlanId(Guid.Empty), Given.Case, new PersonId(Guid.Empty), Given.On("2027-02-10"));
        plan.Write(content ?? Full, Given.On("2027-02-20"));
        return plan;
    }
}
