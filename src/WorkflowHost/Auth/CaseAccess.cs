namespace IndividualPlan.WorkflowHost.Auth;

internal sealed class CaseAccess
{
}
