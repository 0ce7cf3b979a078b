using Microsoft.EntityFrameworkCore;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Expenses;
using SaleAuto.Resales;

namespace SaleAuto.Accounting.Checks;

/// <summary>Where money is by the documents alone, in kopecks. It does not ask documents what they post: that is what is proved.</summary>
internal sealed class HeldMoney
{
    private HeldMoney()
    {
    }

    /// <summary>In safes and accounts.</summary>
    public Dictionary<Guid, long> Places { get; } = [];

    /// <summary>With people, of the company's money; negative where own money was spent.</summary>
    public Dictionary<Guid, long> Advances { get; } = [];

    /// <summary>Owed to people from profit.</summary>
    public Dictionary<Guid, long> Shares { get; } = [];

    /// <summary>Adds up all documents that move money.</summary>
    public static async Task<HeldMoney> ReadAsync(SaleAutoDbContext db, CancellationToken cancellationToken)
    {
        var held = new HeldMoney();
        await held.AddOperationsAsync(db, cancellationToken);
        await held.AddPurchasesAsync(db, cancellationToken);
        foreach (var expense in await db.Set<Expense>().AsNoTracking().Where(x => x.Status == ExpenseStatus.Posted).Select(x => new { x.PaidFromId, x.SpentById, x.Amount }).ToListAsync(cancellationToken))
        {
            held.Move(expense.PaidFromId, expense.SpentById, -expense.Amount);
        }
        var receipts = from receipt in db.Set<ResaleReceipt>().AsNoTracking()
                       join resale in db.Set<Resale>() on receipt.ResaleId equals resale.Id
                       where resale.Status != ResaleStatus.Cancelled || resale.IsDepositKept
                       select new { receipt.PlaceId, receipt.HolderId, receipt.Amount };
        foreach (var receipt in await receipts.ToListAsync(cancellationToken))
        {
            held.Move(receipt.PlaceId, receipt.HolderId, receipt.Amount);
        }
        var lines = from line in db.Set<DistributionLine>().AsNoTracking()
                    join distribution in db.Set<Distribution>() on line.DistributionId equals distribution.Id
                    where distribution.Status == DistributionStatus.Approved && line.StaffId != null
                    select new { StaffId = line.StaffId!.Value, line.Amount };
        foreach (var line in await lines.ToListAsync(cancellationToken))
        {
            Add(held.Shares, line.StaffId, line.Amount);
        }
        return held;
    }

    private async Task AddOperationsAsync(SaleAutoDbContext db, CancellationToken cancellationToken)
    {
        var operations = await db.Set<CashOperation>().AsNoTracking().Where(x => x.ReversedAt == null)
            .Select(x => new { x.Kind, x.Amount, x.PlaceId, x.ToPlaceId, x.StaffId }).ToListAsync(cancellationToken);
        foreach (var operation in operations)
        {
            Add(Places, operation.PlaceId, operation.Kind is CashOperationKind.Contribution or CashOperationKind.AdvanceReturned ? operation.Amount : -operation.Amount);
            switch (operation.Kind)
            {
                case CashOperationKind.Transfer:
                    Add(Places, operation.ToPlaceId!.Value, operation.Amount);
                    break;
                case CashOperationKind.AdvanceGiven:
                    Add(Advances, operation.StaffId!.Value, operation.Amount);
                    break;
                case CashOperationKind.AdvanceReturned:
                    Add(Advances, operation.StaffId!.Value, -operation.Amount);
                    break;
                case CashOperationKind.Payout:
                    Add(Shares, operation.StaffId!.Value, -operation.Amount);
                    break;
            }
        }
    }

    private async Task AddPurchasesAsync(SaleAutoDbContext db, CancellationToken cancellationToken)
    {
        var deals = await db.Set<Deal>().AsNoTracking().Where(x => x.PaidAmount != null)
            .Select(x => new { x.PaymentPlaceId, x.SellerId, Paid = x.PaidAmount!.Value, WeGot = x.PaymentDirection == PaymentDirection.ClientToCompany }).ToListAsync(cancellationToken);
        foreach (var deal in deals)
        {
            Move(deal.PaymentPlaceId, deal.SellerId, deal.WeGot ? deal.Paid : -deal.Paid);
        }
        var cars = await db.Set<Car>().AsNoTracking().Where(x => x.DealId == null && x.PaidFromId != null)
            .Select(x => new { PlaceId = x.PaidFromId!.Value, x.BuyoutPrice }).ToListAsync(cancellationToken);
        foreach (var car in cars)
        {
            Add(Places, car.PlaceId, -car.BuyoutPrice);
        }
    }

    private void Move(Guid? placeId, Guid? staffId, decimal amount)
    {
        if (placeId is { } place)
        {
            Add(Places, place, amount);
        }
        else
        {
            Add(Advances, staffId!.Value, amount);
        }
    }

    private static void Add(Dictionary<Guid, long> sums, Guid owner, decimal amount) => sums[owner] = sums.GetValueOrDefault(owner) + decimal.ToInt64(amount * 100);
}
