namespace IndividualPlan.Workflows.Deadlines;

/// <summary>Finds contradictions inside one rule set, so that a bad file stops the start and not a case.</summary>
internal static class RuleSetCheck
{
    internal static IEnumerable<string> Problems(RuleSet set)
    {
        // A missing section arrives as null from the file, whatever the type says.
        var missing = Missing(set).ToArray();
        return missing.Length > 0 ? missing : [.. Lists(set), .. set.Tracks.Values.SelectMany(track => Track(set, track)), .. set.Deadlines.SelectMany(rule => Deadline(set, rule.Key, rule.Value))];
    }

    private static IEnumerable<string> Missing(RuleSet set)
    {
        (string Path, object? Value)[] sections =
        [
            ("key", set.Key), ("name", set.Name), ("legalReferences", set.LegalReferences), ("bodies", set.Bodies), ("deadlines", set.Deadlines),
            ("tracks", set.Tracks), ("consentAges", set.ConsentAges), ("contentPoints", set.ContentPoints), ("dutiesToTakePart", set.DutiesToTakePart), ("arrival", set.Arrival),
            ("appeal", set.Appeal), ("decision", set.Decision),
        ];
        return sections.Where(section => section.Value is null).Select(section => $"{section.Path}: is missing.");
    }

    private static IEnumerable<string> Lists(RuleSet set)
    {
        if (set.ValidTo < set.ValidFrom)
        {
            yield return "validTo: lies before validFrom.";
        }

        if (!set.Deadlines.ContainsKey(set.Appeal.AbsoluteLimit))
        {
            yield return $"appeal.absoluteLimit: there is no deadline {set.Appeal.AbsoluteLimit}.";
        }

        if (!set.Deadlines.ContainsKey(DeadlineKeys.PreliminaryReply))
        {
            yield return $"deadlines: {DeadlineKeys.PreliminaryReply} (preliminary reply) is missing.";
        }

        foreach (var (service, reference) in set.DutiesToTakePart.Where(duty => !set.LegalReferences.ContainsKey(duty.Value)))
        {
            yield return $"dutiesToTakePart.{service}: there is no legal reference {reference}.";
        }

        foreach (var letter in set.ContentPoints.GroupBy(point => point.Letter).Where(group => group.Count() > 1))
        {
            yield return $"contentPoints: the letter {letter.Key} is there twice.";
        }

        foreach (var (key, rules) in set.ConsentAges)
        {
            foreach (var problem in Ages(key, rules))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> Ages(string key, IReadOnlyList<ConsentAgeRule> rules)
    {
        var expected = 0;
        foreach (var rule in rules)
        {
            if (rule.FromAge != expected)
            {
                yield return $"consentAges.{key}: expected a rule from age {expected}, found {rule.FromAge}; the ages must join without gap or overlap.";
            }

            if (!rule.PersonConsents && !rule.ParentsConsent)
            {
                yield return $"consentAges.{key}: nobody consents from age {rule.FromAge}.";
            }

            expected = rule.BelowAge ?? int.MaxValue;
        }

        if (expected != int.MaxValue)
        {
            yield return $"consentAges.{key}: no rule covers age {expected} and above.";
        }
    }

    private static IEnumerable<string> Track(RuleSet set, TrackRules track)
    {
        if (!set.Tracks.TryGetValue(track.Key, out var same) || same != track)
        {
            yield return $"tracks: the entry for {track.Key} stands under another key.";
        }

        if (!set.Deadlines.ContainsKey(track.AppealDeadline))
        {
            yield return $"tracks.{track.Key}.appealDeadline: there is no deadline {track.AppealDeadline}.";
        }

        if (!set.Bodies.ContainsKey(track.AppealBody))
        {
            yield return $"tracks.{track.Key}.appealBody: there is no body {track.AppealBody}.";
        }

        if (!set.ConsentAges.ContainsKey(track.ConsentAges))
        {
            yield return $"tracks.{track.Key}.consentAges: there is no table {track.ConsentAges}.";
        }

        foreach (var reference in track.LegalReferences.Where(reference => !set.LegalReferences.ContainsKey(reference)))
        {
            yield return $"tracks.{track.Key}.legalReferences: there is no reference {reference}.";
        }
    }

    private static IEnumerable<string> Deadline(RuleSet set, string key, DeadlineRule rule)
    {
        if (rule.Key != key)
        {
            yield return $"deadlines.{key}.key: says {rule.Key}.";
        }

        if (rule.Amount is <= 0)
        {
            yield return $"deadlines.{key}.amount: must be positive.";
        }

        if (rule.MaximumAmount < rule.Amount)
        {
            yield return $"deadlines.{key}.maximumAmount: is below the default of {rule.Amount}.";
        }

        foreach (var reference in rule.LegalReferences.Where(reference => !set.LegalReferences.ContainsKey(reference)))
        {
            yield return $"deadlines.{key}.legalReferences: there is no reference {reference}.";
        }

        foreach (var step in rule.Warnings.Where(step => step.Unit is PeriodUnit.Month or PeriodUnit.Year || (step.Repeats && step.Offset == 0)))
        {
            yield return $"deadlines.{key}.warnings: {step.Offset} {step.Unit} cannot be used; offsets are in Day, WorkingDay or Week, and a repeating one is not 0.";
        }
    }
}
