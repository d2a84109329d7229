namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>What a field of a letter holds.</summary>
internal enum LetterFieldKind
{
    Text,

    /// <summary>An ISO date; <c>{{date x}}</c> writes it as a date in the letter's language.</summary>
    Date,

    /// <summary>There or not; for <c>{{#if x}}</c>.</summary>
    Flag,
}

/// <summary>Something that a letter template may fill in.</summary>
/// <param name="Name">As templates write it; a dot leads into what belongs together.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Label">What it is, as the help beside a template says it.</param>
/// <param name="Sample">What stands there in the invented case of a preview; for flags nothing.</param>
/// <param name="RevealsPlace">Whether it may tell where the person lives, so that it is left out when the address is protected (P-20).</param>
internal sealed record LetterField(string Name, LetterFieldKind Kind, LocalizedText Label, LocalizedText? Sample = null, bool RevealsPlace = false);
