namespace SaleAuto.Staff;

/// <summary>Who has which role now. Asked of the database, so that a role taken away or a disabled account counts at once.</summary>
public interface IStaffRoleQuery
{
    /// <summary>Whether the active staff member has one of the roles.</summary>
    Task<bool> HasAnyAsync(Guid staffId, IReadOnlyCollection<string> roles, CancellationToken cancellationToken);
}
