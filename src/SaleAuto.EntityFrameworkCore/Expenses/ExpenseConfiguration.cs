using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Staff;

namespace SaleAuto.Expenses;

internal sealed class ExpenseConfiguration : IEntityTypeConfiguration<Expense>
{
    public void Configure(EntityTypeBuilder<Expense> expense)
    {
        expense.ToTable("Expenses");
        expense.Ignore(x => x.Postings);
        expense.Property(x => x.DecisionReason).HasMaxLength(ExpenseConsts.MaxNoteLength);
        expense.Property(x => x.Note).HasMaxLength(ExpenseConsts.MaxNoteLength);
        expense.Property(x => x.Key).HasMaxLength(ExpenseConsts.MaxKeyLength);
        expense.Property(x => x.EvidenceKey).HasMaxLength(ExpenseConsts.MaxKeyLength);
        expense.HasOne<Car>().WithMany().HasForeignKey(x => x.CarId).OnDelete(DeleteBehavior.Restrict);
        expense.HasOne<StaffMember>().WithMany().HasForeignKey(x => x.SpentById).OnDelete(DeleteBehavior.Restrict);
        expense.HasOne<CashPlace>().WithMany().HasForeignKey(x => x.PaidFromId).OnDelete(DeleteBehavior.Restrict);
        expense.HasIndex(x => new { x.Status, x.SpentOn });
        expense.HasIndex(x => new { x.CarId, x.SpentOn });
        expense.HasIndex(x => new { x.SpentById, x.SpentOn });
        expense.HasIndex(x => x.SpentOn);
        expense.HasIndex(x => new { x.CarId, x.Key }).IsUnique().HasFilter("\"Key\" IS NOT NULL");
    }
}
