using SaleAuto.Entities;

namespace SaleAuto.Views;

/// <summary>How one person likes one list: columns, height of rows, the view that it opens with.</summary>
public class GridLayout : Entity<Guid>
{
    public Guid StaffId { get; private set; }
    public string Resource { get; private set; } = "";

    /// <summary>Columns in order with widths in pixels, <c>number:120,status</c>; null for those of the definition.</summary>
    public string? Columns { get; private set; }

    public RowDensity Density { get; private set; }
    public Guid? DefaultViewId { get; private set; }

    private GridLayout() { } // EF Core

    public GridLayout(Guid id, Guid staffId, string resource) : base(id)
    {
        StaffId = staffId;
        Resource = Check.NotNullOrWhiteSpace(resource, nameof(resource), ViewConsts.MaxResourceLength);
    }

    /// <summary>Keeps the columns; empty goes back to those of the definition.</summary>
    public void ChooseColumns(string columns) =>
        Columns = columns.Length == 0 ? null : Check.Length(columns, nameof(columns), ViewConsts.MaxColumnsLength);

    public void ChooseDensity(RowDensity density) => Density = density;

    public void OpenWith(Guid? viewId) => DefaultViewId = viewId;
}
