namespace IndividualPlan.WorkflowHost.Verification;

internal static class VerificationRegistration
{
    /// <summary>What must be true of every database, in the order in which it is looked at: what the rest stands on first.</summary>
    public static IServiceCollection AddVerification(this IServiceCollection services)
    {
        services.AddSingleton<Invariant, StorageIsWhole>();
        services.AddSingleton<Invariant, SchemaIsCurrent>();
        services.AddSingleton<Invariant, WrittenOnceIsGuarded>();
        services.AddSingleton<Invariant, StateAgreesWithRows>();
        services.AddSingleton<Invariant, RunningWaitsForSomething>();
        services.AddSingleton<Invariant, EndedIsAtRest>();
        services.AddSingleton<Invariant, ParentsHaveTheirChildren>();
        services.AddSingleton<Invariant, PinnedVersionIsThere>();
        services.AddSingleton<Invariant, EndedTaskSaysHow>();
        services.AddSingleton<Invariant, EachTaskIsToldOnce>();
        services.AddSingleton<Invariant, EachCaseHasAHistory>();
        services.AddSingleton<Invariant, OneCoordinatorAtATime>();
        services.AddSingleton<Invariant, PlanVersionsFollowOneAnother>();
        services.AddSingleton<Invariant, FilesAreAsTheyWere>();
        services.AddSingleton<Invariant, DisposedIsGone>();
        services.AddSingleton<Invariant, SentMessagesSayWhen>();
        services.AddSingleton<Invariant, LettersHaveTheirMessages>();
        services.AddSingleton<VerifyDatabase>();
        return services;
    }
}
