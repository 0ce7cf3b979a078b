using Microsoft.AspNetCore.Http;
using SaleAuto.Clients;
using SaleAuto.Staff;

namespace SaleAuto.Users;

/// <summary>Reads from the request on whose behalf it is made, unless the scope works for somebody else.</summary>
internal sealed class CurrentUser(IHttpContextAccessor context, UserSwitch acting) : ICurrentUser
{
    public Guid? StaffId => acting.StaffId ?? context.HttpContext?.User.FindStaffId();

    public Guid? ClientId
    {
        get
        {
            if (acting.StaffId is not null)
            {
                return null;
            }
            var client = context.HttpContext?.User.Identities.FirstOrDefault(x => x.IsAuthenticated && x.AuthenticationType == ClientAuthentication.Scheme);
            return Guid.TryParse(client?.FindFirst(ClientAuthentication.ClientIdClaim)?.Value, out var id) ? id : null;
        }
    }

    public Guid? SessionId => acting.StaffId is null ? context.HttpContext?.User.FindSessionId() : null;

    public Guid? SeenById => acting.StaffId is null ? context.HttpContext?.User.FindSeenBy() : null;

    public IReadOnlyList<string>? Scopes => acting.StaffId is null ? context.HttpContext?.User.FindTokenScopes() : null;
}
