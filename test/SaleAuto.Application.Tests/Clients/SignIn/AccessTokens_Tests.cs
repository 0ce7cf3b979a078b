using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SaleAuto.Clients.SignIn;

public sealed class AccessTokens_On_Sqlite_Tests(SqliteDatabase database) : AccessTokens_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class AccessTokens_On_PostgreSql_Tests(PostgreSqlDatabase database) : AccessTokens_Tests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class AccessTokens_Tests(TestDatabase database) : IAsyncDisposable
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly SignInWorld _world = new(database);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Should_Live_Ten_Minutes()
    {
        var tokens = await _world.SignInAsync(SignInWorld.NewPhone());

        tokens.ExpiresInSeconds.ShouldBe(600);
        _world.Clock.Advance(TimeSpan.FromSeconds(599));
        (await _world.ReadAsync(tokens.AccessToken)).ShouldNotBeNull();
        _world.Clock.Advance(TimeSpan.FromSeconds(31)); // and half a minute for clocks that differ
        (await _world.ReadAsync(tokens.AccessToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Accept_A_Token_Made_As_Ours_Are() =>
        (await _world.ReadAsync(Forge(await SecretAsync()))).ShouldNotBeNull(); // or the refusals below would prove nothing

    [Fact]
    public async Task Should_Refuse_A_Token_Without_A_Signature()
    {
        var parts = Forge(await SecretAsync()).Split('.');
        var header = Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[0])).Replace("HS256", "none");

        (await _world.ReadAsync($"{Base64UrlEncoder.Encode(header)}.{parts[1]}.")).ShouldBeNull();
        (await _world.ReadAsync($"{Base64UrlEncoder.Encode(header)}.{parts[1]}.{parts[2]}")).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Refuse_A_Token_With_Changed_Claims()
    {
        var parts = Forge(await SecretAsync()).Split('.');
        var claims = Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1])).Replace("\"sub\":\"0", "\"sub\":\"1");

        (await _world.ReadAsync($"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}")).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Refuse_What_Is_Not_Quite_Ours()
    {
        var ours = await SecretAsync();
        string[] forged =
        [
            Forge(new SignInKey(ours.Id, new byte[32])),
            Forge(new SignInKey("unknown", new byte[32])),
            ForgeHs512(ours),
            Forge(ours, audience: "saleauto-staff"),
            Forge(ours, issuer: "somebody"),
            Forge(ours, type: "JWT"),
            Forge(ours, minutes: -1),
            Forge(ours, minutes: null),
            "not.a.token",
            "",
        ];

        foreach (var token in forged)
        {
            (await _world.ReadAsync(token)).ShouldBeNull(token);
        }
    }

    [Fact]
    public async Task Should_Check_Tokens_Of_The_Former_Key_After_A_Rotation()
    {
        await _world.SignInAsync(SignInWorld.NewPhone());
        var newest = await _world.Application.InDatabaseAsync(db => db.Set<SigningKey>().OrderByDescending(x => x.Sequence).FirstAsync());
        _world.Clock.Advance(newest.SignsUntil - TimeSpan.FromMinutes(2) - _world.Clock.Now);
        var before = await _world.SignInAsync(SignInWorld.NewPhone());
        _world.Clock.Advance(TimeSpan.FromMinutes(3));

        var after = await _world.SignInAsync(SignInWorld.NewPhone());

        Kid(before).ShouldBe(newest.Id.ToString("N"));
        Kid(after).ShouldNotBe(Kid(before));
        (await _world.ReadAsync(before.AccessToken)).ShouldNotBeNull();
        (await _world.ReadAsync(after.AccessToken)).ShouldNotBeNull();
        await RemoveFormerKeysAsync(newest);
    }

    [Fact]
    public async Task Should_Agree_On_One_Key_When_Nodes_Start_At_Once()
    {
        // The first of all keys, or the next one where other tests of the class made keys before.
        var nodes = Enumerable.Range(0, 4).Select(_ => new SignInWorld(database)).ToList();
        nodes.ForEach(node => node.Clock.Advance(TimeSpan.FromDays(400)));

        var outcomes = await Race.RunAsync(4, i => nodes[i].SignInAsync(SignInWorld.NewPhone()));

        outcomes.ShouldAllBe(x => x.Failure == null);
        outcomes.Select(x => Kid(x.Result!)).Distinct().ShouldHaveSingleItem();
        foreach (var node in nodes)
        {
            (await node.ReadAsync(outcomes[0].Result!.AccessToken)).ShouldNotBeNull();
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task Should_Keep_The_Secret_Protected_In_The_Database()
    {
        var secret = await SecretAsync();
        var stored = await _world.Application.InDatabaseAsync(db => db.Set<SigningKey>().AsNoTracking().ToListAsync());

        stored.ShouldAllBe(x => Convert.FromBase64String(x.ProtectedSecret).Length > 64); // 32 bytes, and what protects them
        secret.AccessTokenKey.Length.ShouldBe(32);
    }

    private async Task RemoveFormerKeysAsync(SigningKey former)
    {
        _world.Clock.Advance(TimeSpan.FromHours(2));
        await _world.Application.RunAsync<SignInCleanupWorker>(worker => worker.RunAsync(CancellationToken.None));
        (await _world.Application.InDatabaseAsync(db => db.Set<SigningKey>().AnyAsync(x => x.Id == former.Id))).ShouldBeFalse();
    }

    private async Task<SignInKey> SecretAsync()
    {
        await _world.SignInAsync(SignInWorld.NewPhone());
        var now = _world.Clock.Now;
        var stored = await _world.Application.InDatabaseAsync(db =>
            db.Set<SigningKey>().Where(x => x.SignsUntil > now).OrderByDescending(x => x.Sequence).FirstAsync());
        var protector = _world.Application.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("SaleAuto.Clients.SignIn.SigningKey");
        return new SignInKey(stored.Id.ToString("N"), protector.Unprotect(Convert.FromBase64String(stored.ProtectedSecret)));
    }

    private string Forge(
        SignInKey key,
        string issuer = "saleauto",
        string audience = "saleauto-clients",
        string type = "at+jwt",
        int? minutes = 5) => Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Issuer = issuer,
            Audience = audience,
            Expires = minutes is { } life ? _world.Clock.Now.AddMinutes(life) : null,
            Claims = new Dictionary<string, object> { ["sub"] = Guid.CreateVersion7().ToString(), ["sid"] = Guid.CreateVersion7().ToString() },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key.AccessTokenKey) { KeyId = key.Id }, SecurityAlgorithms.HmacSha256),
        });

    // The library refuses to sign so with a key of this length; a forger would not ask it.
    private string ForgeHs512(SignInKey key)
    {
        var parts = Forge(key).Split('.');
        var header = Base64UrlEncoder.Encode(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[0])).Replace("HS256", "HS512"));
        var signature = HMACSHA512.HashData(key.AccessTokenKey, Encoding.ASCII.GetBytes($"{header}.{parts[1]}"));
        return $"{header}.{parts[1]}.{Base64UrlEncoder.Encode(signature)}";
    }

    private static string Kid(TokensDto tokens) => Handler.ReadJsonWebToken(tokens.AccessToken).Kid;
}
