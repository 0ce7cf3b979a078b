using Microsoft.AspNetCore.Http;
using SaleAuto.Clients;
using SaleAuto.Staff;

namespace SaleAuto.Users;

/// <summary>Reads from the request on whose behalf it is made.</summary>
internal sealed class CurrentUser(IHttpContextAccessor context) : ICurrentUser
{
    public Guid? StaffId => context.HttpContext?.User.FindStaffId();

    public Guid? ClientId
    {
        get
        {
            var client = context.HttpContext?.User.Identities.FirstOrDefault(x => x.IsAuthenticated && x.AuthenticationType == ClientAuthentication.Scheme);
            return Guid.TryParse(client?.FindFirst(ClientAuthentication.ClientIdClaim)?.Value, out var id) ? id : null;
        }
    }
}
