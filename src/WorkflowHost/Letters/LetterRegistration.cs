using IndividualPlan.WorkflowHost.Letters.Editing;

namespace IndividualPlan.WorkflowHost.Letters;

internal static class LetterRegistration
{
    /// <summary>Reading the letters that have been sent, as text and as PDF.</summary>
    public static WebApplicationBuilder AddLetters(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReadLetters>();
        builder.Services.AddSingleton<OpenLetter>();
        builder.Services.AddScoped<ReadTemplates>();
        builder.Services.AddScoped<WriteTemplate>();
        return builder;
    }

    public static WebApplication MapLetters(this WebApplication app)
    {
        LetterEndpoints.Map(app);
        CaseLetterPages.Map(app);
        TemplatePages.Map(app);
        return app;
    }
}
