using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Documents.Pdf;
using SaleAuto.Reports;

namespace SaleAuto.Documents.Reports;

public class ReportPdf_Tests
{
    private const double Margin = 34;

    private static readonly DateTime _writtenAt = new(2026, 11, 23, 6, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(3000)]
    public void Should_Be_A_File_With_Every_Row_And_The_Heading_On_Each_Page(int rows)
    {
        var file = Write([.. Enumerable.Range(1, rows).Select(i => new[] { $"Строка {i}", "Kia Rio «Люкс», №5 — ёлка", Money(i) })], ["Итого", "", Money(rows * (rows + 1) / 2)]);

        file.Title.ShouldBe("Проверка отчёта");
        var lines = file.Pages.SelectMany(x => x.Lines).ToList();
        lines.Where(x => x.Text.StartsWith("Строка ", StringComparison.Ordinal)).Select(x => x.Text).ShouldBe(Enumerable.Range(1, rows).Select(i => $"Строка {i}"));
        lines.Count(x => x.Text == "Kia Rio «Люкс», №5 — ёлка").ShouldBe(rows);
        foreach (var (page, number) in file.Pages.Select((page, place) => (page, place + 1)))
        {
            page.Lines.Count(x => x.Text == "Сумма").ShouldBe(1);
            page.Lines.ShouldContain(x => x.Text == $"Страница {number} из {file.Pages.Count}");
        }
        var total = file.Pages[^1].Lines.Single(x => x.Text == "Итого");
        total.Font.ShouldEndWith("SemiBold", Case.Sensitive);
        total.Y.ShouldBe(file.Pages[^1].Lines.Where(x => x.X < 2 * Margin && x.Text != "Остаток: 1 ₽").Min(x => x.Y));
        file.Pages[^1].Lines.ShouldContain(x => x.Text == "Остаток: 1 ₽");
        ShouldLieOnThePages(file);
    }

