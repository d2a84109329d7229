using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;

var builder = WebApplication.CreateBuilder(args);

builder.AddPlatform();
builder.AddAuth();
builder.AddPersistence();
builder.AddExecution();
builder.AddHumanTasks();
builder.Services.AddCaseActivities();

var app = builder.Build();

app.UsePlatform();
app.UseAuthentication();
app.UseAuthorization();

app.MapPlatform();
app.MapAuth();

await app.RunAsync();
