using SaleAuto.Validation;

namespace SaleAuto.Clients;

/// <summary>What staff may change of a client.</summary>
public sealed record ClientInput
{
    /// <summary>How to address the person.</summary>
    [Mandatory, AtMost(ClientConsts.MaxNameLength), PersonName]
    public string? Name { get; init; }
}
