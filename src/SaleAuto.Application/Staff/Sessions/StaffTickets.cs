using System.Security.Cryptography;
using System.Text;
using SaleAuto.Users;

namespace SaleAuto.Staff.Sessions;

internal sealed class StaffTickets(IStaffSessionCache sessions, IStaffAccounts accounts, TimeProvider clock) : IStaffTickets
{
    /// <summary>A session that nobody used for so long is over; the cookie lives as long.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromHours(12);

    public async ValueTask<StaffAccount?> CheckAsync(StaffTicket ticket, CancellationToken cancellationToken)
    {
        var session = await sessions.FindAsync(ticket.SessionId, cancellationToken);
        if (session is not { EndedAt: null } || session.StaffId != ticket.StaffId)
        {
            return null;
        }
        var account = await accounts.FindAsync(ticket.StaffId, cancellationToken);
        if (account is not { IsActive: true } || !IsSame(account.SecurityStamp, ticket.SecurityStamp))
        {
            return null;
        }
        await sessions.NoteUseAsync(session, clock.GetUtcNow().UtcDateTime, cancellationToken);
        return account;
    }

    private static bool IsSame(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
