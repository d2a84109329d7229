namespace IndividualPlan.Workflows.Audit;

/// <summary>A step that the life cycle does not allow from where the subject stands. It says which subject, from which state, and what was tried; never who.</summary>
public abstract class TransitionException : InvalidOperationException
{
    private protected TransitionException(string subject, Guid id, string from, string operation)
        : base($"{subject} {id} cannot do {operation} in state {from}.")
    {
        Subject = subject;
        SubjectId = id;
        From = from;
        Operation = operation;
    }

    /// <summary>Kind of subject, for example <c>case</c> or <c>appeal</c>.</summary>
    public string Subject { get; }

    /// <summary>Id of the subject.</summary>
    public Guid SubjectId { get; }

    /// <summary>State that it was in.</summary>
    public string From { get; }

    /// <summary>Operation that was tried.</summary>
    public string Operation { get; }
}

/// <summary>A step that only another person or role may take: a role demanded by the table, or the same person drafting and approving (domain §6).</summary>
public sealed class SeparationOfDutiesException : InvalidOperationException
{
    internal SeparationOfDutiesException(string rule, Guid id)
        : base($"The rule {rule} keeps this actor from acting on {id}.")
    {
        Rule = rule;
        SubjectId = id;
    }

    /// <summary>Key of the rule, for example <c>approver-is-drafter</c> or <c>role-demanded</c>.</summary>
    public string Rule { get; }

    /// <summary>Id of the subject.</summary>
    public Guid SubjectId { get; }
}
