using System.Text.Json;
using SaleAuto.Telegram;

namespace SaleAuto.Sandbox.Telegram;

public sealed class SandboxBotApi_Tests : IDisposable
{
    private const long Chat = 2001;

    private readonly SettableClock _clock = new();
    private readonly SandboxBotApi _api;
    private readonly BotApiTester _bot;

    public SandboxBotApi_Tests()
    {
        _api = new SandboxBotApi(_clock, find: (chat, _) => Task.FromResult(chat == 3001 ? new SandboxPerson(3001, "Вера Климова", "Owner") : null));
        _api.Open(new SandboxPerson(Chat, "Игорь Панов", "Seller"));
        _bot = BotApiTester.Over(_api);
    }

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Should_Know_Its_Bot_And_No_Other_Token_Or_Method()
    {
        (await _bot.CallAsync("getMe")).GetProperty("is_bot").GetBoolean().ShouldBeTrue();

        (await _bot.RefusedAsync("getMoney")).ShouldBe((404, "Not Found"));
        using var other = new BotApiTester(new HttpClient(new SandboxBotApiHandler(_api)) { BaseAddress = new Uri(SandboxBotApi.BaseAddress) }, "1:other");
        (await other.RefusedAsync("getMe")).ShouldBe((401, "Unauthorized"));
    }

    [Fact]
    public async Task Should_Give_A_Message_With_Its_Entities_And_Buttons()
    {
        var message = await _bot.CallAsync("sendMessage", new
        {
            chat_id = Chat,
            text = " <b>Камри &amp; <i>мир</i></b> &lt;1&gt; <a href=\"https://saleauto.example/a?b=1&amp;c=2\">карта</a> /menu +7 916 123-45-67 ",
            parse_mode = "HTML",
            reply_markup = new { inline_keyboard = new[] { new object[] { new { text = "Да", callback_data = "y" }, new { text = "Сайт", url = "https://saleauto.example/" } } } },
        });

        message.GetProperty("text").GetString().ShouldBe("Камри & мир <1> карта /menu +7 916 123-45-67");
        message.GetProperty("entities").ToString().ShouldBe(
            """[{"type":"bold","offset":0,"length":11},{"type":"italic","offset":8,"length":3},{"type":"text_link","offset":16,"length":5,"url":"https://saleauto.example/a?b=1\u0026c=2"},{"type":"bot_command","offset":22,"length":5},{"type":"phone_number","offset":28,"length":16}]""");
        message.GetProperty("reply_markup").ToString().ShouldBe("""{"inline_keyboard":[[{"text":"\u0414\u0430","callback_data":"y"},{"text":"\u0421\u0430\u0439\u0442","url":"https://saleauto.example/"}]]}""");
        message.GetProperty("chat").GetProperty("id").GetInt64().ShouldBe(Chat);
        message.GetProperty("date").GetInt64().ShouldBe(_clock.GetUtcNow().ToUnixTimeSeconds());
        _api.GetMessages(Chat).Single().MessageId.ShouldBe(message.GetProperty("message_id").GetInt64());
    }

