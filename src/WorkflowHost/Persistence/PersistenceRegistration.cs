using IndividualPlan.WorkflowHost.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Persistence;

internal static class PersistenceRegistration
{
    /// <summary>The database: contexts for reading (scoped, without tracking, refusing to save), and migration at start-up.</summary>
    public static WebApplicationBuilder AddPersistence(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(static services => services.GetRequiredService<IOptions<DatabaseOptions>>().Value);
        builder.Services.AddSingleton<ContextOptions>();
        builder.Services.AddPooledDbContextFactory<IpDbContext>(static (services, options) =>
        {
            services.GetRequiredService<ContextOptions>().Configure(options);
            options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        });
        builder.Services.AddScoped(static services => services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext());
        builder.Services.AddSingleton<DatabaseStartup>();
        builder.Services.AddOutbox();
        return builder;
    }

    private static void AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<OutboxOptions>>().Value);
        // Where an answer sends on to is the flow's to see and nobody's to follow: it could be an address that workflows may not reach.
        services.AddHttpClient(nameof(HttpTransport)).ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<OutboxTransport, LetterTransport>();
        services.AddSingleton<OutboxTransport, AlertTransport>();
        services.AddSingleton<OutboxTransport, HttpTransport>();
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, ValidateMailOptions>();
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<MailOptions>>().Value);
        services.AddSingleton<OutboxTransport, MailTransport>();
        services.AddSingleton<OutboxDispatcher>();
    }
}
