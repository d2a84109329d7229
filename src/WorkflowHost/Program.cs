using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;

var builder = WebApplication.CreateBuilder(args);

builder.AddPlatform();
builder.AddAuth();

var app = builder.Build();

app.UsePlatform();
app.UseAuthentication();
app.UseAuthorization();

app.MapPlatform();
app.MapAuth();

await app.RunAsync();
