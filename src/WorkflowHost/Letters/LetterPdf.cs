using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Letters;

internal sealed class LetterPdf
{
    public byte[] Write(Letter letter) => throw new NotSupportedException();
}
