using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;
using SaleAuto.Workers;

namespace SaleAuto;

/// <summary>Wires the work in the background.</summary>
public static class BackgroundJobsServices
{
    /// <summary>
    /// Adds the scheduler over the configured database, and the signals that run a worker at once. Workers are named by <see cref="AddDueWorker"/> before this call.
    /// On PostgreSQL the nodes form a cluster; on SQLite the schedule has its own file beside the data.
    /// </summary>
    public static IServiceCollection AddBackgroundJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var workers = services.Select(service => service.ImplementationInstance).OfType<DueWorkerRegistration>().ToList();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "saleauto";
                scheduler.GenerateInstanceId = true;
            });
            quartz.UsePersistentStore(store =>
            {
                UseDatabase(store, configuration);
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
                store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
            });
            workers.ForEach(worker => worker.Schedule(quartz));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.TryAddSingleton<WorkSignals>();
        services.TryAddSingleton<IWorkSignal>(provider => provider.GetRequiredService<WorkSignals>());
        services.AddSingleton<DueWorkerRunner>();
        services.AddHostedService<SignalledWorkers>();
        return services;
    }

    /// <summary>Has this program run a worker, which is registered by its own project: at its interval and when signalled.</summary>
    public static IServiceCollection AddDueWorker<TWorker>(this IServiceCollection services)
        where TWorker : class, IDueWorker
    {
        services.TryAddScoped<TWorker>();
        return services.AddSingleton(DueWorkerRegistration.Of<TWorker>());
    }

    private static void UseDatabase(IPersistentStoreBuilder store, IConfiguration configuration)
    {
        if (string.Equals(configuration["Database:Provider"], "PostgreSql", StringComparison.OrdinalIgnoreCase))
        {
            store.UsePostgres(configuration.GetConnectionString("Default")
                ?? throw new InvalidOperationException("ConnectionStrings:Default is missing, though Database:Provider is PostgreSql."));
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = TimeSpan.FromSeconds(2);
                cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(4);
            });
            return;
        }
        var folder = configuration["DataFolder"] ?? throw new InvalidOperationException("DataFolder is missing.");
        Directory.CreateDirectory(folder);
        store.UseSqlite($"Data Source={Path.Combine(folder, "jobs.db")}");
    }
}
