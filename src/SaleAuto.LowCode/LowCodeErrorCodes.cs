namespace SaleAuto.LowCode;

/// <summary>Codes of expected refusals that any resource may give. Each is the key of a text for people.</summary>
public static class LowCodeErrorCodes
{
    public const string Required = "SaleAuto:Fields:Required";
    public const string TooLong = "SaleAuto:Fields:TooLong";
    public const string OutOfRange = "SaleAuto:Fields:OutOfRange";
    public const string NotAllowed = "SaleAuto:Fields:NotAllowed";
    public const string Malformed = "SaleAuto:Fields:Malformed";
    public const string Unknown = "SaleAuto:Fields:Unknown";
    public const string NoSuchFile = "SaleAuto:Files:NotFound";
    public const string FilterMalformed = "SaleAuto:Resources:FilterMalformed";
    public const string CursorMalformed = "SaleAuto:Resources:CursorMalformed";
    public const string PageTooFar = "SaleAuto:Resources:PageTooFar";
    public const string ActionNotOpen = "SaleAuto:Resources:ActionNotOpen";
    public const string NothingToUndo = "SaleAuto:Resources:NothingToUndo";
    public const string TooManyRows = "SaleAuto:Resources:TooManyRows";
    public const string NotRevertible = "SaleAuto:Resources:NotRevertible";
    public const string ChangedSince = "SaleAuto:Resources:ChangedSince";
    public const string NotSupported = "SaleAuto:Resources:NotSupported";
}
