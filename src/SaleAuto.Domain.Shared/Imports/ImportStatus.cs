namespace SaleAuto.Imports;

/// <summary>Where an import is.</summary>
public enum ImportStatus
{
    /// <summary>The table is uploaded; the person chooses what each column is.</summary>
    Mapping,

    /// <summary>Every row is being checked without saving.</summary>
    Checking,

    /// <summary>Checked; the person looks at the faults and starts the import.</summary>
    Checked,

    /// <summary>Rows are being saved.</summary>
    Importing,

    /// <summary>Every row was saved or rejected.</summary>
    Finished,

    /// <summary>Stopped by the person; rows saved so far stay.</summary>
    Cancelled,

    /// <summary>Stopped by a fault, such as a permission taken away; rows saved so far stay.</summary>
    Failed,
}

/// <summary>What an import does with its rows.</summary>
public enum ImportMode
{
    /// <summary>Every row is a new record.</summary>
    Append,

    /// <summary>Every row changes the record with the same key.</summary>
    Update,

    /// <summary>A row changes the record with the same key, or becomes a new one.</summary>
    AppendOrUpdate,
}
