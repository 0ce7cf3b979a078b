using SaleAuto.Errors;

namespace SaleAuto.Clients.SignIn;

public sealed class OneTimeCodeLimits_On_Sqlite_Tests(SqliteDatabase database) : OneTimeCodeLimits_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class OneTimeCodeLimits_On_PostgreSql_Tests(PostgreSqlDatabase database) : OneTimeCodeLimits_Tests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class OneTimeCodeLimits_Tests(TestDatabase database) : IAsyncDisposable
{
    private readonly PhoneNumber _phone = SignInWorld.NewPhone();
    private readonly string _address = $"2001:db8::{Guid.NewGuid():N}";
    private SignInWorld _world = new(database, ("SignIn:CodesPerPhonePerDay", "3"), ("SignIn:CodesPerAddressPerHour", "4"), ("SignIn:CodesPerAddressPerDay", "6"));

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Should_Wait_A_Minute_Between_Codes_To_One_Phone()
    {
        await _world.SendCodeAsync(_phone);
        _world.Clock.Advance(TimeSpan.FromSeconds(59));

        var refusal = await Should.ThrowAsync<TooManyRequestsException>(_world.SendCodeAsync(_phone));

        refusal.RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));
        _world.Clock.Advance(refusal.RetryAfter);
        (await _world.SendCodeAsync(_phone)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Stop_At_The_Daily_Limit_Of_A_Phone()
    {
        for (var sent = 0; sent < 3; sent++)
        {
            await _world.SendCodeAsync(_phone);
            _world.Clock.Advance(TimeSpan.FromHours(1));
        }

        var refusal = await Should.ThrowAsync<TooManyRequestsException>(_world.SendCodeAsync(_phone));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.SignIn.TooManyCodes);
        refusal.RetryAfter.ShouldBe(TimeSpan.FromHours(21)); // then the first is a day old
        _world.Clock.Advance(refusal.RetryAfter);
        (await _world.SendCodeAsync(_phone)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Stop_At_The_Hourly_Limit_Of_An_Address_Whatever_The_Phone()
    {
        for (var sent = 0; sent < 4; sent++)
        {
            await _world.SendCodeAsync(SignInWorld.NewPhone(), address: _address);
        }

        var refusal = await Should.ThrowAsync<TooManyRequestsException>(_world.SendCodeAsync(_phone, address: _address));

        refusal.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        (await _world.SendCodeAsync(_phone, address: "another")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Stop_At_The_Daily_Limit_Of_An_Address()
    {
        for (var sent = 0; sent < 6; sent++)
        {
            await _world.SendCodeAsync(SignInWorld.NewPhone(), address: _address);
            _world.Clock.Advance(TimeSpan.FromHours(1));
        }

        var refusal = await Should.ThrowAsync<TooManyRequestsException>(_world.SendCodeAsync(_phone, address: _address));

        refusal.RetryAfter.ShouldBe(TimeSpan.FromHours(18));
    }

    [Fact]
    public async Task Should_Hold_The_Limit_Of_An_Address_Under_Fifty_Requests_At_Once()
    {
        var outcomes = await Race.RunAsync(50, _ => _world.SendCodeAsync(SignInWorld.NewPhone(), address: _address));

        outcomes.Count(x => x.Result is not null).ShouldBe(4);
        outcomes.Where(x => x.Failure is not null).ShouldAllBe(x => x.Failure is TooManyRequestsException);
    }

    [Fact]
    public async Task Should_Send_To_The_Countries_Of_The_Settings()
    {
        await _world.DisposeAsync();
        _world = new(database, ("SignIn:AllowedPhonePrefixes:0", "+375"));

        (await _world.SendCodeAsync(PhoneNumber.Parse($"+37529{Random.Shared.Next(1_000_000, 9_999_999)}"))).ShouldNotBeNull();
        await Should.ThrowAsync<BusinessException>(_world.SendCodeAsync(_phone));
    }
}
