namespace SaleAuto.Accounting.Distributions;

/// <summary>Permissions on sharing out profit.</summary>
public static class DistributionPermissions
{
    /// <summary>Seeing distributions, and what everybody earned.</summary>
    public const string Default = "SaleAuto.Accounting.Distributions";

    /// <summary>Computing, approving and reversing distributions.</summary>
    public const string Distribute = "SaleAuto.Accounting.Distribute";

    /// <summary>Writing the policy, trying it out and switching it on.</summary>
    public const string EditPolicy = "SaleAuto.Accounting.EditPolicy";
}
