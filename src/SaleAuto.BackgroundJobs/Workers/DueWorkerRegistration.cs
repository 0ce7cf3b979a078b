using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace SaleAuto.Workers;

/// <summary>One worker that this program runs.</summary>
internal abstract record DueWorkerRegistration(Type WorkerType)
{
    public abstract void Schedule(IQuartzBuilder quartz);

    public abstract IDueWorker Resolve(IServiceProvider provider);

    /// <summary>The registration of a worker known at compile time, which is where its interval stands.</summary>
    public static DueWorkerRegistration Of<TWorker>()
        where TWorker : class, IDueWorker => new Typed<TWorker>();

    private sealed record Typed<TWorker>() : DueWorkerRegistration(typeof(TWorker))
        where TWorker : class, IDueWorker
    {
        public override void Schedule(IQuartzBuilder quartz) => quartz.ScheduleJob<DueWorkerJob<TWorker>>(
            trigger => trigger
                .WithIdentity(typeof(TWorker).Name)
                // A round that was missed is not made up for (Quartz's policy for endless triggers): the next one finds the same rows.
                .WithSimpleSchedule(schedule => schedule.WithInterval(TWorker.Interval).RepeatForever()),
            job => job.WithIdentity(typeof(TWorker).Name).DisallowConcurrentExecution());

        public override IDueWorker Resolve(IServiceProvider provider) => provider.GetRequiredService<TWorker>();
    }
}
