using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Plans;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Plans;

/// <summary>Following up is not revising (L-86, L-89): how far a measure has come is told without a new version.</summary>
public sealed class MeasureProgressTests
{
    private static readonly MeasureProgressId Id = new(Guid.Parse("01900000-0000-7000-8000-0000000000aa"));

    [Fact]
    public void What_is_told_about_a_measure_is_kept_and_the_version_stands()
    {
        var (plan, version) = InUse();
        var operation = Given.On("2027-04-01", "rektor", Roles.Participant);

        var report = MeasureProgress.Report(Id, plan, version, "t1", MeasureStatus.UnderWay, " Begynte i mars ", operation);

        Assert.Equal(("t1", MeasureStatus.UnderWay, "Begynte i mars", "rektor", operation.Now), (report.MeasureKey, report.Status, report.Note, report.ReportedBy, report.ReportedAt));
        Assert.Equal(["measure-progress-reported"], operation.Names());
        Assert.DoesNotContain("mars", operation.Details("measure-progress-reported").ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((PlanState.Active, 1), (plan.State, plan.VersionNumber));
    }

    [Fact]
    public void The_latest_report_is_what_counts_and_the_earlier_ones_are_there()
    {
        var (plan, version) = InUse();
        var first = MeasureProgress.Report(Id, plan, version, "t1", MeasureStatus.UnderWay, null, Given.On("2027-04-01"));
        var second = MeasureProgress.Report(Id, plan, version, "t1", MeasureStatus.Done, "", Given.On("2027-06-01"));
        var other = MeasureProgress.Report(Id, plan, version, "t2", MeasureStatus.Stopped, "Flyttet", Given.On("2027-05-01"));

        var latest = MeasureProgress.Latest([second, first, other]);

        Assert.Equal((MeasureStatus.Done, MeasureStatus.Stopped), (latest["t1"].Status, latest["t2"].Status));
        Assert.Null(second.Note);
    }

    [Fact]
    public void Only_measures_of_the_version_in_use_of_an_open_plan_can_be_told_about()
    {
        var (plan, version) = InUse();

        Assert.Throws<ArgumentException>(() => MeasureProgress.Report(Id, plan, version, "t9", MeasureStatus.Done, null, Given.On("2027-04-01")));
        Assert.Throws<ArgumentException>(() => MeasureProgress.Report(Id, plan, version, "t1", MeasureStatus.Done, new string('x', 4001), Given.On("2027-04-01")));

        plan.Close(Given.On("2027-05-01"));
        Assert.Throws<PlanTransitionException>(() => MeasureProgress.Report(Id, plan, version, "t1", MeasureStatus.Done, null, Given.On("2027-05-02")));
    }

    private static (Plan Plan, PlanVersion Version) InUse()
    {
        var plan = Plan.Open(new PlanId(Guid.Empty), Given.Case, new PersonId(Guid.Empty), Given.On("2027-02-10"));
        plan.Write(PlanTests.Full, Given.On("2027-02-20"));
        var approval = new PlanApproval(ApprovalForm.Digital, Given.Day("2027-03-05"));
        return (plan, plan.Approve(new PlanVersionId(Guid.Parse("01900000-0000-7000-8000-00000000000f")), approval, PlanTests.Facts, Given.Law, 37, Given.On("2027-03-05"))!);
    }
}
