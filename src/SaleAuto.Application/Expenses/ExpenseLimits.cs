using SaleAuto.Accounting;
using SaleAuto.Permissions;
using SaleAuto.Settings;
using SaleAuto.Staff;

namespace SaleAuto.Expenses;

/// <summary>What the person at work may spend without asking.</summary>
internal sealed class ExpenseLimits(IStaffAccessProvider access, ISettingProvider settings)
{
    /// <summary>Largest sum that gets into the books without the owner's approval, roubles.</summary>
    public async Task<decimal> GetAsync(CancellationToken cancellationToken)
    {
        var person = await access.GetAsync(cancellationToken);
        if (person.Has(AccountingPermissions.ApproveExpenses))
        {
            return ExpenseConsts.MaxAmount;
        }
        var limits = await settings.GetAsync<AccountingSettings>(cancellationToken);
        return person.Roles.Contains(StaffRoles.Manager) ? limits.ManagerExpenseLimit : limits.SellerExpenseLimit;
    }
}
