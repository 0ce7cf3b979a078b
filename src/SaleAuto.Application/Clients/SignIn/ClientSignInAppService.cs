using Microsoft.Extensions.Options;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.Repositories;
using SaleAuto.Validation;

namespace SaleAuto.Clients.SignIn;

internal sealed class ClientSignInAppService(
    IOneTimeCodeRepository codes,
    OneTimeCodeLimits limits,
    OneTimeCodeMessage message,
    ClientManager clients,
    ILeadRepository leads,
    RefreshTokenManager refreshTokens,
    IRefreshTokenRepository tokens,
    AccessTokens accessTokens,
    SignInKeyRing keys,
    IUnitOfWork unitOfWork,
    IOptions<SignInOptions> options,
    TimeProvider clock) : IClientSignInAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private TimeSpan RefreshLifetime => TimeSpan.FromDays(options.Value.RefreshTokenDays);

    public async Task<SentCodeDto> SendCodeAsync(SendCodeInput input, string? remoteAddress, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        var phone = PhoneNumber.Parse(input.Phone!);
        if (!phone.HasPrefix(options.Value.PhonePrefixes))
        {
            throw new BusinessException(SaleAutoErrorCodes.Clients.CountryNotServed);
        }
        var key = await keys.GetCurrentAsync(cancellationToken);
        var phoneHash = key.Hash($"phone:{phone.Value}");
        var addressHash = remoteAddress is null ? null : key.Hash($"address:{remoteAddress}");
        var lifetime = TimeSpan.FromMinutes(options.Value.CodeMinutes);
        return await unitOfWork.ExecuteAsync(
            async token =>
            {
                await EnsureIsTheirsAsync(input.LeadId, phone, token);
                await limits.EnsureMaySendAsync(phone, phoneHash, addressHash, Now, token);
                await codes.ExpireEarlierAsync(phone, input.LeadId, Now, token);
                var (code, digits) = OneTimeCode.Generate(phone, input.LeadId, key, addressHash, Now, lifetime);
                codes.Insert(code);
                await message.AddAsync(code, digits, token);
                return new SentCodeDto((int)lifetime.TotalSeconds, options.Value.ResendSeconds);
            },
            cancellationToken);
    }

    public async Task<TokensDto> SignInAsync(SignInInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        var phone = PhoneNumber.Parse(input.Phone!);
        var digits = string.Concat(input.Code!.Where(char.IsAsciiDigit));
        var code = await FindRightCodeAsync(phone, digits, cancellationToken);
        var key = await keys.GetCurrentAsync(cancellationToken);
        var issued = await unitOfWork.ExecuteAsync(
            async token =>
            {
                if (!await codes.TryUseAsync(code.Id, Now, token))
                {
                    throw new BusinessException(SaleAutoErrorCodes.SignIn.CodeInvalid);
                }
                var client = await clients.GetOrCreateAsync(phone, null, token);
                client.ConfirmPhone(code.LeadId, Now);
                return refreshTokens.Open(client.Id, Now, RefreshLifetime);
            },
            cancellationToken);
        return ToDto(issued, key);
    }

    public async Task<TokensDto> RefreshAsync(RefreshInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        var key = await keys.GetCurrentAsync(cancellationToken);
        var grace = TimeSpan.FromSeconds(options.Value.RefreshGraceSeconds);
        // The refusal is thrown after the commit: a revoked family must stay revoked.
        var issued = await unitOfWork.ExecuteAsync(
            token => refreshTokens.ExchangeAsync(input.RefreshToken!, Now, RefreshLifetime, grace, token), cancellationToken);
        return issued is null ? throw new BusinessException(SaleAutoErrorCodes.SignIn.RefreshTokenInvalid) : ToDto(issued, key);
    }

    public Task SignOutAsync(RefreshInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return refreshTokens.RevokeAsync(input.RefreshToken!, Now, cancellationToken);
    }

    public Task EndSessionAsync(Guid sessionId, CancellationToken cancellationToken) =>
        tokens.RevokeFamilyAsync(sessionId, Now, cancellationToken);

    private async Task EnsureIsTheirsAsync(Guid? leadId, PhoneNumber phone, CancellationToken cancellationToken)
    {
        if (leadId is { } id && (await leads.FindAsync(id, cancellationToken))?.Phone != phone.Value)
        {
            throw new EntityNotFoundException(typeof(Lead), id);
        }
    }

    // An attempt is taken before the digits are compared, each in a statement of its own: a thousand guesses at once get five comparisons,
    // and a refusal does not roll the count back.
    private async Task<OneTimeCode> FindRightCodeAsync(PhoneNumber phone, string digits, CancellationToken cancellationToken)
    {
        var active = await codes.GetActiveAsync(phone, Now, cancellationToken);
        var compared = false;
        foreach (var code in active)
        {
            if (await codes.TryTakeAttemptAsync(code.Id, cancellationToken))
            {
                compared = true;
                if (await keys.FindAsync(code.KeyId, cancellationToken) is { } key && code.Matches(digits, key))
                {
                    return code;
                }
            }
        }
        throw active.Count > 0 && !compared
            ? new TooManyRequestsException(SaleAutoErrorCodes.SignIn.TooManyAttempts, await limits.GetPauseAsync(phone, Now, cancellationToken))
            : new BusinessException(SaleAutoErrorCodes.SignIn.CodeInvalid);
    }

    private TokensDto ToDto(IssuedRefreshToken issued, SignInKey key) => new(
        accessTokens.Issue(new AccessTokenOwner(issued.ClientId, issued.FamilyId), key), accessTokens.LifetimeSeconds, issued.Text);
}
