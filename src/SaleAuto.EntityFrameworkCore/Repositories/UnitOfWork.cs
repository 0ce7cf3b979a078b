using Microsoft.EntityFrameworkCore;
using SaleAuto.Errors;

namespace SaleAuto.Repositories;

/// <summary>Changes of one scope, written together.</summary>
public sealed class UnitOfWork(SaleAutoDbContext db, IDatabaseDialect dialect) : IUnitOfWork
{
    // With fifty at once on one row, each round lets at least one through; the pauses spread the rest.
    private const int MostTries = 30;

    /// <inheritdoc />
    public async Task SaveChangesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Exception failure) when (IsConflict(failure))
        {
            throw new ConcurrencyConflictException(failure);
        }
    }

    /// <inheritdoc />
    public async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            var result = await action(cancellationToken);
            await SaveChangesAsync(cancellationToken);
            return result;
        }
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await ExecuteOnceAsync(action, cancellationToken);
            }
            catch (Exception failure) when (IsConflict(failure))
            {
                db.ChangeTracker.Clear();
                if (tries == MostTries)
                {
                    throw failure as ConcurrencyConflictException ?? new ConcurrencyConflictException(failure);
                }
                await Task.Delay(Random.Shared.Next(1, 10 * tries), cancellationToken);
            }
        }
    }

    /// <inheritdoc />
    public Task TakeTurnAsync(string key, CancellationToken cancellationToken) =>
        dialect.TakeTurnSql is { } sql ? db.Database.ExecuteSqlRawAsync(sql, [key], cancellationToken) : Task.CompletedTask;

    private async Task<T> ExecuteOnceAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken)
    {
        T result;
        db.Database.AutoSavepointsEnabled = false; // a save that fails ends the whole transaction: nobody would go back to the savepoint, and each save would wait for it twice
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            result = await action(cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch
        {
            db.ForgetWritten();
            throw;
        }
        db.AnnounceCommit();
        return result;
    }

    private bool IsConflict(Exception failure) =>
        failure is ConcurrencyConflictException or DbUpdateConcurrencyException
        || dialect.IsConflict(failure)
        || (failure.InnerException is { } inner && dialect.IsConflict(inner));
}
