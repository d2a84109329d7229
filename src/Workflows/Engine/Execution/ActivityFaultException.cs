namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>An activity cannot go on. The engine catches it and makes it an incident; it never leaves an advance.</summary>
public sealed class ActivityFaultException : Exception
{
    /// <summary>Makes a fault without a message.</summary>
    public ActivityFaultException()
    {
    }

    /// <summary>Makes a fault.</summary>
    /// <param name="message">Why, for the one who mends it.</param>
    public ActivityFaultException(string message)
        : base(message)
    {
    }

    /// <summary>Makes a fault with its cause.</summary>
    /// <param name="message">Why, for the one who mends it.</param>
    /// <param name="innerException">The cause.</param>
    public ActivityFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The code that the flow gave the fault; null for none.</summary>
    public string? Code { get; init; }
}
