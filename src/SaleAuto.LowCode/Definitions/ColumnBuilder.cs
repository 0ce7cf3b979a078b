using System.Linq.Expressions;

namespace SaleAuto.LowCode;

/// <summary>How a column is shown.</summary>
/// <typeparam name="TValue">Type of its value.</typeparam>
public sealed class ColumnBuilder<TValue>
{
    private readonly FieldSpec _spec;
    private readonly List<SortItem> _sort;

    internal ColumnBuilder(FieldSpec spec, List<SortItem> sort) => (_spec, _sort) = (spec, sort);

    /// <summary>Roubles with kopecks.</summary>
    public ColumnBuilder<TValue> Money() => As(FieldKind.Money);

    /// <summary>A phone.</summary>
    public ColumnBuilder<TValue> Phone() => As(FieldKind.Phone);

    /// <summary>A registration plate.</summary>
    public ColumnBuilder<TValue> Plate() => As(FieldKind.Plate);

    /// <summary>An e-mail address.</summary>
    public ColumnBuilder<TValue> Email() => As(FieldKind.Email);

    /// <summary>A web address.</summary>
    public ColumnBuilder<TValue> Link() => As(FieldKind.Link);

    /// <summary>Several lines of text.</summary>
    public ColumnBuilder<TValue> Multiline() => As(FieldKind.LongText);

    /// <summary>A stored file by its id.</summary>
    public ColumnBuilder<TValue> File() => As(FieldKind.File);

    /// <summary>A stored picture by its id.</summary>
    public ColumnBuilder<TValue> Image() => As(FieldKind.Image);

    /// <summary>Several stored pictures by their ids.</summary>
    public ColumnBuilder<TValue> Images() => As(FieldKind.Images);

    /// <summary>A coloured badge with the look of the enum value.</summary>
    public ColumnBuilder<TValue> Badge()
    {
        _spec.IsBadge = true;
        return this;
    }

    /// <summary>The id of a row elsewhere, shown as that row's label with a link to it.</summary>
    public ColumnBuilder<TValue> Reference<TOther>(Expression<Func<TOther, string?>> label)
        where TOther : class
    {
        (_spec.ReferenceTo, _spec.ReferenceLabel) = (typeof(TOther), label);
        return this;
    }

    /// <summary>A sum under the column.</summary>
    public ColumnBuilder<TValue> Total()
    {
        _spec.Total = TotalKind.Sum;
        return this;
    }

    /// <summary>A mean under the column.</summary>
    public ColumnBuilder<TValue> Average()
    {
        _spec.Total = TotalKind.Average;
        return this;
    }

    /// <summary>Lists may be sorted by it; there must be an index.</summary>
    public ColumnBuilder<TValue> Sortable()
    {
        _spec.IsSortable = true;
        return this;
    }

    /// <summary>Lists start sorted by it, smallest first.</summary>
    public ColumnBuilder<TValue> DefaultSort() => SortBy(descending: false);

    /// <summary>Lists start sorted by it, largest or newest first.</summary>
    public ColumnBuilder<TValue> DefaultSortDescending() => SortBy(descending: true);

    /// <summary>Offered among the columns, shown once somebody chooses it.</summary>
    public ColumnBuilder<TValue> Hidden()
    {
        _spec.InListByDefault = false;
        return this;
    }

    /// <summary>Only on the detail page.</summary>
    public ColumnBuilder<TValue> DetailOnly()
    {
        _spec.InList = false;
        return this;
    }

    /// <summary>Not in exports.</summary>
    public ColumnBuilder<TValue> NotExported()
    {
        _spec.InExport = false;
        return this;
    }

    /// <summary>Does not exist for people without the permission.</summary>
    public ColumnBuilder<TValue> Permission(string permission)
    {
        _spec.Permission = permission;
        return this;
    }

    /// <summary>.NET format string of numbers and dates.</summary>
    public ColumnBuilder<TValue> Format(string format)
    {
        _spec.Format = format;
        return this;
    }

    private ColumnBuilder<TValue> As(FieldKind kind)
    {
        _spec.Kind = kind;
        return this;
    }

    private ColumnBuilder<TValue> SortBy(bool descending)
    {
        _spec.IsSortable = true;
        _sort.Add(new SortItem(_spec.Name, descending));
        return this;
    }
}
