using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>An appeal has come in.</summary>
/// <param name="Result">What it says, when and how it came.</param>
public sealed record ReceiveAppeal(TaskResult Result) : EngineCommand;

/// <summary>The four formal questions of an appeal are answered (L-93, L-94).</summary>
/// <param name="AppealId">The appeal; null for the newest open one.</param>
/// <param name="Check">The answers.</param>
/// <param name="NeedsCorrection">Whether the appellant is asked to correct it.</param>
public sealed record KeepFormalCheck(string? AppealId, FormalCheck Check, bool NeedsCorrection) : EngineCommand;

/// <summary>A step towards the end of an appeal.</summary>
public enum AppealStage
{
    /// <summary>The first instance has assessed it (L-92).</summary>
    FirstInstance,

    /// <summary>The file goes to the appeal body.</summary>
    Forward,

    /// <summary>The appeal body has decided (L-97).</summary>
    AppealBody,

    /// <summary>The appellant withdrew it.</summary>
    Withdraw,

    /// <summary>It lost its point.</summary>
    Lapse,
}

/// <summary>A step of an appeal is recorded; the decision under appeal follows its outcome.</summary>
/// <param name="AppealId">The appeal; null for the newest open one.</param>
/// <param name="Stage">Which step.</param>
/// <param name="Outcome">The outcome; null to read it from the result's field <c>outcome</c>.</param>
/// <param name="Result">What was filled in.</param>
public sealed record AdvanceAppeal(string? AppealId, AppealStage Stage, string? Outcome, TaskResult Result) : EngineCommand;
