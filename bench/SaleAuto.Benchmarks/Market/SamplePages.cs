using System.Globalization;
using System.Text;
using SaleAuto.Market;

namespace SaleAuto.Benchmarks.Market;

/// <summary>Pages as large as real ones: 40 invented cars in about a megabyte of markup, one page for each method.</summary>
internal static class SamplePages
{
    private const int Cars = 40;

    public static IEnumerable<(string Name, FetchedPage Page)> All() =>
    [
        ("json-ld and cards", Page("https://auto.drom.ru/kia/rio/", JsonLd(), DromCard)),
        ("microdata and cards", Page("https://auto.ru/cars/kia/rio/used/", "", MicrodataCard)),
        ("embedded data and cards", Page("https://www.avito.ru/all/avtomobili/kia/rio", AvitoState(), AvitoCard)),
        ("cards only", Page("https://auto.example/cars/kia/rio/", "", HashedCard)),
    ];

    private static FetchedPage Page(string url, string head, Func<int, string> card)
    {
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"ru\"><head><meta charset=\"utf-8\"><title>Kia Rio</title>{head}</head><body>{Menu()}<main>");
        for (var i = 0; i < Cars; i++)
        {
            html.Append(card(i));
        }
        html.Append("</main>").Append(Menu()).Append("<script>").Append(string.Concat(Enumerable.Range(0, 2500).Select(i => $"function f{i}(a,b){{return a+b*{i}+\"text\"}};"))).Append("</script></body></html>");
        return new FetchedPage(new Uri(url), 200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html.ToString()));
    }

    // Menus, filters and pictures are most of a real page.
    private static string Menu() => string.Concat(Enumerable.Range(0, 900).Select(i =>
        $"<div class=\"css-1x2y{i} e{i}a0\"><a class=\"Link Link_{i}\" href=\"/cars/make-{i}/\"><span class=\"css-k{i}\">Марка {i}</span><span class=\"count\">{i * 7}</span></a></div>"));

    private static string Gallery(int i) => string.Concat(Enumerable.Range(0, 45).Select(n =>
        $"<div class=\"Gallery__item-{n}x\"><picture><source srcset=\"https://img.example/{i}/{n}/320.webp 1x, https://img.example/{i}/{n}/640.webp 2x\"><img loading=\"lazy\" class=\"Gallery__image\" alt=\"\" src=\"https://img.example/{i}/{n}/320.jpg\"></picture></div>"));

    private static string Url(int i) => $"https://auto.example/cars/used/sale/kia/rio/{1000000001 + i}-aaaa/";

    private static int Year(int i) => 2012 + (i % 10);

    private static string Mileage(int i) => Spaced(40_000 + (i * 3_700));

    private static int Price(int i) => 700_000 + (i * 21_500);

    private static string Spaced(int number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00A0');

    private static string JsonLd() => string.Concat(Enumerable.Range(0, Cars).Select(i =>
        $$$"""<script type="application/ld+json">{"@context":"https://schema.org","@type":"Car","name":"Kia Rio","brand":{"@type":"Brand","name":"Kia"},"model":"Rio","vehicleModelDate":"{{{Year(i)}}}","offers":{"@type":"Offer","price":{{{Price(i)}}},"priceCurrency":"RUB","url":"{{{Url(i)}}}"}}</script>"""));

    private static string DromCard(int i) =>
        $"<div data-ftid=\"bulls-list_bull\" class=\"css-{i}\">{Gallery(i)}<a href=\"{Url(i)}\" data-ftid=\"bull_title\"><h3>Kia Rio, {Year(i)}</h3></a><span data-ftid=\"bull_description-item\">1.6 л (123 л.с.),</span><span data-ftid=\"bull_description-item\">бензин,</span><span data-ftid=\"bull_description-item\">{Mileage(i)} км</span><span data-ftid=\"bull_price\">{Spaced(Price(i))}</span>₽<span data-ftid=\"bull_location\">Москва</span></div>";

    private static string MicrodataCard(int i) =>
        $"<div class=\"ListingItem-module__container\">{Gallery(i)}<span itemscope itemtype=\"http://schema.org/Car\"><meta itemprop=\"brand\" content=\"KIA\"><meta itemprop=\"name\" content=\"Kia Rio IV\"><meta itemprop=\"productionDate\" content=\"{Year(i)}\"><span itemprop=\"offers\" itemscope itemtype=\"http://schema.org/Offer\"><meta itemprop=\"price\" content=\"{Price(i)}\"><meta itemprop=\"priceCurrency\" content=\"RUB\"><meta itemprop=\"url\" content=\"{Url(i)}\"></span></span><a class=\"ListingItemTitle-module__link\" href=\"{Url(i)}\">Kia Rio IV</a><div class=\"ListingItem-module__year\">{Year(i)}</div><div class=\"ListingItem-module__kmAge\">{Mileage(i)} км</div><div class=\"ListingItemPrice-module__content\">{Spaced(Price(i))} ₽</div></div>";

    private static string AvitoCard(int i) =>
        $"<div data-marker=\"item\" data-item-id=\"{i}\">{Gallery(i)}<a data-marker=\"item-title\" href=\"{Url(i)}?context=abc\"><h3>Kia Rio 1.6 AT, {Year(i)}, {Mileage(i)} км</h3></a><p data-marker=\"item-price\">{Spaced(Price(i))} ₽</p><div data-marker=\"item-address\">Москва</div></div>";

    private static string HashedCard(int i) =>
        $"<div class=\"ListingItemUniversal-Qw1Er\">{Gallery(i)}<a class=\"Link ListingItemTitle__link\" href=\"{Url(i)}\">Kia Rio IV<div></div></a><div class=\"Specs-Kk2Ll\">1.6 л, 123 л.с., бензин</div><div class=\"Typography2-Oo4Pp\">{Year(i)}</div><div class=\"Typography2-Oo4Pp\">{Mileage(i)} км</div><div class=\"ListingItemUniversalPrice__title-Tt6Uu\"><div class=\"Typography2-Oo4Pp\">{Spaced(Price(i))} ₽</div></div></div>";

    private static string AvitoState()
    {
        var items = string.Join(',', Enumerable.Range(0, Cars).Select(i =>
            $$$"""{"id":{{{1000000001 + i}}},"title":"Kia Rio 1.6 AT, {{{Year(i)}}}, {{{Mileage(i)}}} км","urlPath":"/cars/used/sale/kia/rio/{{{1000000001 + i}}}-aaaa/","priceDetailed":{"value":{{{Price(i)}}},"string":"{{{Spaced(Price(i))}}}"},"location":{"name":"Москва"},"description":"{{{new string('о', 900)}}}"}"""));
        return $"<script>window.__initialData__ = \"{Uri.EscapeDataString($"{{\"data\":{{\"catalog\":{{\"items\":[{items}]}}}}}}")}\";</script><base href=\"https://auto.example/\">";
    }
}
