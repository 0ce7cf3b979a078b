using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Demo;
using SaleAuto.Errors;
using SaleAuto.Staff;
using SaleAuto.Staff.Linking;
using SaleAuto.Staff.SignIn;
using SaleAuto.Telegram;

namespace SaleAuto.Linking;

public abstract class Linking_Tests(TestDatabase database) : IAsyncLifetime
{
    private const string Stranger = "Этот бот — для сотрудников.";

    private static readonly Guid _admin = DemoStaff.IdOf("admin");
    private static long _chats = 90_000;

    private readonly BotWorld _world = new(database, services => services.AddSingleton<ISignInLinks, NoLinks>());
    private readonly long _chat = Interlocked.Increment(ref _chats);

    public Task InitializeAsync() => _world.TakeDemoAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("/start")]
    [InlineData("/menu")]
    [InlineData("/order")]
    [InlineData("Добрый день")]
    public void Should_Tell_A_Stranger_Nothing_But_How_To_Link(string text)
    {
        Bot.Send(text).ShouldStartWith(Stranger);
        Bot.Buttons.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Link_By_The_Link_Once()
    {
        var issued = await BeginAsync(_admin);
        issued.Link.ShouldBe($"https://t.me/saleauto_test_bot?start={issued.Code}");

        Bot.Send($"/start {issued.Code}").ShouldStartWith("Готово, Олег Дружинин");
        Bot.Send("/menu").ShouldStartWith("Олег Дружинин");
        var other = _world.User(_chat + 1000);
        other.Send($"/start {issued.Code}").ShouldStartWith("Код не подошёл");
        (await ChatOfAsync(_admin)).ShouldBe(_chat);
    }

    [Fact]
    public async Task Should_Link_By_The_Typed_Code_And_Move_The_Person_From_The_Chat_Before()
    {
        Bot.Send((await BeginAsync(_admin)).Code.ToLowerInvariant()).ShouldStartWith("Готово");
        var other = _world.User(_chat + 1000);

        other.Send((await BeginAsync(_admin)).Code).ShouldStartWith("Готово");

        Bot.Send("/menu").ShouldStartWith(Stranger);
        other.Send("/menu").ShouldStartWith("Олег Дружинин");
    }

    [Fact]
    public async Task Should_Take_Neither_An_Old_Code_Nor_A_Late_One()
    {
        var first = await BeginAsync(_admin);
        var second = await BeginAsync(_admin);

        Bot.Send(first.Code).ShouldStartWith("Код не подошёл");
        _world.App.Clock.Advance(TimeSpan.FromMinutes(15));
        Bot.Send(second.Code).ShouldStartWith("Код не подошёл");
        Bot.Send("/menu").ShouldStartWith(Stranger);
    }

    [Fact]
    public async Task Should_Look_At_No_Code_After_Too_Many_Wrong_Ones()
    {
        for (var i = 0; i < 10; i++)
        {
            Bot.Send($"WRONG{i:000}").ShouldStartWith("Код не подошёл");
        }
        var issued = await BeginAsync(_admin);

        Bot.Send(issued.Code).ShouldStartWith("Слишком много");
        _world.App.Clock.Advance(TimeSpan.FromHours(1));
        Bot.Send((await BeginAsync(_admin)).Code).ShouldStartWith("Готово");
    }

    [Fact]
    public async Task Should_Know_A_Chat_No_More_Once_It_Is_Unlinked()
    {
        Bot.Send((await BeginAsync(_admin)).Code);

        await AsAsync(_admin, links => links.UnlinkAsync(default));
        await AsAsync(_admin, links => links.UnlinkAsync(default));

        Bot.Send("/menu").ShouldStartWith(Stranger);
        (await ChatOfAsync(_admin)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Leave_A_Linked_Chat_To_Its_Person()
    {
        var issued = await BeginAsync(_admin);

        _world.User(1001).Send($"/start {issued.Code}").ShouldStartWith("Марина Соколова");

        (await ChatOfAsync(DemoStaff.IdOf("manager"))).ShouldBe(1001);
    }

    [Fact]
    public async Task Should_Refuse_Codes_To_Visitors_And_Tokens()
    {
        _world.App.User.StaffId = null;
        _world.App.User.IsRequest = true;
        await Should.ThrowAsync<AuthorizationException>(() => _world.App.RunAsync((ITelegramLinkAppService links) => links.BeginAsync(default)));
        _world.App.User.Scopes = ["read"];
        (await Should.ThrowAsync<BusinessException>(() => BeginAsync(_admin))).Code.ShouldBe(SaleAutoErrorCodes.Staff.TokenNotAllowed);
    }

    [Fact]
    public async Task Should_Keep_Only_The_Hash_Of_A_Code()
    {
        var issued = await BeginAsync(_admin);

        (await _world.App.InDatabaseAsync(db => db.Set<TelegramLinkCode>().OrderByDescending(x => x.Id).Select(x => x.Hash).FirstAsync())).ShouldBe(Secrets.HashOf(issued.Code));
    }

    [Theory]
    [InlineData("Это я", "Вход подтверждён.", SignInRequestStatus.Confirmed)]
    [InlineData("Это не я", "Вход отклонён.", SignInRequestStatus.Refused)]
    public async Task Should_Confirm_A_Sign_In_Or_Refuse_It(string answer, string said, SignInRequestStatus status)
    {
        var manager = _world.User(1001);
        var waiting = await _world.App.RunAsync((IStaffSignInAppService signIn) => signIn.BeginTelegramAsync("Firefox <b>на</b> Linux", default));

        manager.Send($"/start signin_{waiting.Code}").ShouldContain("Устройство: Firefox <b>на</b> Linux");
        manager.Press(answer).ShouldStartWith(said);

        var request = await _world.App.InDatabaseAsync(db => db.Set<SignInRequest>().SingleAsync(x => x.Code == waiting.Code));
        (request.Status, request.StaffId).ShouldBe((status, DemoStaff.IdOf("manager")));
    }

    [Fact]
    public async Task Should_Ask_By_The_Typed_Code_And_Refuse_A_Late_Answer()
    {
        var manager = _world.User(1001);
        var waiting = await _world.App.RunAsync((IStaffSignInAppService signIn) => signIn.BeginTelegramAsync(null, default));

        manager.Send(waiting.Code.ToLowerInvariant()).ShouldContain(waiting.Code);
        _world.App.Clock.Advance(SignInRequest.Life);
        manager.Press("Это я").ShouldBe(Localization.ErrorTexts.For(SaleAutoErrorCodes.Staff.SignInCodeInvalid));
        manager.Send($"/start signin_{waiting.Code}").ShouldBe(Localization.ErrorTexts.For(SaleAutoErrorCodes.Staff.SignInCodeInvalid));
        Bot.Send($"/start signin_{waiting.Code}").ShouldStartWith("Код не подошёл");
    }

    private BotChatUser Bot => _world.User(_chat);

    private Task<TelegramLinkDto> BeginAsync(Guid staffId) => AsAsync(staffId, links => links.BeginAsync(default));

    private async Task<T> AsAsync<T>(Guid staffId, Func<ITelegramLinkAppService, Task<T>> work)
    {
        _world.App.User.StaffId = staffId;
        try
        {
            return await _world.App.RunAsync(work);
        }
        finally
        {
            _world.App.User.StaffId = null;
        }
    }

    private Task<bool> AsAsync(Guid staffId, Func<ITelegramLinkAppService, Task> work) => AsAsync(staffId, async links =>
    {
        await work(links);
        return true;
    });

    private Task<long?> ChatOfAsync(Guid staffId) => _world.App.InDatabaseAsync(db => db.Users.Where(x => x.Id == staffId).Select(x => x.TelegramChatId).SingleAsync());

    private sealed class NoLinks : ISignInLinks
    {
        public string For(string code) => code;
    }
}

public sealed class Linking_OnSqlite_Tests(SqliteDatabase database) : Linking_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class Linking_OnPostgreSql_Tests(PostgreSqlDatabase database) : Linking_Tests(database), IClassFixture<PostgreSqlDatabase>;
