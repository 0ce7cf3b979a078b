namespace SaleAuto.Market;

public class Reading_Tests
{
    [Theory]
    [InlineData("1 145 000 ₽", 1145000, "RUB")]
    [InlineData("1\u00A0145\u00A0000\u00A0руб.", 1145000, "RUB")]
    [InlineData("1\u2009145\u2009000 р.", 1145000, "RUB")]
    [InlineData("1\u202F145\u202F000 RUR", 1145000, "RUB")]
    [InlineData("850 тыс. ₽", 850000, "RUB")]
    [InlineData("850 т.р.", 850000, "RUB")]
    [InlineData("1,2 млн", 1200000, null)]
    [InlineData("1.25 млн руб", 1250000, "RUB")]
    [InlineData("$ 12,500", 12500, "USD")]
    [InlineData("12.500 €", 12500, "EUR")]
    [InlineData("5 400 000 ₸", 5400000, "KZT")]
    [InlineData("от 1 380 000 ₽ 1 420 000 ₽", 1420000, "RUB")]
    [InlineData("от 1 380 000 ₽", 1380000, "RUB")]
    [InlineData("от 25 000 ₽/мес. 900 000 ₽", 900000, "RUB")]
    [InlineData("скидка до 50 000 ₽, 900 000 ₽", 900000, "RUB")]
    [InlineData("1145000.00", 1145000, null)]
    [InlineData("цена по запросу", null, null)]
    [InlineData("0 ₽", null, null)]
    [InlineData("12 000 ₽ в месяц", null, null)]
    [InlineData("150 тыс. км", null, null)]
    public void Should_Read_Prices(string text, int? amount, string? currency)
    {
        var price = Money.Price(PlainText.Of(text), currencyRequired: false);

        price?.Amount.ShouldBe(amount ?? 0);
        price.HasValue.ShouldBe(amount.HasValue);
        price?.Currency.ShouldBe(currency);
    }

    [Theory]
    [InlineData("84 000 км", 84000)]
    [InlineData("84\u00A0000\u00A0км", 84000)]
    [InlineData("127 тыс. км", 127000)]
    [InlineData("127,5 тыс км", 127500)]
    [InlineData("2018 84 000 км", 84000)]
    [InlineData("Kia Rio 1.6 AT, 2018, 84 000 км", 84000)]
    [InlineData("50000 miles", 80467)]
    [InlineData("до 190 км/ч", null)]
    [InlineData("9 л/100 км", null)]
    [InlineData("5 км от метро", null)]
    [InlineData("Новый", null)]
    [InlineData("0 км", null)]
    public void Should_Read_Mileages(string text, int? kilometres) =>
        CarFacts.MileageIn(PlainText.Of(text)).ShouldBe(kilometres);

    [Theory]
    [InlineData("Kia Rio, 2018", 2018)]
    [InlineData("Kia Rio 2018 г.", 2018)]
    [InlineData("2010 г. • 180 500 км", 2010)]
    [InlineData("2 018 000 ₽", null)]
    [InlineData("2018 ₽", null)]
    [InlineData("2011 – 2015", null)]
    [InlineData("12 мая 2026", null)]
    [InlineData("12.05.2026", null)]
    [InlineData("2107", null)]
    [InlineData("объект 12018", null)]
    public void Should_Read_A_Year_As_A_Word_Of_Its_Own(string text, int? year) =>
        CarFacts.YearIn(text).ShouldBe(year);

    [Theory]
    [InlineData("1.6 л", 1.6)]
    [InlineData("1.6 LTR", 1.6)]
    [InlineData("1,4 л, 100 л.с.", 1.4)]
    [InlineData("1598 см³", 1.6)]
    [InlineData("2.5 AT (181 л.с.)", 2.5)]
    [InlineData("123 л.с.", null)]
    public void Should_Read_Displacements(string text, double? litres) =>
        CarFacts.Litres(text).ShouldBe((decimal?)litres);

    [Theory]
    [InlineData("1.6 л (123 л.с.)", 123)]
    [InlineData("123 N12", 123)]
    [InlineData("90 кВт", 122)]
    [InlineData("1.6 л", null)]
    public void Should_Read_Powers(string text, int? horsepower) =>
        CarFacts.Power(text).ShouldBe(horsepower);

    [Theory]
    [InlineData("автоматическая", "automatic")]
    [InlineData("АКПП", "automatic")]
    [InlineData("Механика", "manual")]
    [InlineData("роботизированная", "robot")]
    [InlineData("CVT", "variator")]
    [InlineData("Планетарная", "планетарная")]
    [InlineData("", null)]
    public void Should_Say_Gearboxes_In_The_Words_Of_The_Valuation(string text, string? gearbox) =>
        SpecWords.Gearbox(text).ShouldBe(gearbox);

    [Theory]
    [InlineData("2026-05-12T10:00:00+03:00", "2026-05-12")]
    [InlineData("12.05.2026", "2026-05-12")]
    [InlineData("12 мая 2026", "2026-05-12")]
    [InlineData("1767225600000", "2026-01-01")]
    [InlineData("вчера", null)]
    [InlineData("31.02.2026", null)]
    public void Should_Read_Days(string text, string? day) =>
        AdDates.Read(text)?.ToString("yyyy-MM-dd").ShouldBe(day);
}
