using Microsoft.Extensions.Caching.Memory;
using SaleAuto.Clients;

namespace SaleAuto.Site.Selling;

/// <summary>Lets a code that was sent twice by a double click sign in once and answer both: a code is good for one use only.</summary>
public sealed class SignInOnce(IMemoryCache recent)
{
    private static readonly TimeSpan DoubleClick = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();

    /// <summary>Signs in, or waits for the same visit's sign-in with the same code.</summary>
    public async Task<TokensDto> SignInAsync(Guid visitId, SignInInput input, IClientSignInAppService signIn)
    {
        var key = (nameof(SignInOnce), visitId, input.Code);
        Task<TokensDto>? answer;
        lock (_gate)
        {
            if (!recent.TryGetValue(key, out answer))
            {
                // Not tied to the request: the first click's connection is dropped by the second.
                answer = signIn.SignInAsync(input, CancellationToken.None);
                recent.Set(key, answer, DoubleClick);
            }
        }
        try
        {
            return await answer!;
        }
        catch
        {
            recent.Remove(key); // a refusal is asked for again, so that attempts are counted
            throw;
        }
    }
}
