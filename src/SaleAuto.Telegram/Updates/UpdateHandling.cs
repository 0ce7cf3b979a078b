using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaleAuto.Bot;
using SaleAuto.Repositories;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto.Telegram;

/// <summary>
/// Handles one claimed update: mark, effect and answers are one transaction, so that a crash leaves either all of them or none.
/// A refusal of the program rolls that back and is explained in a second one; a failure is tried again and given up visibly.
/// </summary>
internal sealed partial class UpdateHandling(IServiceScopeFactory scopes, TelegramUpdate claimed)
{
    private const int MostTries = 5;

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1)];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var update = IncomingUpdate.Read(claimed);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = update.Culture; // of this chat's flow only
        if (claimed.Attempts > MostTries) // every try ended with its process; this update may be the reason
        {
            await EndAsync(update, "interrupted", null, cancellationToken);
            return;
        }
        try
        {
            var fileId = await FetchFileAsync(update, cancellationToken);
            var message = update.Message with { StoredFileId = fileId };
            await InTransactionAsync(update with { Message = message }, (talk, turn, token) => talk.TakeAsync(turn, token), cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (BotRefusal.Find(exception) is { } words)
            {
                await ExplainAsync(update, words, cancellationToken);
            }
            else
            {
                await EndAsync(update, Describe(exception), claimed.Attempts < MostTries ? Pauses[Math.Min(claimed.Attempts, Pauses.Length) - 1] : null, cancellationToken);
            }
        }
    }

    private async Task ExplainAsync(IncomingUpdate update, string words, CancellationToken cancellationToken)
    {
        try
        {
            await InTransactionAsync(update, (talk, turn, token) => talk.ExplainAsync(turn, words, token), cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What would have been shown beside the words fails, too: then the words alone.
            await InTransactionAsync(update, (_, turn, _) => Task.FromResult(turn.Say(BotReply.Of(words).AsNew())), cancellationToken);
            Log(LogLevel.Warning, "explaining", Describe(exception));
        }
    }

    private async Task<Guid?> FetchFileAsync(IncomingUpdate update, CancellationToken cancellationToken)
    {
        if (claimed.StoredFileId is { } stored || update.Message.File is not { } file)
        {
            return claimed.StoredFileId;
        }
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (await services.GetRequiredService<IStaffDirectory>().FindByChatAsync(update.ChatId, cancellationToken) is not { } staffId)
        {
            return null;
        }
        using var _ = services.GetRequiredService<IUserSwitch>().ActAs(staffId);
        if (!await services.GetRequiredService<BotTalk>().TakesFilesAsync(update.ChatId, staffId, cancellationToken))
        {
            return null;
        }
        var id = await services.GetRequiredService<IBotFiles>().SaveAsync(file, cancellationToken);
        await ChangeAsync(services, row => row.KeepFile(id), cancellationToken); // a later try of the same update fetches nothing
        return id;
    }

    private async Task InTransactionAsync(
        IncomingUpdate update, Func<BotTalk, BotTurn, CancellationToken, Task<BotTurn>> talk, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var directory = services.GetRequiredService<IStaffDirectory>();
        var users = services.GetRequiredService<IUserSwitch>();
        await services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token =>
            {
                if (await FindAsync(services, token) is not { } row)
                {
                    return false; // the lease ran out and another node took over
                }
                var staffId = await directory.FindByChatAsync(update.ChatId, token);
                using var _ = staffId is { } person ? users.ActAs(person) : null;
                var chat = await services.GetRequiredService<IBotChatRepository>().GetOrAddAsync(update.ChatId, token);
                var turn = await talk(services.GetRequiredService<BotTalk>(), new BotTurn(update, chat, staffId), token);
                await services.GetRequiredService<ReplyWriter>().WriteAsync(turn, token);
                row.MarkHandled(Now(services));
                return true;
            },
            cancellationToken);
    }

    // Another try is due after the pause, or none any more: then the person is told that it did not work.
    private async Task EndAsync(IncomingUpdate update, string error, TimeSpan? pause, CancellationToken cancellationToken)
    {
        Log(pause is null ? LogLevel.Error : LogLevel.Warning, pause is null ? "given up" : "to be tried again", error);
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token =>
            {
                if (await FindAsync(services, token) is not { } row)
                {
                    return false;
                }
                if (pause is { } wait)
                {
                    row.Postpone(error, Now(services) + wait);
                    return true;
                }
                var chat = await services.GetRequiredService<IBotChatRepository>().GetOrAddAsync(update.ChatId, token);
                var turn = new BotTurn(update, chat, null) { KeepsButtons = true }.Say(BotReply.Of(BotTexts.Get("Failed")).AsNew());
                await services.GetRequiredService<ReplyWriter>().WriteAsync(turn, token);
                row.GiveUp(error, Now(services));
                return true;
            },
            cancellationToken);
    }

    private Task ChangeAsync(IServiceProvider services, Action<TelegramUpdate> change, CancellationToken cancellationToken) =>
        services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token =>
            {
                if (await FindAsync(services, token) is { } row)
                {
                    change(row);
                }
                return true;
            },
            cancellationToken);

    private Task<TelegramUpdate?> FindAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ITelegramUpdateQueue>().FindClaimedAsync(claimed.Id, claimed.ClaimToken!.Value, cancellationToken);

    private static DateTime Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    // Messages of exceptions may quote what was written; type and place tell what a developer needs.
    private static string Describe(Exception exception) => exception is BotApiException api ? api.Reason : exception.GetBaseException().GetType().Name;

    private void Log(LogLevel level, string outcome, string error)
    {
        using var scope = scopes.CreateScope();
        LogLine(scope.ServiceProvider.GetRequiredService<ILogger<UpdateHandling>>(), level, claimed.Id, outcome, claimed.Attempts, error);
    }

    [LoggerMessage(Message = "Update {UpdateId} is {Outcome} after try {Attempt}: {Error}")]
    private static partial void LogLine(ILogger logger, LogLevel level, long updateId, string outcome, int attempt, string error);
}
