using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Benchmarks;

/// <summary>Writes the rows that the bot writes, in the same transactions, and does nothing else.</summary>
internal sealed class BareBotWrites(IServiceProvider provider, int places, string payload)
{
    private const int StoredAtOnce = 100;
    private const int ClaimedAtOnce = 16;

    /// <summary>Updates are stored together and claimed together; each is then handled in a transaction: the chat, the answer, the mark.</summary>
    public async Task HandleAsync(long firstId, int count, int chats, CancellationToken cancellationToken)
    {
        foreach (var ids in Ids(firstId, count).Chunk(StoredAtOnce))
        {
            await OnceAsync(
                async (connection, transaction) =>
                {
                    foreach (var id in ids)
                    {
                        await RunAsync(
                            connection,
                            transaction,
                            """
                            INSERT INTO "TelegramUpdates" ("Id", "Attempts", "ChatId", "DueAt", "Payload", "ReceivedAt", "Status") VALUES (@id, 0, @chat, @now, @payload, @now, 'Waiting')
                            """,
                            ("id", id), ("chat", id % chats + 1), ("now", DateTime.UtcNow), ("payload", payload));
                    }
                },
                cancellationToken);
        }
        await ClaimAsync("TelegramUpdates", "Id", firstId, count, cancellationToken);
        await ForEachAsync(firstId, count, HandleAsync, cancellationToken);

        Task HandleAsync(DbConnection connection, DbTransaction transaction, long id) => RunAsync(
            connection,
            transaction,
            """
            UPDATE "BotChats" SET "Version" = "Version" + 1, "ScreenName" = 'deal.my', "LastIncomingId" = @id WHERE "Id" = @chat;
            INSERT INTO "BotOutgoing" ("Id", "Attempts", "ChatId", "CreatedAt", "DueAt", "Kind", "Part", "Payload", "Status", "UpdateId")
            VALUES (@key, 0, @chat, @now, @now, 'Show', 0, @payload, 'Waiting', @id);
            UPDATE "TelegramUpdates" SET "Status" = 'Handled', "HandledAt" = @now, "Payload" = '', "ClaimToken" = NULL, "ClaimedUntil" = NULL WHERE "Id" = @id
            """,
            ("id", id), ("chat", id % chats + 1), ("key", Guid.CreateVersion7()), ("now", DateTime.UtcNow), ("payload", payload));
    }

    /// <summary>Answers are claimed together; each is marked.</summary>
    public async Task SendAsync(long firstId, int count, int chats, CancellationToken cancellationToken)
    {
        await ClaimAsync("BotOutgoing", "UpdateId", firstId, count, cancellationToken);
        await ForEachAsync(firstId, count, NoteAsync, cancellationToken);

        Task NoteAsync(DbConnection connection, DbTransaction transaction, long id) => RunAsync(
            connection,
            transaction,
            """
            UPDATE "BotOutgoing" SET "Status" = 'Done', "DoneAt" = @now, "Payload" = '', "ClaimToken" = NULL, "ClaimedUntil" = NULL WHERE "UpdateId" = @id AND "ChatId" = @chat AND "Status" = 'Waiting'
            """,
            ("id", id), ("chat", id % chats + 1), ("now", DateTime.UtcNow));
    }

    private static IEnumerable<long> Ids(long firstId, int count) => Enumerable.Range(0, count).Select(i => firstId + i);

    private async Task ClaimAsync(string table, string column, long firstId, int count, CancellationToken cancellationToken)
    {
        foreach (var ids in Ids(firstId, count).Chunk(ClaimedAtOnce))
        {
            await OnceAsync(
                (connection, transaction) => RunAsync(
                    connection,
                    transaction,
                    $"""UPDATE "{table}" SET "ClaimToken" = @claim, "ClaimedUntil" = @now, "Attempts" = 1 WHERE "Status" = 'Waiting' AND "{column}" BETWEEN @first AND @last""",
                    ("claim", Guid.NewGuid()), ("now", DateTime.UtcNow), ("first", ids[0]), ("last", ids[^1])),
                cancellationToken);
        }
    }

    private Task ForEachAsync(long firstId, int count, Func<DbConnection, DbTransaction, long, Task> write, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Ids(firstId, count),
        new ParallelOptions { MaxDegreeOfParallelism = places, CancellationToken = cancellationToken },
        async (id, token) => await OnceAsync((connection, transaction) => write(connection, transaction, id), token));

    private async Task OnceAsync(Func<DbConnection, DbTransaction, Task> write, CancellationToken cancellationToken)
    {
        await using var scope = provider.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SaleAutoDbContext>().Database;
        await database.OpenConnectionAsync(cancellationToken);
        var connection = database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await write(connection, transaction);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task RunAsync(DbConnection connection, DbTransaction transaction, string sql, params (string Name, object Value)[] values)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + name, value);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync();
    }
}
