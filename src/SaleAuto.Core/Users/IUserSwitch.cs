namespace SaleAuto.Users;

/// <summary>Lets work that runs outside a request be done on somebody's behalf: with that person's permissions, row filters and name in the audit log.</summary>
public interface IUserSwitch
{
    /// <summary>Until the result is disposed, <see cref="ICurrentUser"/> of this scope is that staff member.</summary>
    IDisposable ActAs(Guid staffId);
}

/// <summary>Remembers for one scope on whose behalf it works.</summary>
public sealed class UserSwitch : IUserSwitch
{
    /// <summary>The person, or null while nobody was named.</summary>
    public Guid? StaffId { get; private set; }

    /// <inheritdoc />
    public IDisposable ActAs(Guid staffId)
    {
        var before = StaffId;
        StaffId = staffId;
        return new Back(this, before);
    }

    private sealed class Back(UserSwitch owner, Guid? before) : IDisposable
    {
        public void Dispose() => owner.StaffId = before;
    }
}
