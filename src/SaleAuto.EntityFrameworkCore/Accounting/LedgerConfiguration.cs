using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Cars;
using SaleAuto.Staff;

namespace SaleAuto.Accounting;

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    private const string AccountsOfTheCompany = "'Company', 'Reserve', 'Capital', 'Costs'";

    // Triggers of the migration refuse UPDATE and DELETE, days of closed periods and reversals that are no mirror.
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("LedgerEntries", table =>
        {
            table.HasCheckConstraint("CK_LedgerEntries_Kopecks", "\"Kopecks\" > 0");
            table.HasCheckConstraint("CK_LedgerEntries_TwoAccounts", "\"DebitAccount\" <> \"CreditAccount\" OR COALESCE(\"DebitOwnerId\" <> \"CreditOwnerId\", FALSE)");
            table.HasCheckConstraint("CK_LedgerEntries_DebitOwner", $"(\"DebitOwnerId\" IS NULL) = (\"DebitAccount\" IN ({AccountsOfTheCompany}))");
            table.HasCheckConstraint("CK_LedgerEntries_CreditOwner", $"(\"CreditOwnerId\" IS NULL) = (\"CreditAccount\" IN ({AccountsOfTheCompany}))");
        });
        entry.Ignore(x => x.Amount).Ignore(x => x.Debit).Ignore(x => x.Credit).Ignore(x => x.Document).Ignore(x => x.Posting);
        entry.Property(x => x.Reason).HasMaxLength(AccountingConsts.MaxNoteLength);
        entry.HasOne<Car>().WithMany().HasForeignKey(x => x.CarId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<LedgerEntry>().WithMany().HasForeignKey(x => x.ReversesId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(x => x.ReversesId).IsUnique();
        entry.HasIndex(x => new { x.DocumentId, x.DocumentType, x.Revision, x.Line }).IsUnique();
        entry.HasIndex(x => new { x.DebitAccount, x.DebitOwnerId, x.Day, x.Kopecks });
        entry.HasIndex(x => new { x.CreditAccount, x.CreditOwnerId, x.Day, x.Kopecks });
        entry.HasIndex(x => new { x.CarId, x.Kind });
        entry.HasIndex(x => new { x.Kind, x.Day, x.CreditAccount, x.Kopecks }); // profit of days without a look at the rows
        entry.HasIndex(x => new { x.Day, x.PostedAt });
    }
}

internal sealed class PeriodClosingConfiguration : IEntityTypeConfiguration<PeriodClosing>
{
    public void Configure(EntityTypeBuilder<PeriodClosing> closing)
    {
        closing.ToTable("PeriodClosings"); // triggers of the migration refuse UPDATE and DELETE
        closing.HasIndex(x => x.ClosedThrough).IsUnique();
        closing.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.ClosedById).OnDelete(DeleteBehavior.Restrict);
    }
}
