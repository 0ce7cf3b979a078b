namespace SaleAuto.Staff;

public sealed class OldStaffAddresses_Tests(StaffSite site) : IClassFixture<StaffSite>
{
    [Theory]
    [InlineData("/staff", "/admin")]
    [InlineData("/staff/calls", "/admin")]
    [InlineData("/staff/leads", "/admin/leads")]
    [InlineData("/staff/leads/01a20389-04a1-7cdc-abbf-858bf7b82b0d", "/admin/leads/01a20389-04a1-7cdc-abbf-858bf7b82b0d")]
    public async Task Should_Lead_Links_Of_Old_Messages_On(string old, string now)
    {
        using var anybody = site.Open();
        using var answer = await anybody.GetAsync(old);

        answer.Headers.Location!.ToString().ShouldBe(now);
    }
}
