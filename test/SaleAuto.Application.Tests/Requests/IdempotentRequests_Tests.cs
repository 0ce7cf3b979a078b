using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Clients;
using SaleAuto.Clients.SignIn;
using SaleAuto.Errors;
using SaleAuto.Leads;

namespace SaleAuto.Requests;

public sealed class IdempotentRequests_On_Sqlite_Tests(SqliteDatabase database) : IdempotentRequests_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class IdempotentRequests_On_PostgreSql_Tests(PostgreSqlDatabase database) : IdempotentRequests_Tests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class IdempotentRequests_Tests(TestDatabase database) : IAsyncDisposable
{
    private readonly SignInWorld _world = new(database);
    private readonly PhoneNumber _phone = SignInWorld.NewPhone();
    private readonly string _key = Guid.NewGuid().ToString();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Should_Answer_The_Same_Request_As_Before()
    {
        var first = await CreateAsync(_key, SignInWorld.LeadInput(_phone));

        var second = await CreateAsync(_key, SignInWorld.LeadInput(_phone));

        second.ShouldBe(first);
        (await CountLeadsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Refuse_The_Key_For_Another_Request()
    {
        await CreateAsync(_key, SignInWorld.LeadInput(_phone));

        var refusal = await Should.ThrowAsync<BusinessException>(CreateAsync(_key, SignInWorld.LeadInput(_phone) with { MileageKm = 1 }));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.Requests.IdempotencyKeyReused);
        (await CountLeadsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Do_The_Work_Once_For_Fifty_At_Once()
    {
        var outcomes = await Race.RunAsync(50, _ => CreateAsync(_key, SignInWorld.LeadInput(_phone)));

        outcomes.ShouldAllBe(x => x.Failure == null);
        outcomes.Select(x => x.Result).Distinct().ShouldHaveSingleItem();
        (await CountLeadsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Free_The_Key_Of_A_Refused_Request()
    {
        await Should.ThrowAsync<InputValidationException>(CreateAsync(_key, SignInWorld.LeadInput(_phone) with { Name = null }));

        (await CreateAsync(_key, SignInWorld.LeadInput(_phone))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Forget_The_Key_After_A_Day()
    {
        var first = await CreateAsync(_key, SignInWorld.LeadInput(_phone));
        _world.Clock.Advance(TimeSpan.FromHours(24.1));

        var second = await CreateAsync(_key, SignInWorld.LeadInput(_phone));

        second.Id.ShouldNotBe(first.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("ключ")]
    public Task Should_Refuse_A_Malformed_Key(string key) => ShouldBeMalformedAsync(key);

    [Fact]
    public Task Should_Refuse_A_Key_That_Is_Too_Long() => ShouldBeMalformedAsync(new string('k', 256));

    private async Task ShouldBeMalformedAsync(string key)
    {
        var refusal = await Should.ThrowAsync<InputValidationException>(CreateAsync(key, SignInWorld.LeadInput(_phone)));

        refusal.Errors.ShouldHaveSingleItem().ShouldBe(new InputError("Idempotency-Key", SaleAutoErrorCodes.Requests.IdempotencyKeyInvalid));
    }

    private async Task<LeadDraftDto> CreateAsync(string key, CreateLeadInput input)
    {
        await using var scope = _world.Application.Services.CreateAsyncScope();
        var service = scope.ServiceProvider.GetRequiredService<IClientLeadAppService>();
        return await scope.ServiceProvider.GetRequiredService<IIdempotentRequests>()
            .ExecuteAsync("createLead", key, input, token => service.CreateAsync(input, token), CancellationToken.None);
    }

    private Task<int> CountLeadsAsync() => _world.Application.InDatabaseAsync(db => db.Set<Lead>().CountAsync(x => x.Phone == _phone.Value));
}
