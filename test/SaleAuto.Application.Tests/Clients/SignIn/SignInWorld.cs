using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SaleAuto.Leads;
using SaleAuto.Messages;

namespace SaleAuto.Clients.SignIn;

/// <summary>The application with sign-in, and an SMS inbox in place of the outbox.</summary>
public sealed class SignInWorld : IAsyncDisposable
{
    private readonly TestApplication _application;

    public SignInWorld(TestDatabase database, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build();
        _application = new TestApplication(database, services =>
        {
            services.AddClientSignIn(configuration);
            services.AddSaleAutoDataProtection(configuration);
            services.Replace(ServiceDescriptor.Singleton<IMessageOutbox>(Sms));
            services.Replace(ServiceDescriptor.Singleton<IConsentTexts, AnyConsentTexts>());
        });
    }

    public TestApplication Application => _application;

    public SettableClock Clock => _application.Clock;

    public SmsInbox Sms { get; } = new();

    public static PhoneNumber NewPhone() => PhoneNumber.Parse($"+79{Random.Shared.Next(100_000_000, 1_000_000_000)}");

    public Task<SentCodeDto> SendCodeAsync(PhoneNumber phone, Guid? leadId = null, string? address = null) =>
        RunAsync(service => service.SendCodeAsync(new SendCodeInput { Phone = phone.Value, LeadId = leadId }, address, CancellationToken.None));

    public Task<TokensDto> SignInAsync(PhoneNumber phone, string code) =>
        RunAsync(service => service.SignInAsync(new SignInInput { Phone = phone.Value, Code = code }, CancellationToken.None));

    /// <summary>From nothing to a signed-in client.</summary>
    public async Task<TokensDto> SignInAsync(PhoneNumber phone)
    {
        await SendCodeAsync(phone);
        return await SignInAsync(phone, Sms.LastCode(phone));
    }

    public Task<TokensDto> RefreshAsync(string refreshToken) =>
        RunAsync(service => service.RefreshAsync(new RefreshInput { RefreshToken = refreshToken }, CancellationToken.None));

    public Task<AccessTokenOwner?> ReadAsync(string accessToken) =>
        _application.Services.GetRequiredService<IAccessTokens>().ReadAsync(accessToken, CancellationToken.None);

    public Task<LeadDraftDto> CreateLeadAsync(PhoneNumber phone, string plate = "А123ВС77") =>
        _application.RunAsync<IClientLeadAppService, LeadDraftDto>(service => service.CreateAsync(LeadInput(phone, plate), CancellationToken.None));

    public async Task<IReadOnlyList<ClientLeadDto>> GetLeadsAsync(TokensDto tokens)
    {
        _application.User.ClientId = (await ReadAsync(tokens.AccessToken))!.ClientId;
        return await _application.RunAsync<IClientLeadAppService, IReadOnlyList<ClientLeadDto>>(service => service.GetListAsync(CancellationToken.None));
    }

    public Task<TResult> RunAsync<TResult>(Func<IClientSignInAppService, Task<TResult>> action) => _application.RunAsync(action);

    /// <summary>A right code turned into a wrong one.</summary>
    public static string Wrong(string code) => (code[0] == '9' ? '0' : (char)(code[0] + 1)) + code[1..];

    public static CreateLeadInput LeadInput(PhoneNumber phone, string plate = "А123ВС77") =>
        new() { Plate = plate, Name = "Анна", Phone = phone.Value, Consents = [ConsentKind.PersonalData] };

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
