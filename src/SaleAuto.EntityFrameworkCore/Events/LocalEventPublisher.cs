using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Events;

/// <summary>Runs the registered handlers inside the running unit of work.</summary>
internal sealed class LocalEventPublisher(IServiceProvider services) : ILocalEventPublisher
{
    private static readonly ConcurrentDictionary<Type, Invoker> Invokers = new();

    public Task PublishAsync(object localEvent, CancellationToken cancellationToken) =>
        Invokers.GetOrAdd(localEvent.GetType(), type => (Invoker)Activator.CreateInstance(typeof(Invoker<>).MakeGenericType(type))!)
            .InvokeAsync(services, localEvent, cancellationToken);

    private abstract class Invoker
    {
        public abstract Task InvokeAsync(IServiceProvider services, object localEvent, CancellationToken cancellationToken);
    }

    private sealed class Invoker<TEvent> : Invoker
    {
        public override async Task InvokeAsync(IServiceProvider services, object localEvent, CancellationToken cancellationToken)
        {
            foreach (var handler in services.GetServices<ILocalEventHandler<TEvent>>())
            {
                await handler.HandleEventAsync((TEvent)localEvent, cancellationToken);
            }
        }
    }
}
