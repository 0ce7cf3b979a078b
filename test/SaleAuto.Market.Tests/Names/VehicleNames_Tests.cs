namespace SaleAuto.Market;

public class VehicleNames_Tests
{
    private readonly VehicleNames _names = VehicleNames.Shipped;

    [Theory]
    [InlineData("Kia Rio IV Рестайлинг", "Kia", "Rio")]
    [InlineData("КИА РИО", "Kia", "Rio")]
    [InlineData("Kia Rio X-Line I", "Kia", "Rio X-Line")]
    [InlineData("Продаю Мазда 3, 2012", "Mazda", "3")]
    [InlineData("Mazda3 1.6 AT, 2008", "Mazda", "3")]
    [InlineData("Mazda Mazda3", "Mazda", "3")]
    [InlineData("ВАЗ (LADA) Granta 1.6 MT, 2015", "Lada", "Granta")]
    [InlineData("ВАЗ 2107, 1998", "Lada", "2107")]
    [InlineData("Land Rover Range Rover Sport", "Land Rover", "Range Rover Sport")]
    [InlineData("Toyota Land Cruiser Prado 150, 2015", "Toyota", "Land Cruiser Prado")]
    [InlineData("BMW Х5 3.0 AT, 2014", "BMW", "X5")] // the letter Х is Cyrillic
    [InlineData("Mercedes-Benz E-Класс 200", "Mercedes-Benz", "E-класс")]
    [InlineData("Лада Гранта", "Lada", "Granta")]
    [InlineData("Гранта, 2016", "Lada", "Granta")]
    [InlineData("Kia Марс II, 2020", "Kia", "Марс")]
    [InlineData("Заря Восход, 2020", "Заря", "Восход")]
    [InlineData("2107", null, null)] // a bare number is a model only beside its make
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    public void Should_Split_Titles(string? title, string? make, string? model) =>
        _names.SplitTitle(title).ShouldBe((make, model));

    [Theory]
    [InlineData("KIA", "Rio IV Рестайлинг", "Kia", "Rio")]
    [InlineData("KIA RIO", null, "Kia", "Rio")]
    [InlineData("Киа", "Kia Rio", "Kia", "Rio")]
    [InlineData("VW", "Поло", "Volkswagen", "Polo")]
    [InlineData("Nissan", "Жук", "Nissan", "Juke")]
    [InlineData("Volkswagen", "Жук", "Volkswagen", "Beetle")]
    [InlineData("bmw", "3er", "BMW", "3 серия")]
    [InlineData("Audi", "100", "Audi", "100")]
    [InlineData("Заря", " Восход  2 ", "Заря", "Восход 2")]
    [InlineData("Kia", "Неизвестная", "Kia", "Неизвестная")]
    [InlineData(null, "Веста", "Lada", "Vesta")]
    [InlineData(null, null, null, null)]
    public void Should_Normalize_Names_And_Keep_Unknown_Ones(string? make, string? model, string? knownMake, string? knownModel) =>
        _names.Normalize(make, model).ShouldBe((knownMake, knownModel));

    [Theory]
    [InlineData("https://auto.ru/cars/used/sale/kia/rio/1-2/", "Kia", "Rio")]
    [InlineData("https://auto.ru/cars/used/sale/bmw/3er/1-2/", "BMW", "3 серия")]
    [InlineData("https://x.drom.ru/toyota/land_cruiser_prado/1.html", "Toyota", "Land Cruiser Prado")]
    [InlineData("https://x.drom.ru/toyota/1.html", null, null)]
    public void Should_Find_The_Catalogue_Names_In_An_Address(string address, string? make, string? model)
    {
        var found = _names.FindInAddress(new Uri(address));

        (found?.Make, found?.Model).ShouldBe((make, model));
    }

    [Fact]
    public void Should_Know_Every_Spelling_Of_Its_Own_Dictionary()
    {
        var rows = MakesModelsFile.ReadShipped().ToList();

        rows.Count.ShouldBe(784);
        foreach (var row in rows)
        {
            _names.Normalize(row.Make, row.Model).ShouldBe((row.Make, row.Model));
            _names.SplitTitle($"{row.Make} {row.Model}").ShouldBe((row.Make, row.Model));
        }
    }
}
