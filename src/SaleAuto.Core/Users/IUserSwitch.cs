namespace SaleAuto.Users;

/// <summary>Lets work that runs outside a request be done on somebody's behalf: with that person's permissions, row filters and name in the audit log.</summary>
public interface IUserSwitch
{
    /// <summary>Until the result is disposed, <see cref="ICurrentUser"/> of this scope is that staff member.</summary>
    IDisposable ActAs(Guid staffId);
}
