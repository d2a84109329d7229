namespace IndividualPlan.WorkflowHost.Deadlines;

internal static class DeadlineRegistration
{
    public static WebApplication MapDeadlines(this WebApplication app)
    {
        DeadlineEndpoints.Map(app);
        CaseDeadlinePages.Map(app);
        return app;
    }
}
