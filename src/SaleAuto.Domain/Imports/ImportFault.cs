using SaleAuto.Entities;

namespace SaleAuto.Imports;

/// <summary>A fault of a row of an imported table. Holds no value: it may be personal.</summary>
public class ImportFault : Entity<Guid>
{
    private ImportFault()
    {
    } // EF Core

    /// <summary>Notes a fault.</summary>
    public ImportFault(Guid id, Guid importId, int row, string? field, string code)
        : base(id)
    {
        (ImportId, Row) = (importId, row);
        Field = Check.Length(field, nameof(field), ImportConsts.MaxFieldLength);
        Code = Check.NotNullOrWhiteSpace(code, nameof(code), ImportConsts.MaxCodeLength);
    }

    /// <summary>The import.</summary>
    public Guid ImportId { get; private set; }

    /// <summary>Row of the table, from 1, the heading not counted.</summary>
    public int Row { get; private set; }

    /// <summary>Name of the field; null when the whole row is meant.</summary>
    public string? Field { get; private set; }

    /// <summary>Error code.</summary>
    public string Code { get; private set; } = "";
}
