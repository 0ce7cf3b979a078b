using System.Globalization;
using System.Runtime.CompilerServices;

namespace SaleAuto;

internal static class TestCulture
{
    // The company works in Russian: a decimal comma in the wrong place must show up in tests, not at the client's.
    [ModuleInitializer]
    internal static void UseRussian()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");
    }
}
