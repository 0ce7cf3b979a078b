namespace SaleAuto.Market;

public class ListingExtractor_Tests
{
    private readonly ListingExtractor _extractor = new(VehicleNames.Shipped);

    public static TheoryData<string> SavedPages => new(SavedPage.Names);

    [Theory, MemberData(nameof(SavedPages))]
    public void Should_Read_The_Saved_Page(string name)
    {
        var expected = SavedPage.Expected(name);

        var (outcome, page, detail) = Extract(expected, SavedPage.Bytes(name));

        outcome.ShouldBe(expected.Outcome, detail);
        (page?.Listings ?? []).Select((listing, i) => (expected.Listings.ElementAtOrDefault(i) ?? new SavedListing { Url = "", Title = "", Price = 0, Currency = "" }).Of(listing))
            .ShouldBe(expected.Listings);
        if (expected.Method is not null)
        {
            page!.Method.ShouldBe(expected.Method);
        }
        page?.NextPage?.AbsoluteUri.ShouldBe(expected.Next);
    }

    [Theory, MemberData(nameof(SavedPages))]
    public void Should_Only_Refuse_With_Source_Exceptions_However_The_Page_Is_Damaged(string name)
    {
        var expected = SavedPage.Expected(name);
        var bytes = SavedPage.Bytes(name);
        var random = new Random(bytes.Length); // the same damage every time

        for (var round = 0; round < 25; round++)
        {
            var damaged = bytes[..random.Next(bytes.Length + 1)];
            for (var i = random.Next(40); i > 0 && damaged.Length > 0; i--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var (outcome, page, _) = Extract(expected, damaged);

            outcome.ShouldBeOneOf("listings", "empty", "blocked", "markupChanged");
            (page?.Listings ?? []).ShouldAllBe(listing => listing.Price > 0 && listing.Title.Length > 0 && listing.Url.StartsWith("http"));
        }
    }

    [Fact]
    public void Should_Know_The_Charset_Of_A_Page_That_Was_Cut_Inside_A_Letter()
    {
        var expected = SavedPage.Expected("charset/declared-1251-saved-utf8");

        var (_, page, _) = Extract(expected, [.. SavedPage.Bytes("charset/declared-1251-saved-utf8"), 0xD0]);

        page!.Listings.ShouldHaveSingleItem().Title.ShouldBe("Лада Калина 2012");
    }

    [Fact]
    public void Should_Name_The_Fields_That_Most_Adverts_Lack()
    {
        var (_, page, _) = Extract(SavedPage.Expected("schema.org/other-currencies"), SavedPage.Bytes("schema.org/other-currencies"));

        page!.MissingFields.ShouldBe(["city", "postedOn"], ignoreOrder: true);
    }

    [Fact]
    public void Should_Notice_That_Years_And_Mileages_Went_Missing()
    {
        var expected = SavedPage.Expected("samples/1-microdata");
        var html = System.Text.Encoding.UTF8.GetString(SavedPage.Bytes("samples/1-microdata")).Replace("productionDate", "x").Replace("км", "").Replace(">20", ">");

        var (outcome, page, _) = Extract(expected, System.Text.Encoding.UTF8.GetBytes(html));

        outcome.ShouldBe("listings");
        page!.MissingFields.ShouldContain("year");
        page.MissingFields.ShouldContain("mileageKm");
    }

    [Fact]
    public void Should_Give_One_Advert_For_An_Address_That_Comes_With_And_Without_Tracking()
    {
        var html = """
            <a href="/auto/123456/?utm_source=a"><h3>Kia Rio, 2018</h3><p>84 000 км</p><p>1 145 000 ₽</p></a>
            <a href="/auto/123456/?from=top#gallery"><h3>Kia Rio, 2018</h3><p>84 000 км</p><p>1 145 000 ₽</p></a>
            <a href="/auto/123456/?id=7"><h3>Kia Rio, 2019</h3><p>74 000 км</p><p>1 245 000 ₽</p></a>
            """;

        var (_, page, _) = Extract(new SavedPage { Url = new Uri("https://cars.example/"), Outcome = "" }, System.Text.Encoding.UTF8.GetBytes(html));

        page!.Listings.Select(listing => listing.Url).ShouldBe(["https://cars.example/auto/123456/", "https://cars.example/auto/123456/?id=7"]);
    }

    [Theory]
    [InlineData("https://moscow.drom.ru/kia/", "drom.ru")]
    [InlineData("https://auto.ru/cars/", "auto.ru")]
    [InlineData("https://m.avito.ru/all", "avito.ru")]
    [InlineData("https://notauto.ru/", "notauto.ru")]
    [InlineData("http://127.0.0.1:5000/sandbox/market", "127.0.0.1")]
    public void Should_Choose_The_Rules_By_The_Host(string url, string source) =>
        ShippedRules.For(new Uri(url)).Source.ShouldBe(source);

    [Fact]
    public void Should_Follow_Rules_That_Name_The_Markup_Of_A_Site()
    {
        var rules = new ExtractionRules { Source = "x", Card = "li.z", Title = ".a", Link = "a.go", Price = ".b", Year = ".c", Mileage = ".d", City = ".e", SoldMarker = ".gone" };
        var html = """
            <ul><li class="z"><i class="a">Kia Rio</i><a class="go" href="/1"></a><a href="/other/55555">x</a><i class="b">900 000</i><i class="c">из 2015</i><i class="d">90 000</i><i class="e">Тверь</i></li>
            <li class="z"><i class="a">Kia Rio</i><a class="go" href="/2"></a><i class="b">800 000</i><i class="gone"></i></li></ul>
            """;

        var page = _extractor.Extract(new FetchedPage(new Uri("https://cars.example/"), 200, null, System.Text.Encoding.UTF8.GetBytes(html)), rules);

        var listing = page.Listings.ShouldHaveSingleItem();
        listing.Url.ShouldBe("https://cars.example/1");
        listing.Price.ShouldBe(900_000);
        listing.City.ShouldBe("Тверь");
        listing.Vehicle.ShouldBe(new ListedVehicle { Make = "Kia", Model = "Rio", Year = 2015, MileageKm = 90_000 });
    }

    private (string Outcome, ExtractedPage? Page, string Detail) Extract(SavedPage expected, byte[] body)
    {
        try
        {
            var page = _extractor.Extract(expected.Fetched(body), ShippedRules.For(expected.Url));
            return (page.SaidEmpty ? "empty" : "listings", page, "");
        }
        catch (SourceBlockedException blocked)
        {
            return ("blocked", null, blocked.Message);
        }
        catch (SourceMarkupChangedException changed)
        {
            return ("markupChanged", null, changed.Message);
        }
    }
}
