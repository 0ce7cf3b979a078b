using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SaleAuto.Workers;

/// <summary>Runs a worker in a scope of its own. A failure is logged and ends the round, not the program.</summary>
internal sealed class DueWorkerRunner(IServiceScopeFactory scopes, ILogger<DueWorkerRunner> logger)
{
    public async Task RunAsync(DueWorkerRegistration worker, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await worker.Resolve(scope.ServiceProvider).RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program is being stopped; what was claimed is taken up again after its lease.
        }
        catch (Exception exception)
        {
            // Messages of exceptions may quote personal data; type and place tell what a developer needs.
            logger.LogError("{Worker} failed with {ExceptionType} at {Place}", worker.WorkerType.Name, TypesOf(exception), exception.StackTrace);
        }
    }

    private static string TypesOf(Exception exception) =>
        exception.InnerException is { } inner ? $"{exception.GetType().FullName} <- {TypesOf(inner)}" : exception.GetType().FullName!;
}
