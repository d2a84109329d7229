namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>Why a sign-in came to nothing, as far as the person is told.</summary>
internal enum SignInFailure
{
    /// <summary>The person turned back at the provider.</summary>
    Cancelled,

    /// <summary>Signed in at too low a level of assurance.</summary>
    LevelTooLow,

    /// <summary>Known to the provider, without any role here.</summary>
    NoRole,

    /// <summary>The answer is too old, has been used, came to another browser, or has been tampered with.</summary>
    AnswerNotGood,

    /// <summary>The provider is away, or refuses us.</summary>
    ProviderUnreachable,
}
