using System.Globalization;

namespace IndividualPlan.WorkflowHost.Letters.Pdf;

/// <summary>A colour on paper, each part from 0 to 1. What is read stands in black or in an ink that keeps 4.5 to 1 against the paper and what is drawn under it.</summary>
internal readonly record struct PdfInk(double Red, double Green, double Blue)
{
    public static readonly PdfInk Black = new(0, 0, 0);

    /// <summary>Headings.</summary>
    public static readonly PdfInk Accent = new(0.05, 0.25, 0.45);

    /// <summary>What is said beside the matter itself.</summary>
    public static readonly PdfInk Subtle = new(0.3, 0.33, 0.38);

    /// <summary>Lines between parts.</summary>
    public static readonly PdfInk Line = new(0.7, 0.74, 0.8);

    /// <summary>Under headings that stand out.</summary>
    public static readonly PdfInk Ground = new(0.92, 0.95, 0.99);

    /// <summary>As the file says it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Red:0.##} {Green:0.##} {Blue:0.##} rg");
}
