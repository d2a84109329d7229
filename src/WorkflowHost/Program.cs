using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.ElsaApi;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;

var builder = WebApplication.CreateBuilder(args);

builder.AddPlatform().AddAuth();
builder.AddPersistence().AddExecution().AddHumanTasks();
builder.Services.AddCaseActivities();
builder.AddCases().AddTaskEndpoints().AddLetters().AddWorkflows().AddElsaApi();

var app = builder.Build();

app.UsePlatform();
app.UseAuthentication();
app.UseAuthorization();

app.MapPlatform().MapAuth();
app.MapCases().MapTasks().MapDeadlines().MapLetters().MapWorkflows().MapElsaApi();

await app.RunAsync();
