using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SaleAuto.Messages;

namespace SaleAuto.Sms;

internal static class TwilioSetup
{
    public const string AccountSid = "AC0123456789abcdef0123456789abcdef";
    public const string AuthToken = "12345";

    public static IMessageSender Sender(string address, params (string Key, string? Value)[] settings) =>
        Build(address, Environments.Production, settings).CreateScope().ServiceProvider.GetServices<IMessageSender>().Single();

    public static ServiceProvider Build(string address, string environment = "Production", params (string Key, string? Value)[] settings) => new ServiceCollection()
        .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment, ContentRootFileProvider = new NullFileProvider() })
        .AddSms(Configuration(address, settings))
        .BuildServiceProvider();

    public static IConfiguration Configuration(string address, params (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Twilio:BaseAddress"] = address,
            ["Twilio:AccountSid"] = AccountSid,
            ["Twilio:AuthToken"] = AuthToken,
            ["Twilio:From"] = "+15005550006",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }
        return new ConfigurationBuilder().AddInMemoryCollection(all).Build();
    }
}
