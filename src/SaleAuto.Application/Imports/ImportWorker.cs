using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Blobs;
using SaleAuto.Repositories;
using SaleAuto.Workers;

namespace SaleAuto.Imports;

/// <summary>Checks and imports uploaded tables, one after the other on each node, and forgets old ones.</summary>
public sealed class ImportWorker(IServiceScopeFactory scopes, TimeProvider clock) : IDueWorker
{
    // Much longer than a batch; after a crash another node goes on when it has run out.
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public static TimeSpan Interval => TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await ClaimAsync(cancellationToken) is { } id)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ImportRun>().RunAsync(id, cancellationToken);
        }
        await ForgetOldAsync(cancellationToken);
    }

    private async Task<Guid?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IImportRepository>().ClaimAsync(clock.GetUtcNow().UtcDateTime, Lease, cancellationToken);
    }

    private async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var imports = scope.ServiceProvider.GetRequiredService<IImportRepository>();
        var old = await imports.FindOldAsync(clock.GetUtcNow().UtcDateTime - ImportConsts.KeptFor, 20, cancellationToken);
        foreach (var job in old)
        {
            await scope.ServiceProvider.GetRequiredService<IBlobContainer>().DeleteAsync(job.BlobName, cancellationToken);
            imports.Delete(job);
        }
        if (old.Count > 0)
        {
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveChangesAsync(cancellationToken);
        }
    }
}
