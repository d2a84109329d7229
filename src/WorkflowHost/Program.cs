using IndividualPlan.WorkflowHost.Auth;
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

var app = builder.Build();

app.UsePlatform();
app.UseAuthentication();
app.UseAuthorization();

app.MapPlatform();
app.MapAuth();

await app.RunAsync();
