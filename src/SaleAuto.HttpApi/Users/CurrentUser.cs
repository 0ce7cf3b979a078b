using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using SaleAuto.Clients;

namespace SaleAuto.Users;

/// <summary>Reads from the request on whose behalf it is made.</summary>
internal sealed class CurrentUser(IHttpContextAccessor context) : ICurrentUser
{
    public Guid? StaffId => Find(identity => identity.AuthenticationType != ClientAuthentication.Scheme, ClaimTypes.NameIdentifier);

    public Guid? ClientId => Find(identity => identity.AuthenticationType == ClientAuthentication.Scheme, ClientAuthentication.ClientIdClaim);

    private Guid? Find(Func<ClaimsIdentity, bool> isTheirs, string claim)
    {
        var identity = context.HttpContext?.User.Identities.FirstOrDefault(x => x.IsAuthenticated && isTheirs(x));
        return Guid.TryParse(identity?.FindFirst(claim)?.Value, out var id) ? id : null;
    }
}
