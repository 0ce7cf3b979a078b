using System.ComponentModel.DataAnnotations;
using SaleAuto.Expenses;
using SaleAuto.Settings;

namespace SaleAuto.Accounting;

/// <summary>What people spend alone, and when owners are alarmed.</summary>
public sealed record AccountingSettings
{
    /// <summary>Expense that a seller enters without the owner's approval, roubles.</summary>
    [Section("Limits"), Range(0, ExpenseConsts.MaxAmount), Unit(SettingUnit.Roubles)]
    public decimal SellerExpenseLimit { get; init; } = 50_000;

    /// <summary>Expense that a manager enters without the owner's approval, roubles.</summary>
    [Section("Limits"), Range(0, ExpenseConsts.MaxAmount), Unit(SettingUnit.Roubles)]
    public decimal ManagerExpenseLimit { get; init; } = 50_000;

    /// <summary>Days in stock after which a car alarms the owner.</summary>
    [Section("Alarms"), Range(1, 3650), Unit(SettingUnit.Days)]
    public int StockAlarmDays { get; init; } = 45;

    /// <summary>Money with one seller above which the owner is alarmed, roubles.</summary>
    [Section("Alarms"), Range(0, AccountingConsts.MaxAmount), Unit(SettingUnit.Roubles)]
    public decimal AdvanceAlarm { get; init; } = 1_000_000;
}
