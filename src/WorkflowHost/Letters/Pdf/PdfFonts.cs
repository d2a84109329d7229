namespace IndividualPlan.WorkflowHost.Letters.Pdf;

/// <summary>The fonts that come with the product and have the letters of all our languages: regular and bold. Read once, when first needed.</summary>
internal static class PdfFonts
{
    private static readonly Lazy<IReadOnlyList<TrueTypeFont>> Read = new(static () => [Open("DejaVuSans"), Open("DejaVuSans-Bold")]);

    public static IReadOnlyList<TrueTypeFont> All => Read.Value;

    private static TrueTypeFont Open(string name)
    {
        var resource = $"IndividualPlan.WorkflowHost.Letters.Fonts.{name}.ttf";
        using var stream = typeof(PdfFonts).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {name} is not in the product.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new TrueTypeFont(name, data);
    }
}
