using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SaleAuto.Demo;
using SaleAuto.Permissions;

namespace SaleAuto.Staff;

/// <summary>Ways into the staff's API: token, cookie, and neither.</summary>
public sealed class StaffApi_Tests(StaffSite site) : IClassFixture<StaffSite>
{
    [Fact]
    public async Task Should_Answer_A_Token_With_What_Its_Owner_May_Do_Within_Its_Scopes()
    {
        using var http = Client(await TokenAsync("manager", SaleAutoPermissions.Dashboards, SaleAutoPermissions.Permissions.Manage));

        var account = await http.GetFromJsonAsync<JsonElement>("/api/app/account");

        account.GetProperty("userName").GetString().ShouldBe("manager");
        account.GetProperty("permissions").EnumerateArray().Select(x => x.GetString()).ShouldBe([SaleAutoPermissions.Dashboards]);
    }

    [Fact]
    public async Task Should_Refuse_Whoever_Has_No_Valid_Token()
    {
        using var nobody = Client(null);
        (await nobody.GetAsync("/api/app/account")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        using var stranger = Client("sat_" + new string('x', 40));
        var refused = await stranger.GetAsync("/api/app/account");
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Headers.WwwAuthenticate.ToString().ShouldContain("Bearer");
    }

    [Fact]
    public async Task Should_Not_Let_A_Token_Make_Another_One()
    {
        using var http = Client(await TokenAsync("admin", PermissionScopes.All));

        var answer = await http.PostAsJsonAsync("/api/app/account/tokens", new { name = "x", scopes = new[] { "all" } });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Created)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Origin", "", HttpStatusCode.Created)]
    [InlineData("X-Nothing", "", HttpStatusCode.UnprocessableEntity)]
    public async Task Should_Take_Changes_By_Cookie_From_Own_Pages_Only(string header, string value, HttpStatusCode expected)
    {
        using var browser = site.Open();
        (await browser.SignInAsync("manager", DemoStaff.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/app/account/tokens") { Content = JsonContent.Create(new { name = "x", scopes = new[] { "read" }, days = 1 }) };
        request.Headers.Add(header, header == "Origin" && value.Length == 0 ? site.Address.GetLeftPart(UriPartial.Authority) : value);

        (await browser.Http.SendAsync(request)).StatusCode.ShouldBe(expected);
    }

    private async Task<string> TokenAsync(string user, params string[] scopes)
    {
        using var http = Client(null);
        var answer = await http.PostAsJsonAsync("/sandbox/token", new { user, scopes });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private HttpClient Client(string? token)
    {
        var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
