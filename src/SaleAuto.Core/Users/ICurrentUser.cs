namespace SaleAuto.Users;

/// <summary>On whose behalf the current work is done.</summary>
public interface ICurrentUser
{
    /// <summary>The staff member, or null for a client, a visitor or the program itself.</summary>
    Guid? StaffId { get; }

    /// <summary>The client, or null.</summary>
    Guid? ClientId { get; }
}
