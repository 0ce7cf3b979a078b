using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace SaleAuto.Hosting;

/// <summary>Production starts only when it is configured, and says what is missing.</summary>
public sealed class ProductionStart_Tests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Complete = new()
    {
        ["PublicUrl"] = "https://saleauto.test",
        ["Telegram:BotToken"] = "1:token",
        ["Twilio:AccountSid"] = "AC00000000000000000000000000000000",
        ["Twilio:AuthToken"] = "secret",
        ["Twilio:From"] = "+15005550006",
        ["Market:Sources:0:Name"] = "drom.ru",
        ["Market:PlateRegistry"] = "https://registry.test",
    };

    private readonly SqliteDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Should_Start_With_Everything_Configured_And_Without_The_Sandbox()
    {
        using var host = new Production(_database, Complete);
        using var http = host.CreateClient();

        (await http.GetAsync("/health/ready")).IsSuccessStatusCode.ShouldBeTrue();
        (await http.GetAsync("/sandbox")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await http.GetAsync("/sandbox/messages.json")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await http.GetAsync("/sandbox/registry/api/vehicles/А123ВС77")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("PublicUrl")]
    [InlineData("Telegram:BotToken")]
    [InlineData("Twilio:AccountSid")]
    [InlineData("Twilio:AuthToken")]
    [InlineData("Twilio:From")]
    [InlineData("Market:PlateRegistry")]
    public void Should_Refuse_To_Start_Without_A_Setting_And_Name_It(string missing)
    {
        using var host = new Production(_database, Complete.Where(setting => setting.Key != missing));

        var refusal = Should.Throw<Exception>(host.CreateClient);

        refusal.ToString().ShouldContain(missing);
    }

    [Fact]
    public void Should_Refuse_To_Start_Without_A_Market_Source()
    {
        using var host = new Production(_database, Complete.Where(setting => !setting.Key.StartsWith("Market:Sources", StringComparison.Ordinal)));

        Should.Throw<Exception>(host.CreateClient).ToString().ShouldContain("Market:Sources");
    }

    [Theory]
    [InlineData("short")]
    [InlineData("SaleAuto-demo-2026")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("")]
    public void Should_Refuse_To_Start_With_A_Guessable_Password_Of_The_Developers_Panel(string password)
    {
        var settings = new Dictionary<string, string>(Complete) { ["DeveloperPanel:Login"] = "developer", ["DeveloperPanel:Password"] = password };
        using var host = new Production(_database, settings);

        Should.Throw<Exception>(host.CreateClient).ToString().ShouldContain("DeveloperPanel:Password");
    }

    [Fact]
    public void Should_Refuse_To_Start_On_A_Database_Without_Its_Migrations()
    {
        var settings = new Dictionary<string, string>(Complete)
        {
            ["ConnectionStrings:Default"] = _database.ConnectionString.Replace("test.db", "empty.db", StringComparison.Ordinal),
        };
        using var host = new Production(_database, settings);

        Should.Throw<Exception>(host.CreateClient).ToString().ShouldContain("SaleAuto.DbMigrator");
    }

    private sealed class Production(SqliteDatabase database, IEnumerable<KeyValuePair<string, string>> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("ConnectionStrings:Default", database.ConnectionString);
            builder.UseSetting("DataFolder", Path.GetDirectoryName(database.ConnectionString["Data Source=".Length..]));
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }
        }
    }
}
