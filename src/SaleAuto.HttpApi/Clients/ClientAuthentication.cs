namespace SaleAuto.Clients;

/// <summary>Names of the client's sign-in.</summary>
public static class ClientAuthentication
{
    /// <summary>Authentication scheme: bearer tokens under <c>/api</c>, cookies on pages.</summary>
    public const string Scheme = "client-jwt";

    /// <summary>Policy that lets signed-in clients in.</summary>
    public const string Policy = "client";

    /// <summary>Claim with the client's id.</summary>
    public const string ClientIdClaim = "sub";

    /// <summary>Claim with the sign-in that the token came of.</summary>
    public const string SessionIdClaim = "sid";
}
