using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Repositories;

namespace SaleAuto.Staff.Tokens;

internal sealed class PersonalAccessTokenCache(IServiceScopeFactory scopes) : RowCache<string, PersonalAccessToken>(scopes), IPersonalAccessTokenCache
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public ValueTask NoteUseAsync(PersonalAccessToken token, DateTime now, CancellationToken cancellationToken) => NoteAsync(
        token,
        now,
        Pause,
        (row, stop) => row.ExecuteUpdateAsync(set => set.SetProperty(x => x.LastUsedAt, now), stop),
        cancellationToken);

    protected override Task<PersonalAccessToken?> LoadAsync(IQueryable<PersonalAccessToken> rows, string key, CancellationToken cancellationToken) =>
        rows.FirstOrDefaultAsync(x => x.Hash == key, cancellationToken);
}
