namespace IndividualPlan.Workflows.Tests.Definitions;

/// <summary>Steps that a leader must not be able to remove (domain.md §1.19, last column) are in the drawings and say so.</summary>
public sealed class RequiredStepTests
{
    [Theory]
    [InlineData("identification-and-information", "RecordInformation", "L-19")]
    [InlineData("request-handling", "DispatchWorkflow", "D-1")]
    [InlineData("one-month-clock", "SendLetter", "L-30")]
    [InlineData("one-month-clock", "WaitForDeadline", "D-1")]
    [InlineData("one-month-clock", "CaseTask", "L-33")]
    [InlineData("decision", "RecordDecision", "L-42")]
    [InlineData("decision", "SendLetter", "L-43")]
    [InlineData("consent", "AskForConsent", "L-49")]
    [InlineData("coordinator", "AppointCoordinator", "L-63")]
    [InlineData("coordinator", "RaiseAlert", "L-70")]
    [InlineData("coordinator-change", "RaiseAlert", "L-70")]
    [InlineData("responsibility-agreement", "RecordResponsibility", "L-39")]
    [InlineData("plan-making", "AgreeCooperation", "L-81")]
    [InlineData("plan-approval", "ApprovePlan", "L-86")]
    [InlineData("plan-approval", "SavePlanDraft", "L-77")]
    [InlineData("revision", "RecordRevision", "L-89")]
    [InlineData("revision", "ScheduleRevision", "D-17")]
    [InlineData("appeal", "RecordFormalCheck", "L-94")]
    [InlineData("appeal", "CaseTask", "L-92")]
    [InlineData("appeal-forwarding", "ResolveAppeal", "D-12")]
    [InlineData("appeal-correction", "WaitForDeadline", "D-8")]
    [InlineData("transfer", "AskForConsent", "L-109")]
    [InlineData("closing", "CloseCase", "L-105")]
    [InlineData("kvp-link", "RecordInformation", "L-19")]
    public void TheDrawingHasTheStepAndMarksItAsRequired(string key, string type, string fact)
    {
        var required = Drawings.ByKey[key].Activities.Where(activity =>
            activity["type"]!.GetValue<string>().EndsWith("." + type, StringComparison.Ordinal)
            && activity["customProperties"]!["requiredByLaw"]?.GetValue<bool>() == true
            && activity["customProperties"]!["facts"]!.AsArray().Any(known => known!.GetValue<string>() == fact));

        Assert.NotEmpty(required);
    }

    [Fact]
    public void TheAppealIsAssessedBySomeoneElseThanTheOneWhoWroteTheDecision()
    {
        var assess = Drawings.ByKey["appeal"].Activities.Single(activity => activity["id"]!.GetValue<string>() == "assess");

        Assert.Equal("DecisionCaseworker", assess["exclude"]!["expression"]!["value"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("decision")]
    [InlineData("appeal-dismissal")]
    [InlineData("appeal-reversal")]
    public void TheOneWhoDraftedDoesNotApprove(string key)
    {
        var approve = Drawings.ByKey[key].Activities.Single(activity => activity["id"]!.GetValue<string>() == "approve");

        Assert.Equal("DecisionDrafter", approve["exclude"]!["expression"]!["value"]!.GetValue<string>());
        Assert.Equal("Approver", approve["role"]!["expression"]!["value"]!.GetValue<string>());
    }
}
