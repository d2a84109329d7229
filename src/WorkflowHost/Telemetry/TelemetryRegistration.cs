using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IndividualPlan.WorkflowHost.Telemetry;

internal static class TelemetryRegistration
{
    /// <summary>OpenTelemetry's own name for where measurements and traces go; read from the settings, and so from the environment.</summary>
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Measurements and traces over OTLP, when there is somewhere to send them. Without that nothing is sent and next to nothing is spent.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            return builder;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddService("individualplan", serviceVersion: typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString()))
            .WithMetrics(static metrics => metrics
                .AddMeter(Instruments.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql"))
            // Addresses of pages hold ids and no names; what follows the question mark may be a search word and is not sent.
            .WithTracing(static traces => traces.AddSource(Instruments.Name).AddAspNetCoreInstrumentation())
            .UseOtlpExporter();
        return builder;
    }
}
