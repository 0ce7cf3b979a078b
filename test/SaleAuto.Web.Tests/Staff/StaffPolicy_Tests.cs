using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace SaleAuto.Staff;

public sealed class StaffPolicy_Tests(StaffSite site) : IClassFixture<StaffSite>
{
    [Fact]
    public async Task Should_Let_Every_Staff_Role_In()
    {
        foreach (var role in StaffRoles.All)
        {
            (await IsAllowedAsync(Person(IdentityConstants.ApplicationScheme, role))).ShouldBeTrue(role);
        }
    }

    [Fact]
    public async Task Should_Never_Let_A_Client_In_Whatever_Claims_It_Carries()
    {
        (await IsAllowedAsync(Person("Client", StaffRoles.Administrator))).ShouldBeFalse();
        (await IsAllowedAsync(new ClaimsPrincipal(new ClaimsIdentity()))).ShouldBeFalse();
    }

    [Fact]
    public void Should_Find_The_Staff_Member_Only_In_The_Staff_Identity()
    {
        Person(IdentityConstants.ApplicationScheme, StaffRoles.Manager).FindStaffId().ShouldNotBeNull();
        Person("Client", StaffRoles.Manager).FindStaffId().ShouldBeNull();
    }

    private static ClaimsPrincipal Person(string scheme, string role) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, Guid.CreateVersion7().ToString()), new Claim(ClaimTypes.Role, role)], scheme));

    private async Task<bool> IsAllowedAsync(ClaimsPrincipal person) =>
        (await site.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(person, "Staff")).Succeeded;
}
