namespace SaleAuto.Market;

/// <summary>Address of this very program, whose sandbox plays car sites and registry. Registered in Development only; without it
/// relative base addresses are a mistake and loopback is as forbidden as any private address.</summary>
public interface ISandboxAddress
{
    /// <summary>The address, once the server listens.</summary>
    Task<Uri> GetAsync(CancellationToken cancellationToken);
}
