namespace IndividualPlan.Workflows.Letters;

/// <summary>How a letter or notice reaches its recipient.</summary>
public enum LetterChannel
{
    /// <summary>Made available in a secure place, with an alert without content (P-33).</summary>
    Digital,

    /// <summary>By post.</summary>
    Paper,
}
