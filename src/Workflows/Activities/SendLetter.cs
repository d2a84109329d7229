using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Sends a letter from a template, in the reader's language and by the way that reaches the reader (P-24, P-33).</summary>
public sealed class SendLetter : DomainActivity
{
    /// <summary>The template that stands for the one of the newest decision's outcome: granted, refused, dismissed or not pursued.</summary>
    public const string DecisionNotice = "decision-notice";

    internal SendLetter(Vocabulary vocabulary)
        : base(vocabulary)
    {
    }

    /// <inheritdoc/>
    public override ActivityInfo Info => new(
        new("Send brev", "Send brev", "Send letter"),
        new("Sender et brev etter en mal.", "Sender eit brev etter ein mal.", "Sends a letter from a template."),
        [
            new("template", InputKind.Template, true) { Label = new("Brev", "Brev", "Letter") },
            new("recipient", InputKind.Choice, Choices: Choices.Addressees, Default: nameof(LetterAddressee.Person)) { Label = new("Mottaker", "Mottakar", "Recipient") },
            new("channel", InputKind.Choice, Choices: Choices.LetterRoutes, Default: nameof(LetterRoute.Automatic)) { Label = new("Sendes", "Blir sendt", "Sent") },
            new("settles", InputKind.Deadline)
            {
                Label = new("Frist som er holdt når brevet er sendt", "Frist som er halden når brevet er sendt", "Deadline that is met by sending it"),
            },
            new("details", InputKind.Expression)
            {
                Label = new("Opplysninger til brevet", "Opplysningar til brevet", "Details for the letter"),
                Help = new("Variabelen der svaret på en oppgave ligger.", "Variabelen der svaret på ei oppgåve ligg.", "The variable that holds the answer to a task."),
            },
            ToolboxInputs.Subject,
        ]);

    private protected override void Run(ActivityContext c)
    {
        var details = (JsonObject)Source(c, "details").Values.DeepClone();
        c.Issue(new QueueLetter(
            Require(c, "template"),
            Choice(c, "recipient", LetterAddressee.Person),
            Choice(c, "channel", LetterRoute.Automatic),
            Subject(c),
            details,
            c.GetText("settles") is { Length: > 0 } key ? key : null));
        c.Complete();
    }
}
