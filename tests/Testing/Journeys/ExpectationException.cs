namespace IndividualPlan.Testing.Journeys;

/// <summary>What a journey expected is not so; the message says what was expected and what is there.</summary>
public sealed class ExpectationException(string message) : Exception(message);
