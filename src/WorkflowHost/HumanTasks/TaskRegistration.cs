using IndividualPlan.WorkflowHost.HumanTasks.Doing;
using IndividualPlan.WorkflowHost.HumanTasks.Papers;
using IndividualPlan.WorkflowHost.HumanTasks.Reassignment;
using IndividualPlan.WorkflowHost.HumanTasks.WorkList;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.HumanTasks;

internal static class TaskRegistration
{
    /// <summary>The worklist over HTTP: who sees which tasks, and what the answers are.</summary>
    public static WebApplicationBuilder AddTaskEndpoints(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<TaskAccess>();
        builder.Services.AddScoped<TaskScopes>();
        builder.Services.AddScoped<FindTasks>();
        builder.Services.AddScoped<CountTasks>();
        builder.Services.AddScoped<TaskTargets>();
        builder.Services.AddScoped<TaskActors>();
        builder.Services.AddSingleton<TaskTitles>();
        builder.Services.AddScoped<ChangeTask>();
        builder.Services.AddScoped<ReassignTasks>();
        builder.Services.AddScoped<OpenReassignment>();
        builder.Services.AddScoped<TaskDrafts>();
        builder.Services.AddScoped<CaseInTaskReader>();
        builder.Services.AddScoped<ReadTaskContext>();
        builder.Services.AddSingleton<TaskRefusals>();
        builder.Services.AddSingleton<KeptWords>();
        builder.Services.AddScoped<OpenWorkList>();
        builder.Services.AddScoped<JudgeTask>();
        builder.Services.AddScoped<TaskPapers>();
        builder.Services.AddScoped<AttachmentsOfCase>();
        builder.Services.AddScoped<ReadTaskPage>();
        builder.Services.AddScoped<SendTask>();
        return builder;
    }

    public static WebApplication MapTasks(this WebApplication app)
    {
        TaskEndpoints.Map(app);
        DraftEndpoints.Map(app);
        ReassignmentEndpoints.Map(app);
        ReassignmentPages.Map(app);
        WorkListPages.Map(app);
        TaskPages.Map(app);
        TaskActs.Map(app);
        PaperEndpoints.Map(app);
        PaperPages.Map(app);
        return app;
    }
}
