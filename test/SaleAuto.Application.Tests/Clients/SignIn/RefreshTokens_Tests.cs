using SaleAuto.Errors;

namespace SaleAuto.Clients.SignIn;

public sealed class RefreshTokens_On_Sqlite_Tests(SqliteDatabase database) : RefreshTokens_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class RefreshTokens_On_PostgreSql_Tests(PostgreSqlDatabase database) : RefreshTokens_Tests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class RefreshTokens_Tests(TestDatabase database) : IAsyncDisposable
{
    private static readonly TimeSpan BeyondGrace = TimeSpan.FromSeconds(16);

    private readonly SignInWorld _world = new(database);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Should_Give_The_Next_Pair_Of_The_Same_Sign_In()
    {
        var first = await SignInAsync();

        var second = await _world.RefreshAsync(first.RefreshToken);

        second.RefreshToken.ShouldNotBe(first.RefreshToken);
        (await _world.ReadAsync(second.AccessToken)).ShouldBe(await _world.ReadAsync(first.AccessToken));
    }

    [Fact]
    public async Task Should_End_The_Whole_Family_When_An_Old_Token_Comes_Back()
    {
        var first = await SignInAsync();
        var second = await _world.RefreshAsync(first.RefreshToken);
        _world.Clock.Advance(BeyondGrace);

        await ShouldBeRefusedAsync(first);

        await ShouldBeRefusedAsync(second);
    }

    [Fact]
    public async Task Should_Forgive_The_Immediate_Predecessor_Within_The_Grace()
    {
        var first = await SignInAsync();
        var second = await _world.RefreshAsync(first.RefreshToken);
        _world.Clock.Advance(TimeSpan.FromSeconds(15));

        var again = await _world.RefreshAsync(first.RefreshToken);

        again.RefreshToken.ShouldNotBe(second.RefreshToken);
        (await _world.RefreshAsync(second.RefreshToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Not_Forgive_The_Predecessor_Of_The_Predecessor()
    {
        var first = await SignInAsync();
        var second = await _world.RefreshAsync(first.RefreshToken);
        var third = await _world.RefreshAsync(second.RefreshToken);

        await ShouldBeRefusedAsync(first);

        await ShouldBeRefusedAsync(third);
    }

    [Fact]
    public async Task Should_Notice_Two_Holders_Of_Tokens_From_The_Same_Grace()
    {
        var first = await SignInAsync();
        var ours = await _world.RefreshAsync(first.RefreshToken);
        var stolen = await _world.RefreshAsync(first.RefreshToken);
        var ourNext = await _world.RefreshAsync(ours.RefreshToken);
        _world.Clock.Advance(BeyondGrace);

        await ShouldBeRefusedAsync(stolen);

        await ShouldBeRefusedAsync(ourNext);
    }

    [Fact]
    public async Task Should_Log_Nobody_Out_When_Fifty_Requests_Refresh_At_Once()
    {
        var first = await SignInAsync();

        var outcomes = await Race.RunAsync(50, _ => _world.RefreshAsync(first.RefreshToken));

        outcomes.ShouldAllBe(x => x.Failure == null);
        outcomes.Select(x => x.Result!.RefreshToken).Distinct().Count().ShouldBe(50);
        _world.Clock.Advance(BeyondGrace); // the browser kept one of them
        var next = await _world.RefreshAsync(outcomes[^1].Result!.RefreshToken);
        _world.Clock.Advance(BeyondGrace);
        await ShouldBeRefusedAsync(first); // reuse
        await ShouldBeRefusedAsync(next);
    }

    [Fact]
    public async Task Should_Leave_Other_Sign_Ins_Of_The_Client_Alone()
    {
        var phone = SignInWorld.NewPhone();
        var onPhone = await _world.SignInAsync(phone);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        var onLaptop = await _world.SignInAsync(phone);

        await _world.RunAsync(async service =>
        {
            await service.SignOutAsync(new RefreshInput { RefreshToken = onPhone.RefreshToken }, CancellationToken.None);
            return true;
        });

        await ShouldBeRefusedAsync(onPhone);
        (await _world.RefreshAsync(onLaptop.RefreshToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Refuse_A_Token_After_Its_Life()
    {
        var first = await SignInAsync();
        _world.Clock.Advance(TimeSpan.FromDays(30));

        await ShouldBeRefusedAsync(first);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Should_Refuse_An_Unknown_Token(string token)
    {
        var refusal = await Should.ThrowAsync<BusinessException>(_world.RefreshAsync(token));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.SignIn.RefreshTokenInvalid);
    }

    private Task<TokensDto> SignInAsync() => _world.SignInAsync(SignInWorld.NewPhone());

    private async Task ShouldBeRefusedAsync(TokensDto tokens)
    {
        var refusal = await Should.ThrowAsync<BusinessException>(_world.RefreshAsync(tokens.RefreshToken));
        refusal.Code.ShouldBe(SaleAutoErrorCodes.SignIn.RefreshTokenInvalid);
    }
}
