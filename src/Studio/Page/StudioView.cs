namespace IndividualPlan.Studio.Page;

/// <summary>What of Elsa Studio a page shows.</summary>
public enum StudioPart
{
    DefinitionList,
    DefinitionEditor,
    InstanceList,
    InstanceViewer,
}

/// <summary>A link in the header above Elsa Studio.</summary>
/// <param name="Address">Absolute path: the page's base address is that of Studio's files, so others would lead there.</param>
/// <param name="Text">The link's words.</param>
public sealed record StudioLink(string Address, string Text);

/// <summary>Everything that a page with Elsa Studio in it needs to know.</summary>
public sealed record StudioView
{
    public required StudioPart Part { get; init; }

    /// <summary>Id of the workflow definition or instance; null for lists.</summary>
    public string? Id { get; init; }

    /// <summary><c>nb</c>, <c>nn</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Id of who is signed in. A drawing that could not be saved is kept in the browser for this user only.</summary>
    public required string UserId { get; init; }

    /// <summary>The page's heading: what is shown.</summary>
    public required string Heading { get; init; }

    /// <summary>What runs now, in a sentence; null when there is nothing to say.</summary>
    public string? State { get; init; }

    /// <summary>Whether changes can be made; otherwise Studio shows all but saves nothing.</summary>
    public required bool MayChange { get; init; }

    /// <summary>Address of Elsa's API: absolute, without a slash at the end, as Studio demands.</summary>
    public required string ApiAddress { get; init; }

    /// <summary>Address where the page fetches the next token.</summary>
    public required string TokenAddress { get; init; }

    /// <summary>The first token.</summary>
    public required string AccessToken { get; init; }

    /// <summary>How many seconds the token is good.</summary>
    public required int TokenSeconds { get; init; }

    public required StudioLink Back { get; init; }

    public IReadOnlyList<StudioLink> Links { get; init; } = [];
}
