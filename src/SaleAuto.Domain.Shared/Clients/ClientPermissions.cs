namespace SaleAuto.Clients;

/// <summary>Permissions on clients.</summary>
public static class ClientPermissions
{
    /// <summary>Seeing clients.</summary>
    public const string Default = "SaleAuto.Clients";

    /// <summary>Correcting the phone of a client.</summary>
    public const string ChangePhone = "SaleAuto.Clients.ChangePhone";

    /// <summary>Seeing, searching and exporting phones of clients, wherever they stand: clients, leads, deals, calls, messages, the log. Hangs under nothing: a seller calls the clients of the own deals.</summary>
    public const string Phone = "SaleAuto.Clients.Phone";
}
