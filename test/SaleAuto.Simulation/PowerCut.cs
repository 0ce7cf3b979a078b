using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SaleAuto.Simulation;

/// <summary>
/// Ends the program in the middle of something: before a statement, before a commit, or after a commit whose answer nobody hears. From then on the program reaches no database
/// until it is started anew.
/// </summary>
public sealed class PowerCut
{
    private int _statementsLeft;
    private PowerCutMoment? _planned;

    /// <summary>How often it happened.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the program has ended.</summary>
    public bool IsDark { get; private set; }

    /// <summary>The interceptors of the database context.</summary>
    internal IEnumerable<IInterceptor> Interceptors => [new OnCommands(this), new OnTransactions(this)];

    /// <summary>Cuts the power at the next such moment.</summary>
    /// <param name="moment">When.</param>
    /// <param name="statements">Statements that still run, for a cut before a statement.</param>
    public void Plan(PowerCutMoment moment, int statements = 0) => (_planned, _statementsLeft) = (moment, statements);

    /// <summary>Nothing is planned any more.</summary>
    public void Forget() => _planned = null;

    /// <summary>The program starts anew.</summary>
    public void Restore() => (IsDark, _planned) = (false, null);

    /// <summary>Whether a failure came of it.</summary>
    public static bool Caused(Exception failure) =>
        failure is PowerCutException
        || (failure is AggregateException many && many.InnerExceptions.Any(Caused))
        || (failure.InnerException is { } inner && Caused(inner));

    private void BeforeStatement()
    {
        if (_planned == PowerCutMoment.BeforeStatement && _statementsLeft-- <= 0)
        {
            Cut();
        }
        ThrowWhenDark();
    }

    private void At(PowerCutMoment moment)
    {
        if (_planned == moment)
        {
            Cut();
        }
        ThrowWhenDark();
    }

    private void Cut()
    {
        (IsDark, _planned) = (true, null);
        Count++;
    }

    private void ThrowWhenDark()
    {
        if (IsDark)
        {
            throw new PowerCutException();
        }
    }

    private sealed class OnCommands(PowerCut power) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            power.BeforeStatement();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            power.BeforeStatement();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
        {
            power.BeforeStatement();
            return ValueTask.FromResult(result);
        }
    }

    private sealed class OnTransactions(PowerCut power) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            power.At(PowerCutMoment.BeforeCommit);
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            power.At(PowerCutMoment.AfterCommit);
            return Task.CompletedTask;
        }
    }
}

/// <summary>Where the power is cut.</summary>
public enum PowerCutMoment
{
    BeforeStatement,
    BeforeCommit,
    AfterCommit,
}

/// <summary>The program has ended.</summary>
public sealed class PowerCutException() : Exception("The power is off");
