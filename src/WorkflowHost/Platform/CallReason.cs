namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>Why the caller does or reads something: header <c>X-Reason</c> or <c>Access-Reason</c> (may be percent-encoded), or query <c>reason</c>; null when not told.</summary>
internal sealed record CallReason(string? Text)
{
    /// <summary>Longest reason that is taken; a longer one is cut.</summary>
    public const int MaxLength = 1000;

    /// <summary>The caller's words, or a plain sentence that names the act.</summary>
    public string Or(string unless) => Text ?? unless;

    /// <summary>A reason in the body goes before one in the headers.</summary>
    public string Or(string? inBody, string unless) => string.IsNullOrWhiteSpace(inBody) ? Or(unless) : Cut(inBody);

    public static ValueTask<CallReason?> BindAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        string? text = headers["X-Reason"];
        text = string.IsNullOrWhiteSpace(text) ? headers["Access-Reason"] : text;
        text = string.IsNullOrWhiteSpace(text) ? context.Request.Query["reason"] : Uri.UnescapeDataString(text);
        return ValueTask.FromResult<CallReason?>(new CallReason(string.IsNullOrWhiteSpace(text) ? null : Cut(text)));
    }

    private static string Cut(string text) => text.Trim() is { Length: > MaxLength } tooLong ? tooLong[..MaxLength] : text.Trim();
}
