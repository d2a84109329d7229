using IndividualPlan.WorkflowHost.Verification;

namespace IndividualPlan.WorkflowHost.Commands;

internal static class CommandRegistration
{
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.AddVerification();
        services.AddSingleton<DatabaseCopies>();
        services.AddSingleton<HostCommand, VerifyCommand>();
        services.AddSingleton<HostCommand, BackUpCommand>();
        services.AddSingleton<HostCommand, RestoreCommand>();
        return services;
    }

    /// <summary>The command that the first word on the command line names; null when the program is to serve.</summary>
    public static HostCommand? FindCommand(this WebApplication app, IReadOnlyList<string> args) =>
        args is [var name, ..] ? app.Services.GetServices<HostCommand>().FirstOrDefault(c => c.Name == name) : null;
}
