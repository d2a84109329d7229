namespace IndividualPlan.WorkflowHost.Absences;

internal static class AbsenceRegistration
{
    /// <summary>Who is away, and who does their work meanwhile.</summary>
    public static WebApplicationBuilder AddAbsences(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Substitutes>();
        builder.Services.AddScoped<ListAbsences>();
        builder.Services.AddScoped<RegisterAbsence>();
        builder.Services.AddScoped<OpenAbsences>();
        return builder;
    }

    public static WebApplication MapAbsences(this WebApplication app)
    {
        AbsenceEndpoints.Map(app);
        AbsencePages.Map(app);
        return app;
    }
}
