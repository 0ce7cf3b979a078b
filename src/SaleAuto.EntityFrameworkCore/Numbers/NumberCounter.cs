using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SaleAuto.Numbers;

/// <summary>Last number given out of a series.</summary>
internal sealed class NumberCounter
{
    public string Series { get; set; } = "";

    public long Value { get; set; }
}

internal sealed class NumberCounterConfiguration : IEntityTypeConfiguration<NumberCounter>
{
    public void Configure(EntityTypeBuilder<NumberCounter> counter)
    {
        counter.ToTable("NumberCounters");
        counter.HasKey(x => x.Series);
        counter.Property(x => x.Series).HasMaxLength(32);
    }
}