    [Theory]
    [InlineData("<b>раз", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<b>раз</i>", "Unmatched end tag at byte offset 9, expected \"</b>\", found \"</i>\"")]
    [InlineData("раз</b>", "Unexpected end tag at byte offset 6")]
    [InlineData("1 < 2", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("<script>x</script>", "Unsupported start tag \"script\" at byte offset 0")]
    public async Task Should_Refuse_Broken_Html(string text, string reason) =>
        (await _bot.RefusedAsync("sendMessage", new { chat_id = Chat, text, parse_mode = "HTML" })).ShouldBe((400, "Bad Request: can't parse entities: " + reason));

    [Fact]
    public async Task Should_Keep_To_The_Lengths_After_The_Tags_Are_Gone()
    {
        await _bot.CallAsync("sendMessage", new { chat_id = Chat, text = $"<b>{new string('я', 4096)}</b>", parse_mode = "HTML" });

        (await _bot.RefusedAsync("sendMessage", new { chat_id = Chat, text = new string('я', 4097) })).Description.ShouldBe("Bad Request: message is too long");
        (await _bot.RefusedAsync("sendMessage", new { chat_id = Chat, text = " \n" })).Description.ShouldBe("Bad Request: message text is empty");
        (await _bot.RefusedAsync("sendMessage", new { chat_id = Chat })).Description.ShouldBe("Bad Request: message text is empty");
        (await _bot.RefusedAsync("sendMessage", new { text = "x" })).Description.ShouldBe("Bad Request: chat_id is empty");
        (await _bot.RefusedAsync("sendMessage", new { chat_id = Chat, text = "x", parse_mode = "BBCode" })).Description.ShouldBe("Bad Request: unsupported parse_mode");
    }

    [Theory]
    [InlineData("""{ "text": "Да", "callback_data": "ддддддддддддддддддддддддддддддддд" }""", "BUTTON_DATA_INVALID")]
    [InlineData("""{ "text": "Да", "callback_data": "" }""", "BUTTON_DATA_INVALID")]
    [InlineData("""{ "text": "Да" }""", "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    [InlineData("""{ "text": "", "callback_data": "y" }""", "can't parse inline keyboard button: Field \"text\" must be of type String")]
    [InlineData("""{ "text": "Сайт", "url": "http://localhost:5000/" }""", "inline keyboard button URL 'http://localhost:5000/' is invalid: Wrong HTTP URL")]
    [InlineData("""{ "text": "Сайт", "url": "javascript:alert(1)" }""", "inline keyboard button URL 'javascript:alert(1)' is invalid: Wrong HTTP URL")]
    public async Task Should_Refuse_A_Button_That_Telegram_Refuses(string button, string reason)
    {
        var markup = JsonSerializer.Deserialize<JsonElement>($$"""{ "inline_keyboard": [[ {{button}} ]] }""");

        (await _bot.RefusedAsync("sendMessage", new { chat_id = Chat, text = "x", reply_markup = markup })).ShouldBe((400, "Bad Request: " + reason));
        _api.GetMessages(Chat).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Take_Callback_Data_Of_64_Bytes() =>
        await _bot.CallAsync("sendMessage", new { chat_id = Chat, text = "x", reply_markup = Keyboard(new string('д', 32)) });

    [Fact]
    public async Task Should_Let_The_Bot_Write_To_Those_Only_Who_Want_It()
    {
        var stranger = _api.OpenNew("Новый Сотрудник");

        (await _bot.RefusedAsync("sendMessage", new { chat_id = 999, text = "x" })).ShouldBe((400, "Bad Request: chat not found"));
        (await _bot.RefusedAsync("sendMessage", new { chat_id = stranger.ChatId, text = "x" })).ShouldBe((403, "Forbidden: bot can't initiate conversation with a user"));
        _api.SendText(stranger.ChatId, "/start");
        await _bot.CallAsync("sendMessage", new { chat_id = stranger.ChatId, text = "x" });
        _api.SetBlocked(stranger.ChatId, true);
        (await _bot.RefusedAsync("sendMessage", new { chat_id = stranger.ChatId, text = "x" })).ShouldBe((403, "Forbidden: bot was blocked by the user"));
        await _bot.CallAsync("sendMessage", new { chat_id = 3001, text = "known from before" });
        var statuses = (await UpdatesAsync(0)).Where(x => x.TryGetProperty("my_chat_member", out _)).Select(x => x.GetProperty("my_chat_member").GetProperty("new_chat_member").GetProperty("status").GetString());
        statuses.ShouldBe(["kicked"]);
    }

    [Fact]
    public async Task Should_Edit_In_Place_And_Refuse_An_Edit_That_Changes_Nothing()
    {
        var id = await SendAsync("один", "y");

        var edited = await _bot.CallAsync("editMessageText", new { chat_id = Chat, message_id = id, text = "два" });

        edited.GetProperty("edit_date").GetInt64().ShouldBeGreaterThan(0);
        edited.TryGetProperty("reply_markup", out _).ShouldBeFalse(); // not given again: gone
        _api.GetMessages(Chat).Single().Text.ShouldBe("два");
        (await _bot.RefusedAsync("editMessageText", new { chat_id = Chat, message_id = id, text = " два" })).Description.ShouldStartWith("Bad Request: message is not modified");
        await _bot.CallAsync("editMessageReplyMarkup", new { chat_id = Chat, message_id = id, reply_markup = Keyboard("z") });
        (await _bot.RefusedAsync("editMessageReplyMarkup", new { chat_id = Chat, message_id = id, reply_markup = Keyboard("z") })).Description.ShouldStartWith("Bad Request: message is not modified");
        (await _bot.RefusedAsync("editMessageCaption", new { chat_id = Chat, message_id = id, caption = "x" })).Description.ShouldBe("Bad Request: there is no caption in the message to edit");
        (await _bot.RefusedAsync("editMessageText", new { chat_id = Chat, message_id = 1, text = "x" })).Description.ShouldBe("Bad Request: message to edit not found");
        var own = _api.SendText(Chat, "моё").MessageId;
        (await _bot.RefusedAsync("editMessageText", new { chat_id = Chat, message_id = own, text = "x" })).Description.ShouldBe("Bad Request: message can't be edited");
    }

    [Fact]
    public async Task Should_Delete_What_Is_Not_Older_Than_Two_Days()
    {
        var (first, second) = (await SendAsync("один"), await SendAsync("два"));

        (await _bot.CallAsync("deleteMessage", new { chat_id = Chat, message_id = first })).GetBoolean().ShouldBeTrue();

        (await _bot.RefusedAsync("deleteMessage", new { chat_id = Chat, message_id = first })).Description.ShouldBe("Bad Request: message to delete not found");
        _clock.Advance(TimeSpan.FromHours(49));
        (await _bot.RefusedAsync("deleteMessage", new { chat_id = Chat, message_id = second })).Description.ShouldBe("Bad Request: message can't be deleted for everyone");
        _api.GetMessages(Chat).Single().Text.ShouldBe("два");
    }

    [Fact]
    public async Task Should_Tell_A_Press_And_Take_One_Answer()
    {
        var id = await SendAsync("Принять?", "y");

        var query = _api.Press(Chat, id, "y").ShouldNotBeNull();

        _api.Press(Chat, id, "other").ShouldBeNull();
        var update = (await UpdatesAsync(0)).Single().GetProperty("callback_query");
        update.GetProperty("id").GetString().ShouldBe(query);
        update.GetProperty("data").GetString().ShouldBe("y");
        update.GetProperty("from").GetProperty("id").GetInt64().ShouldBe(Chat);
        update.GetProperty("message").GetProperty("message_id").GetInt64().ShouldBe(id);
        (await _bot.RefusedAsync("answerCallbackQuery", new { callback_query_id = query, text = new string('я', 201) })).Description.ShouldBe("Bad Request: MESSAGE_TOO_LONG");
        (await _bot.CallAsync("answerCallbackQuery", new { callback_query_id = query, text = "Готово" })).GetBoolean().ShouldBeTrue();
        (await _bot.RefusedAsync("answerCallbackQuery", new { callback_query_id = query })).Description.ShouldContain("query ID is invalid");
    }

    [Fact]
    public async Task Should_Not_Take_An_Answer_That_Comes_Late()
    {
        var query = _api.Press(Chat, await SendAsync("Принять?", "y"), "y");
        _clock.Advance(TimeSpan.FromMinutes(6));

        (await _bot.RefusedAsync("answerCallbackQuery", new { callback_query_id = query })).Description.ShouldContain("query is too old");
    }

    [Fact]
    public async Task Should_Repeat_Updates_Until_A_Higher_Offset_Confirms_Them()
    {
        _api.SendText(Chat, "один");
        _api.SendText(Chat, "два");

        var first = await UpdatesAsync(0);
        (await UpdatesAsync(0)).Select(IdOf).ShouldBe(first.Select(IdOf));
        (await UpdatesAsync(IdOf(first[0]) + 1)).Select(TextOf).ShouldBe(["два"]);
        _api.SendText(Chat, "три");
        (await UpdatesAsync(-1)).Select(TextOf).ShouldBe(["три"]);
        (await UpdatesAsync(0)).Select(TextOf).ShouldBe(["три"]); // the negative offset forgot the rest
        IdOf(first[1]).ShouldBe(IdOf(first[0]) + 1);
    }

    [Fact]
    public async Task Should_Give_At_Most_So_Many_And_Only_The_Kinds_Asked_For()
    {
        _api.SendText(Chat, "один");
        _api.SendText(Chat, "два");

        (await _bot.CallAsync("getUpdates", new { limit = 1, allowed_updates = new[] { "message" } })).EnumerateArray().Select(TextOf).ShouldBe(["один"]);
        _api.SetBlocked(Chat, true);
        (await UpdatesAsync(0)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Wait_For_An_Update_And_Tell_The_Older_Of_Two_Pollers()
    {
        var waiting = _bot.CallAsync("getUpdates", new { timeout = 30 });
        await Task.Delay(50);
        waiting.IsCompleted.ShouldBeFalse();
        _api.SendText(Chat, "один");
        (await waiting.WaitAsync(TimeSpan.FromSeconds(10))).EnumerateArray().Select(TextOf).ShouldBe(["один"]);

        var older = _bot.RefusedAsync("getUpdates", new { offset = int.MaxValue, timeout = 30 });
        await Task.Delay(50);
        var newer = _bot.CallAsync("getUpdates", new { timeout = 1 });
        (await older.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe((409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
        (await newer).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Should_Either_Post_Updates_Or_Be_Asked_For_Them()
    {
        (await _bot.RefusedAsync("setWebhook", new { url = "http://saleauto.example/" })).Description.ShouldBe("Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        (await _bot.RefusedAsync("setWebhook", new { url = "https://saleauto.example:5000/" })).Description.ShouldContain("ports 80, 88, 443 or 8443");
        (await _bot.RefusedAsync("setWebhook", new { url = "https://saleauto.example/", secret_token = "с пробелом" })).Description.ShouldContain("unallowed characters");
        await _bot.CallAsync("setWebhook", new { url = "https://saleauto.example/telegram", secret_token = "s3" });

        _api.Webhook.ShouldBe(("https://saleauto.example/telegram", "s3"));
        (await _bot.RefusedAsync("getUpdates")).Code.ShouldBe(409);
        _api.SendText(Chat, "один");
        (await _bot.CallAsync("getWebhookInfo")).GetProperty("pending_update_count").GetInt32().ShouldBe(1);
        await _bot.CallAsync("deleteWebhook", new { drop_pending_updates = true });
        (await UpdatesAsync(0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Give_A_Photo_In_Sizes_And_Its_Bytes()
    {
        var png = TestPng.Of(1000, 500);
        _api.SendPhotos(Chat, [new SandboxPhoto(png) { Smaller = [TestPng.Of(90, 45)] }], "спереди");

        var message = (await UpdatesAsync(0)).Single().GetProperty("message");
        var sizes = message.GetProperty("photo").EnumerateArray().ToList();
        sizes.Select(size => (size.GetProperty("width").GetInt32(), size.GetProperty("height").GetInt32())).ShouldBe([(90, 45), (1000, 500)]);
        message.GetProperty("caption").GetString().ShouldBe("спереди");
        message.TryGetProperty("media_group_id", out _).ShouldBeFalse();
        var file = await _bot.CallAsync("getFile", new { file_id = sizes[^1].GetProperty("file_id").GetString() });
        using var answer = await _bot.DownloadAsync(file.GetProperty("file_path").GetString()!);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(png);
        (await _bot.RefusedAsync("getFile", new { file_id = "x" })).Description.ShouldBe("Bad Request: wrong file_id or the file is temporarily unavailable");
        (await _bot.DownloadAsync("photos/none.jpg")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Should_Join_Several_Photos_Into_An_Album_And_Know_The_Same_Photo_Again()
    {
        _api.SendPhotos(Chat, [new SandboxPhoto(TestPng.Of(400, 300)), new SandboxPhoto(TestPng.Of(300, 400))], "машина");
        _api.SendPhotos(Chat, [new SandboxPhoto(TestPng.Of(400, 300))]);

        var messages = (await UpdatesAsync(0)).Select(x => x.GetProperty("message")).ToList();
        messages[0].GetProperty("media_group_id").GetString().ShouldBe(messages[1].GetProperty("media_group_id").GetString());
        messages[0].GetProperty("caption").GetString().ShouldBe("машина");
        messages[1].TryGetProperty("caption", out _).ShouldBeFalse();
        string UniqueId(int index) => messages[index].GetProperty("photo").EnumerateArray().Last().GetProperty("file_unique_id").GetString()!;
        UniqueId(2).ShouldBe(UniqueId(0));
        UniqueId(1).ShouldNotBe(UniqueId(0));
    }

    [Fact]
    public async Task Should_Take_Files_Of_The_Bot_And_Refuse_What_Is_None()
    {
        var photo = await _bot.UploadAsync("sendPhoto", Chat, "photo", TestPng.Of(320, 200), "car.png", "caption");
        photo.GetProperty("result").GetProperty("caption").GetString().ShouldBe("caption");
        var document = await _bot.UploadAsync("sendDocument", Chat, "document", "текст"u8.ToArray(), "договор.pdf");
        document.GetProperty("result").GetProperty("document").GetProperty("file_name").GetString().ShouldBe("договор.pdf");
        var again = photo.GetProperty("result").GetProperty("photo").EnumerateArray().Last().GetProperty("file_id").GetString();
        await _bot.CallAsync("sendPhoto", new { chat_id = Chat, photo = again });

        (await _bot.UploadAsync("sendPhoto", Chat, "photo", "текст"u8.ToArray(), "x.jpg")).GetProperty("description").GetString().ShouldBe("Bad Request: IMAGE_PROCESS_FAILED");
        (await _bot.UploadAsync("sendPhoto", Chat, "photo", TestPng.Of(2100, 100), "x.png")).GetProperty("description").GetString().ShouldBe("Bad Request: PHOTO_INVALID_DIMENSIONS");
        (await _bot.UploadAsync("sendPhoto", Chat, "photo", new byte[10 * 1024 * 1024 + 1], "x.jpg")).GetProperty("error_code").GetInt32().ShouldBe(413);
        (await _bot.UploadAsync("sendPhoto", Chat, "photo", TestPng.Of(320, 200), "x.png", new string('я', 1025))).GetProperty("description").GetString().ShouldBe("Bad Request: message caption is too long");
        (await _bot.RefusedAsync("sendPhoto", new { chat_id = Chat, photo = "https://saleauto.example/x.jpg" })).Description.ShouldBe("Bad Request: failed to get HTTP URL content");
        (await _bot.RefusedAsync("sendDocument", new { chat_id = Chat })).Description.ShouldBe("Bad Request: there is no document in the request");
        _api.GetMessages(Chat).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Not_Serve_A_File_Above_20_Megabytes()
    {
        _api.SendDocuments(Chat, [new BotApiUpload("film.mp4", "video/mp4", new byte[21 * 1024 * 1024])]);

        var id = (await UpdatesAsync(0)).Single().GetProperty("message").GetProperty("document").GetProperty("file_id").GetString();

        (await _bot.RefusedAsync("getFile", new { file_id = id })).Description.ShouldBe("Bad Request: file is too big");
    }

    [Fact]
    public async Task Should_Send_An_Album_Of_Known_Photos()
    {
        var photos = new List<string>();
        foreach (var width in new[] { 100, 200 })
        {
            var sent = await _bot.UploadAsync("sendPhoto", Chat, "photo", TestPng.Of(width, 100), "x.png");
            photos.Add(sent.GetProperty("result").GetProperty("photo").EnumerateArray().Last().GetProperty("file_id").GetString()!);
        }

        var album = await _bot.CallAsync("sendMediaGroup", new { chat_id = Chat, media = photos.Select(photo => new { type = "photo", media = photo }) });

        album.GetArrayLength().ShouldBe(2);
        album[0].GetProperty("media_group_id").GetString().ShouldBe(album[1].GetProperty("media_group_id").GetString());
        (await _bot.RefusedAsync("sendMediaGroup", new { chat_id = Chat, media = photos.Take(1).Select(photo => new { type = "photo", media = photo }) })).Description.ShouldContain("2-10");
    }

    [Fact]
    public async Task Should_Keep_The_Commands_And_Refuse_Wrong_Ones()
    {
        await _bot.CallAsync("setMyCommands", new { commands = new[] { new { command = "menu", description = "Меню" } } });

        _api.Commands.ShouldBe([new ApiCommand("menu", "Меню")]);
        (await _bot.CallAsync("getMyCommands"))[0].GetProperty("command").GetString().ShouldBe("menu");
        (await _bot.RefusedAsync("setMyCommands", new { commands = new[] { new { command = "Меню", description = "x" } } })).Description.ShouldBe("Bad Request: BOT_COMMAND_INVALID");
        (await _bot.CallAsync("sendChatAction", new { chat_id = Chat, action = "typing" })).GetBoolean().ShouldBeTrue();
        (await _bot.RefusedAsync("sendChatAction", new { chat_id = Chat, action = "dance" })).Code.ShouldBe(400);
    }

    [Fact]
    public void Should_Go_On_Numbering_After_A_Restart()
    {
        var before = _api.SendText(Chat, "один");
        _clock.Advance(TimeSpan.FromSeconds(1));

        var api = new SandboxBotApi(_clock);
        api.Open(new SandboxPerson(Chat, "Игорь Панов"));

        api.SendText(Chat, "два").MessageId.ShouldBeGreaterThan(before.MessageId);
        api.Pending.Single().UpdateId.ShouldBeGreaterThan(_api.Pending.Single().UpdateId);
    }

    [Fact]
    public void Should_Keep_The_Latest_Messages_Only_And_Count_The_Unread()
    {
        for (var i = 0; i < 520; i++)
        {
            _api.SendText(Chat, $"{i}");
        }

        _api.GetMessages(Chat).Count.ShouldBe(500);
        _api.GetMessages(Chat)[^1].Text.ShouldBe("519");
        _api.GetChats().Single(x => x.Id == Chat).Unread.ShouldBe(0);
    }

    private static object Keyboard(string data) => new { inline_keyboard = new[] { new[] { new { text = "Да", callback_data = data } } } };

    private static long IdOf(JsonElement update) => update.GetProperty("update_id").GetInt64();

    private static string? TextOf(JsonElement update) => update.GetProperty("message").GetProperty("text").GetString();

    private async Task<long> SendAsync(string text, string? data = null)
    {
        object call = data is null ? new { chat_id = Chat, text } : new { chat_id = Chat, text, reply_markup = Keyboard(data) };
        return (await _bot.CallAsync("sendMessage", call)).GetProperty("message_id").GetInt64();
    }

    private async Task<List<JsonElement>> UpdatesAsync(long offset) => [.. (await _bot.CallAsync("getUpdates", new { offset })).EnumerateArray()];
}
