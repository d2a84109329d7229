using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Archive;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Commands;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.ElsaApi;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.FlowMoves;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Office;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.WorkflowHost.Reminders;
using IndividualPlan.WorkflowHost.Start;
using IndividualPlan.WorkflowHost.Statistics;
using IndividualPlan.WorkflowHost.StudioPages;
using IndividualPlan.WorkflowHost.Telemetry;
using IndividualPlan.WorkflowHost.Transfers;

var builder = WebApplication.CreateBuilder(args);

builder.AddPlatform().AddTelemetry().AddAuth().AddPages();
builder.AddPersistence().AddExecution().AddHumanTasks();
builder.Services.AddCaseActivities().AddDefinitions().AddCommands();
builder.AddCases().AddTransfers().AddAbsences().AddNotifications().AddReminders().AddOperations().AddTaskEndpoints().AddLetters().AddWorkflows().AddFlowMoves().AddOffice().AddStatistics().AddArchive().AddElsaApi();

var app = builder.Build();

if (app.FindCommand(args) is { } command)
{
    return await command.RunAsync([.. args.Skip(1)], CancellationToken.None);
}

app.UsePlatform();
app.UseAuth();
app.UsePages();

app.MapPlatform().MapAuth().MapPages().MapStart().MapStudio();
app.MapCases().MapTransfers().MapAbsences().MapNotifications().MapReminders().MapOperations().MapTasks().MapDeadlines().MapLetters().MapOffice().MapStatistics().MapArchive().MapWorkflows().MapDefinitions().MapFlowMoves().MapElsaApi();

app.BuildEndpointsOnce();

await app.RunAsync();
return 0;
