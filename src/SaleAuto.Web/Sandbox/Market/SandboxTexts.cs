using System.Globalization;

namespace SaleAuto.Sandbox;

/// <summary>How the sandbox sites write their cars: in Russian, with no-break and thin spaces as real sites do.</summary>
internal static class SandboxTexts
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public static string Heading(SandboxPage page) =>
        page.Model is { } model ? $"{model.Make} {model.Model} с пробегом" : "Автомобили с пробегом";

    public static string Price(SandboxCar car) => car.Price is { } price ? $"{Spaced(price, '\u00A0')}\u00A0₽" : "Цена по запросу";

    public static string Mileage(SandboxCar car) => $"{Spaced(car.MileageKm, '\u2009')}\u00A0км";

    public static string Specs(SandboxCar car) =>
        $"{Litres(car).Replace('.', ',')}\u00A0л, {Whole(car.Model.PowerHp)}\u00A0л.с., {Fuel(car)}, {Gearbox(car)}, {Drive(car)}";

    public static string Litres(SandboxCar car) => car.Model.EngineLitres.ToString("0.0", CultureInfo.InvariantCulture);

    public static string Fuel(SandboxCar car) => car.Model.Fuel == "diesel" ? "дизель" : "бензин";

    public static string Gearbox(SandboxCar car) => car.Gearbox switch
    {
        "manual" => "механика",
        "robot" => "робот",
        "variator" => "вариатор",
        _ => "автомат",
    };

    public static string Drive(SandboxCar car) => car.Model.Drive switch
    {
        "front" => "передний привод",
        "rear" => "задний привод",
        _ => "полный привод",
    };

    public static string Day(DateOnly today, SandboxCar car) => PostedOn(today, car).ToString("d MMMM yyyy", Russian);

    public static string IsoDay(DateOnly today, SandboxCar car) => PostedOn(today, car).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Whole(decimal number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static DateOnly PostedOn(DateOnly today, SandboxCar car) => today.AddDays(-car.DaysOnSale);

    private static string Spaced(decimal number, char space) =>
        number.ToString("#,0", new NumberFormatInfo { NumberGroupSeparator = space.ToString() });
}
