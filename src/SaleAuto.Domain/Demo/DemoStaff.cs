using SaleAuto.Staff;

namespace SaleAuto.Demo;

/// <summary>An invented employee. Whoever is told of something has a chat: the sandbox shows what they would read.</summary>
public sealed record DemoStaff(string UserName, string FullName, string Role, long? TelegramChatId)
{
    /// <summary>Password of every demo account. Demo rows are written in Development only.</summary>
    public const string Password = "SaleAuto-demo-2026";

    /// <summary>Everybody.</summary>
    public static readonly IReadOnlyList<DemoStaff> All =
    [
        new("manager", "Марина Соколова", StaffRoles.Manager, 1001),
        new("manager2", "Антон Беляев", StaffRoles.Manager, 1002),
        new("seller", "Игорь Панов", StaffRoles.Seller, 2001),
        new("seller2", "Руслан Агеев", StaffRoles.Seller, 2002),
        new("seller3", "Тимур Алиев", StaffRoles.Seller, 2003),
        new("owner", "Вера Климова", StaffRoles.Owner, 3001),
        new("admin", "Олег Дружинин", StaffRoles.Administrator, null),
    ];

    /// <summary>Id of the account.</summary>
    public Guid Id => DemoIds.Of($"staff:{UserName}");

    /// <summary>Id of the account of that name.</summary>
    public static Guid IdOf(string userName) => All.Single(x => x.UserName == userName).Id;
}
