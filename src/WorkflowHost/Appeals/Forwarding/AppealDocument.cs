using IndividualPlan.WorkflowHost.Letters.Pdf;

namespace IndividualPlan.WorkflowHost.Appeals.Forwarding;

/// <summary>One document of the file to the appeal body.</summary>
/// <param name="Kind">What it is, for machines: <c>appeal</c>, <c>decision</c>, <c>letter</c> ….</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="On">Its date, or null.</param>
/// <param name="Id">Id in the product, or null.</param>
/// <param name="JournalNumber">Number in the journal, for letters.</param>
/// <param name="Set">Writes it; the heading is written already.</param>
internal sealed record AppealDocument(string Kind, string Title, DateOnly? On, Guid? Id, string? JournalNumber, Action<PdfSheet> Set);

/// <summary>Where a document stands in the file.</summary>
/// <param name="Document">The document.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Page">First page.</param>
/// <param name="Pages">How many pages.</param>
internal sealed record PlacedDocument(AppealDocument Document, int Number, int Page, int Pages);
