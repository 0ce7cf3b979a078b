using SaleAuto.Cars;
using SaleAuto.Clients;
using SaleAuto.Localization;
using SaleAuto.Telegram;

namespace SaleAuto.Leads;

public abstract class FindLead_Tests(TestDatabase database) : ManagerChats(database)
{
    [Fact]
    public void Should_Find_A_Request_By_Phone_And_Lead_To_Its_Call()
    {
        Manager.Send("/menu");
        Manager.Press("🔎 Найти заявку").ShouldStartWith("Телефон, госномер или номер заявки?");
        Manager.Send("Анна").ShouldBe(ErrorTexts.For(SaleAutoErrorCodes.Leads.SearchInvalid));
        Manager.Send($"8 ({Phone[2..5]}) {Phone[5..8]}-{Phone[8..10]}-{Phone[10..]}").ShouldStartWith($"{Lead.Number} · Новая\nКлиент: Анна\nТелефон: {Phone}");

        Manager.Press("☎ Открыть звонок").ShouldContain("Позвонить до");
        Manager.Press("☎ Взять звонок").ShouldContain(Phone);
    }

    [Fact]
    public void Should_Find_By_A_Part_Of_Phone_Plate_Or_Number()
    {
        var plate = PlateNumber.Parse(Lead.Plate!);

        foreach (var text in new[] { Phone[^7..], Phone[2..], plate.Display.ToLowerInvariant(), Latin(plate.Value[..6]), Lead.Number, Lead.Number[^6..] })
        {
            var answer = Manager.Send($"/find {text}");

            var found = answer.Contains(Lead.Number, StringComparison.Ordinal) || Manager.Buttons.Any(caption => caption.StartsWith(Lead.Number, StringComparison.Ordinal));
            found.ShouldBeTrue($"{text} gives: {answer}");
        }
    }

    [Fact]
    public async Task Should_Show_The_Last_Ten_Of_Many_And_Say_That_There_May_Be_More()
    {
        for (var i = 0; i < 11; i++)
        {
            World.App.Clock.Advance(TimeSpan.FromSeconds(1));
            await EnterAsync(PhoneNumber.Parse(Phone));
        }

        Manager.Send($"/find {Phone}").ShouldStartWith("Показаны последние 10.");

        Manager.Buttons.Count(caption => caption.Contains(" · Анна · ", StringComparison.Ordinal)).ShouldBe(10);
        Manager.Buttons.ShouldNotContain(caption => caption.StartsWith(Lead.Number, StringComparison.Ordinal));
        Manager.Press(Manager.Buttons.First()).ShouldContain(Phone);
        Manager.Press("🔎 Искать ещё").ShouldStartWith("Телефон, госномер");
    }

    [Fact]
    public void Should_Say_That_Nothing_Was_Found()
    {
        Manager.Send("/find +7 999 000-00-01").ShouldStartWith("По «+7 999 000-00-01» ничего не нашлось.");
        Manager.Send("/find");
        Manager.Send("<9990000001").ShouldBe(ErrorTexts.For(SaleAutoErrorCodes.Leads.SearchInvalid));
        Manager.Send("/cancel").ShouldStartWith("Отменено");
    }

    private static string Latin(string plate) => plate.Replace('А', 'a').Replace('В', 'b').Replace('С', 'c');
}

public sealed class FindLead_OnSqlite_Tests(SqliteDatabase database) : FindLead_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class FindLead_OnPostgreSql_Tests(PostgreSqlDatabase database) : FindLead_Tests(database), IClassFixture<PostgreSqlDatabase>;
