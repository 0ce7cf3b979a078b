using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Accounting;

/// <summary>What an account held when a day ended; there is no row for nothing.</summary>
internal sealed class CarriedBalance
{
    /// <summary>Accounts that grow without end, or of which there are more every day.</summary>
    public static readonly IReadOnlyList<LedgerAccount> Accounts = [LedgerAccount.CashPlace, LedgerAccount.Advance, LedgerAccount.Person, LedgerAccount.Stock];

    public DateOnly Day { get; set; }

    public LedgerAccount Account { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>Received less given.</summary>
    public long Kopecks { get; set; }
}

internal sealed class CarriedBalanceConfiguration : IEntityTypeConfiguration<CarriedBalance>
{
    public void Configure(EntityTypeBuilder<CarriedBalance> balance)
    {
        balance.ToTable("CarriedBalances"); // a trigger of the migration lets no entry into days that are carried
        balance.HasKey(x => new { x.Day, x.Account, x.OwnerId });
    }
}
