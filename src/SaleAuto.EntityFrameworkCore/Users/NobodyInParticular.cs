namespace SaleAuto.Users;

/// <summary>The program itself: workers, seeding, migrations; or whoever such work is done for.</summary>
internal sealed class NobodyInParticular(UserSwitch acting) : ICurrentUser
{
    public Guid? StaffId => acting.StaffId;

    public Guid? ClientId => null;
}
