using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using SaleAuto.Site;

namespace SaleAuto.Sandbox.Telegram;

/// <summary>The chat window and what it asks for. Anybody may speak as anybody.</summary>
public static class SandboxTelegramEndpoints
{
    private const string Address = "/sandbox/telegram";
    private const int MaxNameLength = 60;
    private const long MostBytes = 110L * 1024 * 1024; // an album of ten photos with their smaller sizes

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Maps <c>/sandbox/telegram</c> where the Bot API is in memory.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development: anybody could become anybody.</exception>
    public static IEndpointRouteBuilder MapSandboxTelegram(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            throw new InvalidOperationException("The sandbox chat belongs to the Development environment only.");
        }
        if (endpoints.ServiceProvider.GetService<SandboxBotApi>() is null)
        {
            return endpoints; // a token is configured: the bot is in the real Telegram
        }
        var telegram = endpoints.MapGroup(Address).AllowAnonymous().ExcludeFromDescription().DisableAntiforgery().AddEndpointFilter(GuardAsync);
        telegram.MapGet("", OpenAsync);
        endpoints.MapGet(SiteLanguage.EnglishAddress(Address), OpenAsync).AllowAnonymous().ExcludeFromDescription().AddEndpointFilter(GuardAsync);
        telegram.MapGet("/chats", GetChatsAsync);
        telegram.MapPost("/chats", AddPerson);
        telegram.MapGet("/chats/{chat:long}", GetChat);
        telegram.MapPost("/chats/{chat:long}/messages", SendAsync);
        telegram.MapPost("/chats/{chat:long}/presses", Press);
        telegram.MapPost("/chats/{chat:long}/read", Read);
        telegram.MapPost("/chats/{chat:long}/blocked", SetBlocked);
        telegram.MapGet("/files/{file}", GetFile);
        telegram.MapGet("/events", SandboxTelegramEvents.Listen);
        return endpoints;
    }

    // A page of somebody else must not write into the chats of whoever develops.
    private static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) && http.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return await next(context);
    }

    private static async Task<RazorComponentResult<SandboxTelegramPage>> OpenAsync(SandboxBotApi api, SandboxPeople people, CancellationToken cancellationToken)
    {
        await MeetAsync(api, people, cancellationToken);
        return new RazorComponentResult<SandboxTelegramPage>();
    }

    private static async Task<IResult> GetChatsAsync(SandboxBotApi api, SandboxPeople people, CancellationToken cancellationToken)
    {
        await MeetAsync(api, people, cancellationToken);
        return Json(new { Chats = api.GetChats(), api.Commands });
    }

    private static async Task MeetAsync(SandboxBotApi api, SandboxPeople people, CancellationToken cancellationToken)
    {
        foreach (var person in await people.GetAsync(cancellationToken))
        {
            api.Open(person);
        }
    }

    private static IResult AddPerson(NewPersonInput input, SandboxBotApi api) => input.Name?.Trim() is { Length: > 0 and <= MaxNameLength } name
        ? Json(api.OpenNew(name))
        : TypedResults.BadRequest();

    private static IResult GetChat(long chat, SandboxBotApi api) => api.Knows(chat) ? Json(api.GetMessages(chat)) : TypedResults.NotFound();

    private static async Task<IResult> SendAsync(long chat, HttpContext http, SandboxBotApi api, CancellationToken cancellationToken)
    {
        if (!api.Knows(chat))
        {
            return TypedResults.NotFound();
        }
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MostBytes;
        var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = MostBytes }, cancellationToken);
        try
        {
            return Json(await SandboxComposer.SendAsync(api, chat, form, cancellationToken));
        }
        catch (ArgumentException refused)
        {
            return TypedResults.Text(refused.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static IResult Press(long chat, PressInput input, SandboxBotApi api) =>
        api.Press(chat, input.MessageId, input.Data ?? "") is { } id ? Json(new { Id = id }) : TypedResults.NotFound();

    private static NoContent Read(long chat, SandboxBotApi api)
    {
        api.Read(chat);
        return TypedResults.NoContent();
    }

    private static Results<NoContent, NotFound> SetBlocked(long chat, BlockedInput input, SandboxBotApi api)
    {
        if (!api.Knows(chat))
        {
            return TypedResults.NotFound();
        }
        api.SetBlocked(chat, input.IsBlocked);
        return TypedResults.NoContent();
    }

    // Only pictures are shown; whatever else somebody sent is saved, not run.
    private static Results<FileContentHttpResult, NotFound> GetFile(string file, SandboxBotApi api) => api.FindFile(file) switch
    {
        null => TypedResults.NotFound(),
        { } found when ImageSize.Read(found.Bytes) is not null => TypedResults.File(found.Bytes, found.Bytes[0] == 0x89 ? "image/png" : "image/jpeg"),
        { } found => TypedResults.File(found.Bytes, "application/octet-stream", found.Name ?? "file"),
    };

    private static IResult Json(object value) => TypedResults.Json(value, BotApiAnswer.Json);
}

/// <summary>Name of a stranger.</summary>
public sealed record NewPersonInput(string? Name);

/// <summary>A press of a button.</summary>
public sealed record PressInput(long MessageId, string? Data);

/// <summary>Whether the bot is blocked.</summary>
public sealed record BlockedInput(bool IsBlocked);
