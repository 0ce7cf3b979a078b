namespace SaleAuto.Clients;

/// <summary>What a person agrees to, each separately (Law 152-FZ art. 9, Law 38-FZ art. 18).</summary>
public enum ConsentKind
{
    /// <summary>Processing of personal data; without it no request is taken.</summary>
    PersonalData,

    /// <summary>Advertising by SMS or call; optional.</summary>
    Advertising,
}
