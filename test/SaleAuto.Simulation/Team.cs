using SaleAuto.Staff;

namespace SaleAuto.Simulation;

/// <summary>Who works here, and how.</summary>
public static class Team
{
    public static readonly IReadOnlyList<Employee> Managers = [New(1, "Мария Смирнова", StaffRoles.Manager, Habit.OnTime), New(2, "Олег Фёдоров", StaffRoles.Manager, Habit.Late), New(3, "Павел Орлов", StaffRoles.Manager, Habit.Forgetful)];

    public static readonly IReadOnlyList<Employee> Sellers =
    [
        New(11, "Андрей Волков", StaffRoles.Seller, Habit.OnTime), New(12, "Борис Зайцев", StaffRoles.Seller, Habit.Late),
        New(13, "Виктор Лебедев", StaffRoles.Seller, Habit.OnTime), New(14, "Глеб Соколов", StaffRoles.Seller, Habit.Forgetful),
    ];

    public static readonly IReadOnlyList<Employee> Owners = [New(21, "Дарья Белова", StaffRoles.Owner, Habit.OnTime), New(22, "Егор Чернов", StaffRoles.Owner, Habit.Late)];

    public static IEnumerable<Employee> All => [.. Managers, .. Sellers, .. Owners];

    public static Employee Seller(Guid id) => Sellers.Single(x => x.Id == id);

    private static Employee New(int number, string name, string role, Habit habit) => new(new Guid($"01890000-0000-7000-8000-{number:000000000000}"), $"person{number}", name, role, habit, 5000 + number);
}

/// <summary>Somebody who works here.</summary>
public sealed record Employee(Guid Id, string Login, string Name, string Role, Habit Habit, long ChatId);

/// <summary>How somebody works.</summary>
public enum Habit
{
    OnTime,
    Late,
    Forgetful,
}
