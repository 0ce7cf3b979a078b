namespace SaleAuto.Users;

/// <summary>The program itself: workers, seeding, migrations.</summary>
internal sealed class NobodyInParticular : ICurrentUser
{
    public Guid? StaffId => null;

    public Guid? ClientId => null;
}
