using System.Text.Encodings.Web;
using System.Text.Unicode;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SaleAuto.Hosting;

/// <summary>Logs as JSON lines outside Development; traces and metrics when the standard variable OTEL_EXPORTER_OTLP_ENDPOINT names a collector.</summary>
internal static class Telemetry
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Quartz", "SaleAuto"];

    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.*", "System.Runtime", "System.Net.Http", "Npgsql", "Microsoft.EntityFrameworkCore", "Quartz", "SaleAuto"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
                console.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
            });
        }
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            // The exporter reads endpoint, protocol and headers from the standard variables itself.
            builder.Services.AddSingleton(_ => OpenTelemetrySdk.Create(telemetry => telemetry
                .ConfigureResource(resource => resource.AddService("saleauto").AddEnvironmentVariableDetector())
                .WithTracing(tracing => tracing.AddSource(Sources).AddOtlpExporter())
                .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter())));
        }
    }

    /// <summary>A lazy singleton would never start by itself.</summary>
    public static void StartTelemetry(this WebApplication app) => app.Services.GetService<OpenTelemetrySdk>();
}