    [Fact]
    public void Should_Embed_Fonts_That_Are_Whole()
    {
        var file = Write([["Съешь же ещё этих мягких французских булок, да выпей чаю", "ÀÉÎõü Ðþ", Money(1)]]);

        foreach (var font in file.FontFiles)
        {
            var tables = new Dictionary<string, (int Start, int Length)>();
            for (int i = 0, count = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4)); i < count; i++)
            {
                var entry = font.AsSpan(12 + (16 * i), 16);
                var (start, length) = ((int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]), (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
                (start % 4).ShouldBe(0);
                (start + length).ShouldBeLessThanOrEqualTo(font.Length);
                tables[Encoding.ASCII.GetString(entry[..4])] = (start, length);
                var sum = 0u;
                for (var at = 0; at < length; at++)
                {
                    sum += (uint)font[start + at] << (24 - (8 * (at % 4)));
                }
                BinaryPrimitives.ReadUInt32BigEndian(entry[4..]).ShouldBe(sum);
            }
            tables.Keys.ShouldBeSubsetOf(["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"]);
            var places = Enumerable.Range(0, tables["loca"].Length / 4).Select(i => BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(tables["loca"].Start + (4 * i)))).ToList();
            places.Count.ShouldBe(BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(tables["maxp"].Start + 4)) + 1);
            places.ShouldBe(places.Order());
            places[^1].ShouldBe((uint)tables["glyf"].Length);
            font.Length.ShouldBeLessThan(40_000); // only the letters that were written
        }
        file.FontFiles.Count().ShouldBe(2);
    }

    [Fact]
    public void Should_Keep_Every_Word_Of_A_Cell_That_Is_Longer_Than_A_Page()
    {
        var words = Enumerable.Range(1, 4000).Select(i => $"слово{i}").ToList();

        var file = Write([["До", "коротко", Money(1)], [string.Join(' ', words), "рядом", Money(2)], ["После", "коротко", Money(3)]], ["Итого", "", Money(6)]);

        file.Pages.Count.ShouldBeGreaterThan(2);
        file.Pages.SelectMany(x => x.Lines).SelectMany(x => x.Text.Split(' ')).Where(x => x.StartsWith("слово", StringComparison.Ordinal)).ShouldBe(words);
        file.Pages.SelectMany(x => x.Lines).Count(x => x.Text is "рядом" or "После" or "Итого").ShouldBe(3);
        ShouldLieOnThePages(file);
    }

    [Fact]
    public void Should_Break_A_Word_That_Is_Longer_Than_A_Line()
    {
        var word = string.Concat(Enumerable.Range(0, 5000).Select(i => (char)('а' + (i % 32))));

        var file = Write([[word, "рядом", Money(1)]]);

        string.Concat(file.Pages.SelectMany(x => x.Lines).Where(x => x.Text.Length > 0 && word.Contains(x.Text, StringComparison.Ordinal) && x.Text != "рядом").Select(x => x.Text)).ShouldBe(word);
        ShouldLieOnThePages(file);
    }

    [Fact]
    public void Should_Show_A_Box_For_What_The_Font_Has_Not_And_Never_Half_A_Character()
    {
        var file = Write([["до 🚗 после", string.Concat(Enumerable.Repeat("🚗", 200)), Money(1)], ["車", "\u0001", Money(2)]]);

        var lines = file.Pages.SelectMany(x => x.Lines).Select(x => x.Text).ToList();
        lines.ShouldContain("до \uFFFD после");
        string.Concat(lines.Where(x => x.Length > 1 && x.All(c => c == '\uFFFD'))).Length.ShouldBe(200);
    }

    [Fact]
    public void Should_Hold_Wide_Tables_On_The_Page()
    {
        var columns = Enumerable.Range(0, 16).Select(i => ($"Очень длинный заголовок {i}", i > 3)).ToList();
        var rows = Enumerable.Range(0, 5).Select(row => (IReadOnlyList<string>)[.. columns.Select((c, i) => c.Item2 ? Money(1_234_567_890.12m + row) : $"Текст ячейки {row} {i}")]).ToList();

        var file = new PdfFile(Pdf(new PrintedReport("Широкий", "на сегодня", columns, rows, null, [], "{0}/{1}", _writtenAt)));

        ShouldLieOnThePages(file);
        file.Pages[0].Lines.Count(x => x.Text == Money(1_234_567_890.12m)).ShouldBe(12); // numbers are never broken
        foreach (var line in file.Pages[0].Lines.GroupBy(x => x.Y))
        {
            var across = line.OrderBy(x => x.X).ToList();
            across.Zip(across.Skip(1)).ShouldAllBe(x => x.First.X + x.First.Width <= x.Second.X + 0.01, "cells beside each other do not touch");
        }
    }

    [Fact]
    public void Should_Not_Break_The_Words_Over_Numbers()
    {
        string[] words = ["посещений", "Позвонили", "Рентабельность", "Себестоимость", "Прибыль", "заявок", "Автомобилей", "Начислено", "Выплачено", "Остаток"];

        var file = new PdfFile(Pdf(new PrintedReport(
            "Отчёт", "на сегодня", [("Имя", false), .. words.Select(x => ($"От {x}", true))], [["Иван", .. words.Select(_ => "1")]], null, [], "{0}/{1}", _writtenAt)));

        var shown = file.Pages[0].Lines.SelectMany(x => x.Text.Split(' ')).ToList();
        words.ShouldAllBe(x => shown.Contains(x));
    }

    [Fact]
    public void Should_Wrap_Title_And_Notes()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("длинное предложение", 40));

        var file = new PdfFile(Pdf(new PrintedReport(sentence, sentence, [("Имя", false), ("Сумма", true)], [["Иван", "1,00"]], null, [sentence], "{0}/{1}", _writtenAt)));

        ShouldLieOnThePages(file);
        file.Pages.SelectMany(x => x.Lines).Sum(x => x.Text.Split("длинное").Length - 1).ShouldBe(120);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Should_Print_Any_Table_Whole_And_On_The_Page(int seed)
    {
        var random = new Random(seed);
        var columns = Enumerable.Range(0, 1 + random.Next(9)).Select(i => (Heading: $"Столбец{i} {Word()}", IsNumber: i > 0 && random.Next(2) == 0)).ToList();
        var rows = Enumerable.Range(0, random.Next(200)).Select(_ => (IReadOnlyList<string>)[.. columns.Select(c => c.IsNumber ? Money(random.Next(10_000_000) / 100m) : Cell())]).ToList();

        var file = new PdfFile(Pdf(new PrintedReport("Любой", "на сегодня", columns, rows, null, [], "{0}/{1}", _writtenAt)));

        var shown = file.Pages.SelectMany(x => x.Lines).SelectMany(x => x.Text).Where(x => !char.IsWhiteSpace(x)).GroupBy(x => x).ToDictionary(x => x.Key, x => x.Count());
        var pages = file.Pages.Count;
        var heading = string.Concat(Enumerable.Repeat(string.Concat(columns.Select(x => x.Heading)), pages));
        var footer = string.Concat(Enumerable.Range(1, pages).Select(i => $"{i}/{pages}"));
        var meant = ("Любойнасегодня" + heading + footer + string.Concat(rows.SelectMany(x => x))).Where(x => !char.IsWhiteSpace(x)).GroupBy(x => x).ToDictionary(x => x.Key, x => x.Count());
        shown.OrderBy(x => x.Key).ShouldBe(meant.OrderBy(x => x.Key));
        ShouldLieOnThePages(file);

        string Cell() => string.Join(' ', Enumerable.Range(0, random.Next(random.Next(20) == 0 ? 400 : 6)).Select(_ => Word()));

        string Word() => string.Concat(Enumerable.Range(0, 1 + random.Next(random.Next(30) == 0 ? 300 : 9)).Select(_ => "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВёЁ0123456789«»№—₽abcXYZ"[random.Next(58)]));
    }

    private static void ShouldLieOnThePages(PdfFile file)
    {
        foreach (var page in file.Pages)
        {
            foreach (var line in page.Lines)
            {
                line.X.ShouldBeGreaterThanOrEqualTo(Margin - 0.01, line.Text);
                (line.X + line.Width).ShouldBeLessThanOrEqualTo(page.Width - Margin + 0.02, line.Text);
                line.Y.ShouldBeInRange(Margin - 12.01, page.Height - Margin, line.Text);
            }
            page.Lines.Where(x => x.Y < Margin).Count().ShouldBe(1); // the page's number alone stands below the table
        }
    }

    private static string Money(decimal amount) => amount.ToString("#,0.00", CultureInfo.GetCultureInfo("ru-RU"));

    private static PdfFile Write(IReadOnlyList<string[]> rows, IReadOnlyList<string>? totals = null) => new(Pdf(new PrintedReport(
        "Проверка отчёта", "с 01.11.2026 по 23.11.2026", [("Номер", false), ("Очень длинный заголовок столбца", false), ("Сумма", true)], rows, totals, ["Остаток: 1 ₽"], "Страница {0} из {1}", _writtenAt)));

    private static byte[] Pdf(PrintedReport report)
    {
        using var services = new ServiceCollection().AddDocuments().BuildServiceProvider();
        return services.GetRequiredService<IReportPdf>().Write(report);
    }
}
